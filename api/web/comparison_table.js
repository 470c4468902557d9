// Indicators by documents: what each says, whether it can be compared, and why not.

import { button, h } from "./dom.js";
import { openSource } from "./source.js";
import { nameOf } from "./state.js";
import { table } from "./table.js";

const STATES = { stated: "可比", not_stated: "未提及", not_comparable: "不可比", needs_review: "须核对" };

/** @param {object} comparison a ComparisonView */
export function comparisonTable(comparison) {
  const columns = ["指标", ...comparison.documents.map(nameOf)];
  const rows = comparison.indicators.map((indicator) => [
    h("span", {}, indicator.indicator, ...indicator.doubts.map((doubt) => h("small", { class: "doubt" }, doubt))),
    ...comparison.documents.map((id) => h("div", {}, ...indicator.cells[id].map((cell) => cellView(id, cell)))),
  ]);
  return table(`${comparison.indicators.length}个指标，${comparison.documents.length}份文件`, columns, rows);
}

function cellView(documentId, cell) {
  const when = cell.period?.join("—") ?? cell.year;
  const said = [when && `${when}年`, cell.scope].filter(Boolean).join("，");
  return h(
    "div",
    { class: `cell ${cell.state}` },
    cell.original && h("span", { class: "original" }, cell.original),
    said && h("span", { class: "said" }, said),
    h("span", { class: "state" }, STATES[cell.state]),
    cell.state !== "stated" && cell.reason && h("small", { class: "reason" }, cell.reason),
    cell.quote && button("看原文", () => openSource({ documentId, quote: cell.quote })),
  );
}
