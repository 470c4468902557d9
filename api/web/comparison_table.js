// Indicators by documents: what each says, whether it can be compared, and why not. Every number opens its source.

import { button, h } from "./dom.js";
import { openSource } from "./source.js";
import { nameOf } from "./state.js";
import { table } from "./table.js";

const STATES = { stated: "可比", not_stated: "未提及", not_comparable: "不可比", needs_review: "须核对" };
/** Documents below which a table as wide as the page would be too wide to read. */
const FEW = 3;

/** @param {object} comparison a ComparisonView */
export function comparisonTable(comparison) {
  const columns = ["指标", ...comparison.documents.map(nameOf)];
  const rows = comparison.indicators.map((indicator) => [
    indicatorView(indicator),
    ...comparison.documents.map((id) => h("ul", { class: "cells" }, ...indicator.cells[id].map((cell) => cellView(id, cell, indicator)))),
  ]);
  const caption = `${comparison.indicators.length}个指标，${comparison.documents.length}份文件`;
  return h("div", { class: comparison.documents.length < FEW ? "comparison few" : "comparison" }, table(caption, columns, rows));
}

function indicatorView(indicator) {
  const unit = indicator.unit ? `（${indicator.unit}）` : "";
  return h(
    "div",
    {},
    h("a", { href: `#/compare?${new URLSearchParams({ indicator: indicator.group ?? indicator.indicator })}` }, `${indicator.indicator}${unit}`),
    indicator.year && h("small", { class: "said" }, `按${indicator.year}年比较`),
    h("details", { class: "grounds" }, h("summary", {}, indicator.doubts.length ? "依据与疑点" : "依据"), ...[indicator.reason, ...indicator.doubts].map((words) => h("p", {}, words))),
  );
}

function cellView(documentId, cell, indicator) {
  if (cell.state === "not_stated") return h("li", { class: "cell not_stated" }, h("span", { class: "state" }, STATES.not_stated));
  const when = cell.period?.join("—") ?? cell.year;
  return h(
    "li",
    { class: `cell ${cell.state}` },
    h("span", { class: "when" }, when ? `${when}年` : "未写年份"),
    button(cell.original, () => openSource({ documentId, quote: cell.quote }), { class: "place original", title: `看原文：${cell.quote}` }),
    h("span", { class: "state" }, STATES[cell.state]),
    h("span", { class: "said" }, said(cell, indicator)),
    cell.reason && h("small", { class: "reason" }, cell.reason),
  );
}

/** The document's own words, the number in the row's unit, and the area, where they add something. */
function said(cell, indicator) {
  const own = cell.indicator && cell.indicator !== indicator.indicator ? `“${cell.indicator}”` : "";
  const converted = cell.value && !cell.original.includes(cell.value) ? `合${cell.value}${cell.unit}` : "";
  return [own, converted, cell.scope].filter(Boolean).join("，");
}
