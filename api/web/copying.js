// What copying an answer or a table puts on the clipboard: HTML with real tables for WPS, Word and 飞书, and plain text.

import { h } from "./dom.js";
import { placesOf } from "./marks.js";
import { wordsOf } from "./statements.js";

/** Parts of a table that are for the screen: unfolding, bars. */
const FOR_SCREEN = "[data-screen]";
const BY = { extractive: [] };
const AI = "（AI 生成，已与原文核对）";

/** The answer with its tables and sources: plain text, then HTML. @param {object} answer @param {HTMLTableElement[]} tables */
export function answerToCopy(answer, { lines, facts }, tables) {
  const said = lines.map(marked);
  const sources = facts.map((fact) => `[${fact.n}] ${sourceOf(fact)}`);
  const by = BY[answer.writer] ?? [AI];
  const plain = [...said, ...tables.map(tableToText), ...(sources.length ? ["依据：", ...sources] : []), ...by];
  const html = h(
    "div",
    {},
    ...said.map(paragraph),
    ...tables.map(plainTable),
    ...(sources.length ? ["依据：", ...sources] : []).map(paragraph),
    ...by.map(paragraph),
  );
  return [plain.join("\n"), html.outerHTML];
}

/** The answer as prose, its sources in brackets. @param {object} answer */
export function answerToProse(answer, { lines }) {
  const said = lines.map((line) => line.map((piece) => (typeof piece === "string" ? piece : `（${piecePlaces(piece)}）`)).join(""));
  return [[...said, ...(BY[answer.writer] ?? [AI])].join("\n")];
}

/** A table as plain text and as HTML. @param {HTMLTableElement} table */
export function tableToCopy(table) {
  return [tableToText(table), plainTable(table).outerHTML];
}

function marked(line) {
  return wordsOf(line.map((piece) => (typeof piece === "string" ? piece : `[${piece.n}]`)));
}

function sourceOf({ citations }) {
  return placesOf(citations).map((citation) => `${citation.place}：“${citation.quote}”`).join("；");
}

function piecePlaces({ citations }) {
  return [...new Set(placesOf(citations).map((citation) => citation.place))].join("；");
}

function paragraph(text) {
  return h("p", {}, text);
}

function tableToText(table) {
  return rowsOf(table).map((row) => row.map(({ text }) => text).join("\t")).join("\n");
}

function plainTable(table) {
  const rows = rowsOf(table).map((row) => h("tr", {}, ...row.map(({ text, tag, span }) => h(tag, { colspan: span }, text))));
  return h("table", { border: "1", cellspacing: "0" }, ...rows);
}

function rowsOf(table) {
  return [...table.rows].filter((row) => !row.matches(FOR_SCREEN)).map((row) => [...row.cells].filter((cell) => !cell.matches(FOR_SCREEN)).map(cellOf));
}

function cellOf(cell) {
  const copy = cell.cloneNode(true);
  for (const part of copy.querySelectorAll(FOR_SCREEN)) part.remove();
  return { text: copy.textContent.trim(), tag: cell.tagName.toLowerCase(), span: cell.colSpan > 1 && cell.colSpan };
}
