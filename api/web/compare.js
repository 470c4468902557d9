// The comparison of indicators: in a sentence, as a table with bars, what can be derived from it, what was found on the way.

import { rowsOf, sentenceOf } from "./comparison_rows.js";
import { comparisonTable } from "./comparison_table.js";
import { fill, h } from "./dom.js";
import { documentField, showList, TABLES, textField } from "./filters.js";
import { derivedView, findingsView } from "./findings.js";
import { getJson, Problem } from "./server.js";

const WHOLE = [...TABLES, ["docx", "Word（docx）"]];

/** @param {HTMLElement} main @param {URLSearchParams} parameters */
export function showCompare(main, parameters) {
  return showList(main, parameters, {
    view: "compare",
    title: "指标比较",
    path: "api/compare",
    files: parameters.get("indicator") ? [...WHOLE, ["png", "图（PNG）"], ["svg", "图（SVG）"]] : WHOLE,
    fields: [
      indicatorField(parameters),
      textField("年份", "year", parameters, { inputmode: "numeric", pattern: "[0-9]{4}", size: "6" }),
      documentField(parameters),
    ],
    load: async (query) => {
      const comparison = await getJson("api/compare", query);
      if (!comparison.indicators.length) return h("p", { class: "pane-note" }, "各份文件都没有这个指标。请换一种说法。");
      const more = h("div", {});
      addMore(more, comparison, query);
      return h(
        "div",
        {},
        ...(query.indicator ? comparison.indicators.map((one) => h("p", { class: "summary-line" }, sentenceOf(one, rowsOf(one, comparison.documents)))) : []),
        comparisonTable(comparison),
        more,
      );
    },
  });
}

/** What can be derived and what was found follows when it is there: the comparison does not wait for it. */
async function addMore(place, comparison, query) {
  try {
    const [findings, ...derived] = await Promise.all([
      getJson("api/findings", { doc: query.doc }),
      ...named(comparison, query).map((indicator) => getJson("api/derivations", { doc: query.doc, indicator })),
    ]);
    fill(place, derivedView(derived.flat()), findingsView(about(findings, comparison, query)));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    fill(place, h("p", { class: "pane-note", role: "alert" }, error.message));
  }
}

/** Any words, or one of the indicators that the documents name. */
function indicatorField(parameters) {
  const names = h("datalist", { id: "indicators" });
  const offer = async () => {
    if (names.hasChildNodes()) return;
    const { indicators } = await getJson("api/compare");
    const values = [...new Set(indicators.map((one) => one.group ?? one.indicator))];
    fill(names, ...values.map((value) => h("option", { value })));
  };
  const field = textField("指标", "indicator", parameters, { placeholder: "如 入驻率、特色楼宇", list: names.id, onfocus: offer });
  field.append(names);
  return field;
}

/** The indicators that were asked for as the documents call them; one empty name where all are meant. */
function named({ indicators }, { indicator }) {
  return indicator ? [...new Set(indicators.map((one) => one.group ?? one.indicator))] : [""];
}

/** Findings about what is shown; all of them where nothing was chosen. */
function about(findings, comparison, query) {
  if (!query.indicator) return findings;
  const names = new Set(comparison.indicators.flatMap((indicator) => [indicator.indicator, indicator.group]));
  return findings.filter((finding) => names.has(finding.detail));
}
