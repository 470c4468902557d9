// The comparison of indicators with its filters.

import { comparisonTable } from "./comparison_table.js";
import { h } from "./dom.js";
import { showList, textField } from "./filters.js";
import { getJson } from "./server.js";

/** @param {HTMLElement} main @param {URLSearchParams} parameters */
export function showCompare(main, parameters) {
  return showList(main, parameters, {
    view: "compare",
    title: "指标比较",
    path: "/api/compare",
    fields: [
      textField("指标", "indicator", parameters, { placeholder: "如 入驻率" }),
      textField("年份", "year", parameters, { inputmode: "numeric", pattern: "[0-9]{4}", size: "6" }),
    ],
    load: async (query) => {
      const comparison = await getJson("/api/compare", query);
      return comparison.indicators.length
        ? comparisonTable(comparison)
        : h("p", { class: "pane-note" }, "各份文件都没有这个指标。请换一种说法。");
    },
  });
}
