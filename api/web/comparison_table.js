// A comparison as a table: places as rows, numbers with bars, one quiet note a row. Every number opens its source.

import { convertedOf, rowsOf, titleOf, yearsOf } from "./comparison_rows.js";
import { button, h } from "./dom.js";
import { addressOf } from "./routing.js";
import { openSource } from "./source.js";
import { opening } from "./table.js";

const COLUMNS = ["地方", "指标（原文）", "目标值", "年份", "范围", "能否直接比"];
const DARKER = "颜色实的可以直接比；";
const LIGHTER = "颜色淡的年份或口径不同，不能直接比或须核对。";

/** @param {object} comparison a ComparisonView */
export function comparisonTable({ indicators, documents }) {
  const found = indicators.map((indicator) => [indicator, rowsOf(indicator, documents)]);
  const lighter = found.some(([, { rows }]) => rows.some(({ cell, share }) => share !== null && cell.state !== "stated"));
  const legend = lighter && (found.some(([, { isComparable }]) => isComparable) ? DARKER : "") + LIGHTER;
  const caption = `${indicators.length > 1 ? `${indicators.length}个指标，` : ""}${documents.length}份文件`;
  return h(
    "div",
    { class: "comparison table-frame", tabindex: "0", role: "region", "aria-label": `比较：${caption}` },
    h(
      "table",
      { class: "compared cards" },
      h("caption", {}, caption, legend && h("span", { class: "legend" }, `　${legend}`)),
      h("thead", {}, h("tr", {}, ...COLUMNS.map((column) => h("th", { scope: "col" }, column)))),
      ...found.map(([indicator, rows]) => indicatorView(indicator, rows)),
    ),
  );
}

function indicatorView(indicator, { rows, silent, isComparable }) {
  const views = rows.map((row, at) => rowView(row, indicator, { again: rows[at - 1]?.place === row.place, isComparable }));
  return h("tbody", {}, headView(indicator), ...views, silent.length > 0 && silentView(silent));
}

function headView(indicator) {
  const { group, reason, doubts, year } = indicator;
  const link = addressOf("compare", [], new URLSearchParams({ indicator: group ?? indicator.indicator }));
  return h(
    "tr",
    { class: "indicator" },
    h(
      "th",
      { scope: "rowgroup", colspan: String(COLUMNS.length) },
      h("a", { href: link }, titleOf(indicator)),
      year && h("small", { class: "said" }, `　按${year}年比较`),
      h("details", { class: "grounds", "data-screen": "" }, h("summary", {}, doubts.length ? "依据与疑点" : "依据"), ...[reason, ...doubts].map((words) => h("p", {}, words))),
    ),
  );
}

/** A place that has several numbers is named once where the rows stand below each other. */
function rowView({ documentId, place, cell, share }, indicator, { again, isComparable }) {
  const open = () => openSource({ documentId, quote: cell.quote });
  const converted = convertedOf(cell);
  const views = [
    cell.indicator ?? indicator.indicator,
    h(
      "div",
      { class: "value" },
      button(cell.original, open, { class: "place original", title: `看原文：${cell.quote}` }),
      converted && h("small", { class: "said" }, converted),
      share !== null && barView(share),
    ),
    yearsOf(cell) || h("span", { class: "missing" }, "未写"),
    cell.scope ?? "",
    verdictView(cell, isComparable),
  ];
  const cells = views.map((view, at) => h("td", { "data-label": COLUMNS[at + 1] }, view));
  return h("tr", { class: `opens ${cell.state}`, onclick: opening(open) }, h("th", { scope: "row", class: again && "again", "data-label": COLUMNS[0] }, place), ...cells);
}

function verdictView({ state, reason }, isComparable) {
  if (state === "stated" && isComparable) return h("span", { class: "state" }, "可以");
  const verdict = { stated: "仅此一处", needs_review: "须核对" }[state] ?? "不能";
  return h("div", {}, h("span", { class: "state" }, verdict), reason && h("small", { class: "said" }, reason));
}

function barView(share) {
  const bar = h("span", { class: "bar" });
  bar.style.width = `${Math.max(1, Math.round(share * 100))}%`;
  return h("span", { class: "bar-track", "data-screen": "", "aria-hidden": "true" }, bar);
}

function silentView(silent) {
  const places = [...new Set(silent.map(({ place }) => place))];
  const reasons = [...new Set(silent.map(({ reason }) => reason).filter(Boolean))];
  return h(
    "tr",
    { class: "silent" },
    h("td", { colspan: String(COLUMNS.length) }, h("details", {}, h("summary", { "data-screen": "" }, `其余 ${places.length} 份未提及`), h("p", {}, `未提及：${places.join("、")}。${reasons.join("")}`))),
  );
}
