// Tables with headers that a screen reader can follow.

import { h } from "./dom.js";

/**
 * @param {string} caption
 * @param {(Node | string)[]} columns
 * @param {(Node | string)[][]} rows the first cell of a row is its header
 * @param {(Node | string)[][]} [totals] rows that sum the others up
 */
export function table(caption, columns, rows, totals = []) {
  return h(
    "div",
    { class: "table-frame", tabindex: "0", role: "region", "aria-label": caption },
    h(
      "table",
      {},
      h("caption", {}, caption),
      h("thead", {}, h("tr", {}, ...columns.map((column) => h("th", { scope: "col" }, column)))),
      h("tbody", {}, ...rows.map(rowView)),
      totals.length > 0 && h("tfoot", {}, ...totals.map(rowView)),
    ),
  );
}

function rowView([first, ...rest]) {
  return h("tr", {}, h("th", { scope: "row" }, first), ...rest.map((cell) => h("td", {}, cell)));
}
