// Tables with headers that a screen reader can follow, sorted by a column on a click.

import { button, h } from "./dom.js";

const ORDER = new Intl.Collator("zh-CN", { numeric: true });

/**
 * A cell: text or an element; the attribute data-key of an element is what it is sorted by, else its text.
 * @param {string} caption
 * @param {(Node | string)[]} columns
 * @param {(Node | string)[][]} rows the first cell of a row is its header
 * @param {{totals?: (Node | string)[][], sorted?: number[], kind?: string}} [more] rows that sum the others up; the
 *     columns that can be sorted by; a class for the table
 */
export function table(caption, columns, rows, { totals = [], sorted = [], kind } = {}) {
  const body = h("tbody", {}, ...rows.map(rowView));
  const heads = columns.map((column, index) => h("th", { scope: "col" }, sorted.includes(index) ? sorter(body, column, index) : column));
  return h(
    "div",
    { class: "table-frame", tabindex: "0", role: "region", "aria-label": caption },
    h(
      "table",
      { class: kind },
      h("caption", {}, caption),
      h("thead", {}, h("tr", {}, ...heads)),
      body,
      totals.length > 0 && h("tfoot", {}, ...totals.map(rowView)),
    ),
  );
}

/** A cell that is sorted by something else than its text. @param {string | number} key @param {Node | string} content */
export function keyed(key, content) {
  return h("span", { "data-key": String(key) }, content);
}

function rowView([first, ...rest]) {
  return h("tr", {}, h("th", { scope: "row" }, first), ...rest.map((cell) => h("td", {}, cell)));
}

/** Up, down, and back to the printed order. */
function sorter(body, label, index) {
  const printed = [...body.rows];
  return button(label, (event) => {
    const head = event.currentTarget.closest("th");
    const next = { ascending: "descending", descending: null }[head.getAttribute("aria-sort")];
    const way = next === undefined ? "ascending" : next;
    for (const other of head.parentElement.cells) other.removeAttribute("aria-sort");
    if (way) head.setAttribute("aria-sort", way);
    body.replaceChildren(...(way ? inOrder(printed, index, way) : printed));
  }, { class: "sorter", title: "按这一列排序" });
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
