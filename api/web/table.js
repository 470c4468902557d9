// Tables with headers that a screen reader can follow, sorted by a column on a click, a card a row on a narrow screen.

import { button, h } from "./dom.js";

const ORDER = new Intl.Collator("zh-CN", { numeric: true });
/** Rows that are shown at once; the others follow when the browser has time. */
const SCREEN = 24;

/**
 * A cell: text or an element; the attribute data-key of an element is what it is sorted by, else its text.
 * @typedef {Node | string} Cell
 */

/**
 * @param {string} caption
 * @param {Cell[]} columns
 * @param {Cell[][]} rows the first cell of a row is its header
 * @param {{totals?: Cell[][], sorted?: number[], kind?: string, opens?: (index: number) => void}} [more] rows that sum the
 *     others up; the columns that can be sorted by; a class for the table; what a click on a row opens
 */
export function table(caption, columns, rows, { totals = [], sorted = [], kind, opens } = {}) {
  const body = h("tbody", {});
  const labels = columns.map((column) => (typeof column === "string" ? column : column.textContent));
  const printed = rows.map((row, index) => rowView(row, labels, opens && (() => opens(index))));
  const show = inTurns(body);
  show(printed);
  const sort = sorting(printed, show);
  const heads = columns.map((column, index) => h("th", { scope: "col" }, sorted.includes(index) ? sorter(sort, column, index) : column));
  return h(
    "div",
    { class: "table-frame", tabindex: "0", role: "region", "aria-label": caption },
    h(
      "table",
      { class: kind },
      h("caption", {}, caption),
      h("thead", {}, h("tr", {}, ...heads)),
      body,
      totals.length > 0 && h("tfoot", {}, ...totals.map((row) => rowView(row, labels))),
    ),
  );
}

/** A cell that is sorted by something else than its text. @param {string | number} key @param {Cell} content */
export function keyed(key, content) {
  return h("span", { "data-key": String(key) }, content);
}

/** A row; on a narrow screen each of its cells is named. */
function rowView([first, ...rest], labels, open) {
  const cells = rest.map((cell, at) => h("td", { "data-label": labels[at + 1] }, cell));
  return h("tr", open ? { class: "opens", onclick: opening(open) } : {}, h("th", { scope: "row", "data-label": labels[0] }, first), ...cells);
}

/**
 * What a click on the words of a row opens, that neither presses a button nor ends a selection; the button of the row
 * that does the same has the focus then, and so its neighbours are known.
 * @param {() => void} open
 */
export function opening(open) {
  return ({ target, currentTarget }) => {
    if (target.closest("button, a, summary") || !document.getSelection().isCollapsed) return;
    currentTarget.querySelector(".place")?.focus({ preventScroll: true });
    open();
  };
}

/** Shows rows: a screen of them at once, the rest in the browser's own time; all of them before printing. */
function inTurns(body) {
  let waiting = [];
  let timer = 0;
  const next = (count) => {
    body.append(...waiting.splice(0, count));
    timer = waiting.length ? setTimeout(next, 0, SCREEN) : 0;
  };
  window.addEventListener("beforeprint", () => body.isConnected && waiting.length && next(Infinity));
  return (rows) => {
    clearTimeout(timer);
    waiting = rows.slice(SCREEN);
    body.replaceChildren(...rows.slice(0, SCREEN));
    if (waiting.length) timer = setTimeout(next, 0, SCREEN);
  };
}

/** Up, down, and back to the printed order. */
function sorting(printed, show) {
  return (head, index) => {
    const next = { ascending: "descending", descending: null }[head.getAttribute("aria-sort")];
    const way = next === undefined ? "ascending" : next;
    for (const other of head.parentElement.cells) other.removeAttribute("aria-sort");
    if (way) head.setAttribute("aria-sort", way);
    show(way ? inOrder(printed, index, way) : printed);
  };
}

function sorter(sort, label, index) {
  return button(label, (event) => sort(event.currentTarget.closest("th"), index), { class: "sorter", title: "按这一列排序" });
}

function inOrder(rows, index, way) {
  const keys = new Map(rows.map((row) => [row, keyOf(row.cells[index])]));
  const sign = way === "descending" ? -1 : 1;
  return [...rows].sort((one, other) => sign * compare(keys.get(one), keys.get(other)));
}

function compare(one, other) {
  const difference = Number(one) - Number(other);
  return one === "" || other === "" || Number.isNaN(difference) ? ORDER.compare(one, other) : difference;
}

function keyOf(cell) {
  return cell.querySelector("[data-key]")?.dataset.key ?? cell.textContent;
}
