// The list of targets with its filters.

import { button, h } from "./dom.js";
import { documentField, showList, textField } from "./filters.js";
import { getJson } from "./server.js";
import { openSource } from "./source.js";
import { nameOf } from "./state.js";
import { keyed, table } from "./table.js";

const COLUMNS = ["文件", "指标", "数值", "年份", "范围"];
const SORTED = [0, 1, 2, 3, 4];
const BOUNDS = { ge: "≥", gt: "＞", le: "≤", lt: "＜", approx: "约" };

/** @param {HTMLElement} main @param {URLSearchParams} parameters */
export function showTargets(main, parameters) {
  return showList(main, parameters, {
    view: "targets",
    title: "指标清单",
    path: "api/targets",
    fields: [
      documentField(parameters),
      textField("指标", "indicator", parameters),
      textField("范围", "scope", parameters),
      textField("年份", "year", parameters, { inputmode: "numeric", pattern: "[0-9]{4}", size: "6" }),
    ],
    load: async (query) => targetTable(await getJson("api/targets", query)),
  });
}

function targetTable(targets) {
  if (!targets.length) return h("p", { class: "pane-note" }, "没有符合条件的指标。请换一种说法，或放宽文件、范围、年份。");
  return table(`共${targets.length}个指标值`, COLUMNS, targets.map(row), { sorted: SORTED, kind: "targets cards", opens: (at) => open(targets[at]) });
}

function row(target) {
  const years = target.year ?? target.period?.join("—") ?? "未写明";
  return [
    nameOf(target.document_id),
    button(target.indicator, () => open(target), { class: "place", title: `看原文：${target.quote}` }),
    keyed(target.value, `${BOUNDS[target.bound] ?? ""}${target.value}${target.high ? `-${target.high}` : ""}${target.unit}${target.is_baseline ? "（现状）" : ""}`),
    String(years),
    target.scope ?? "",
  ];
}

function open(target) {
  return openSource({ documentId: target.document_id, quote: target.quote });
}
