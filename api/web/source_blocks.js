// Headings, paragraphs and tables of a source, with the quoted words marked.

import { h } from "./dom.js";

/** @param {object} block a BlockView @param {string | null} [column] whose cell is meant in a marked row */
export function blockView(block, column) {
  if (block.kind === "table") return tableView(block, column);
  const attributes = { "data-line": block.line, class: classOf(block) };
  const tag = block.kind === "heading" ? `h${Math.min(Math.max(block.level, 1) + 2, 6)}` : "p";
  return h(tag, attributes, ...withMarks(block));
}

function classOf(block) {
  if (block.kind === "heading" && block.level < 1) return "title";
  return block.note && "note";
}

function withMarks({ text, mark, also }) {
  const marks = mark ? [mark, ...also] : [];
  const ends = [0, ...marks.map(([, end]) => end)];
  return [...marks.flatMap(([start, end], at) => [text.slice(ends[at], start), h("mark", {}, text.slice(start, end))]), text.slice(ends.at(-1))];
}

function tableView(block, column) {
  const names = block.columns.map((path) => path.join(" "));
  const columns = names.map((name) => h("th", { scope: "col" }, name));
  const table = h(
    "table",
    {},
    h("caption", {}, block.text),
    h("thead", {}, h("tr", {}, ...columns)),
    h("tbody", {}, ...block.rows.map((row) => rowView(row, names.indexOf(column)))),
  );
  const frame = { class: "source-table", "data-line": block.line, tabindex: "0", role: "region", "aria-label": block.text || "表" };
  return h("div", frame, table, ...block.notes.map((note) => h("p", { class: "note" }, note)));
}

/** The cell that is meant is marked; where none is known, those that hold the quoted words. */
function rowView(row, meant) {
  const isMarked = (cell, index) => row.marked && (meant < 0 ? cell.marked : index === meant);
  const cells = row.cells.map((cell, index) => h("td", { class: cell.carried && "carried" }, isMarked(cell, index) ? h("mark", {}, cell.text) : cell.text));
  return h("tr", { "data-line": row.line, class: row.marked && "marked" }, ...cells);
}
