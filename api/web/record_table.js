// The rows of a printed table that an answer lists, as that table; what it lists in words is not said twice.

import { h } from "./dom.js";
import { citationPlace } from "./marks.js";
import { openSource } from "./source.js";
import { listOf } from "./statements.js";
import { table } from "./table.js";

/** The citations of the rows, one for each thing listed, in its order; null where the list is not of rows of one table. */
export function listedRows(answer, lines) {
  const list = lines.length === 1 ? listOf(lines[0]) : null;
  if (!list || answer.tasks || answer.comparison) return null;
  const rows = list.items.map((item) => answer.citations.find(({ table: cited }) => cited?.row && cited.cells?.some((cell) => cell && item.startsWith(cell))));
  const isOne = rows.every((row) => row && row.document_id === rows[0].document_id && row.table.title === rows[0].table.title);
  return isOne && new Set(rows.map((row) => row.table.row)).size === rows.length ? rows : null;
}

/** @param {object[]} rows citations of whole rows of one table */
export function recordTable(rows) {
  const { names, title } = rows[0].table;
  const cells = rows.map(({ table: cited }) => cited.cells.map((cell, at) => (names[at] === cited.column ? h("strong", {}, cell) : cell)));
  const sorted = names.map((_, at) => at);
  return table(`${title}：${rows.length}行`, names, cells, { sorted, kind: "records cards", opens: (at) => openSource(citationPlace(rows[at])) });
}
