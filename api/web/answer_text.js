// What an answer says, in words: the direct answer large, the rest below it, a line for each part of a compound question.

import { h } from "./dom.js";
import { factMark } from "./marks.js";
import { firstSentence, listOf, rowOf, stopOf, wordsOf } from "./statements.js";

/** Letters up to which the direct answer is a headline; a list of twenty units is none. */
const HEADLINE = 48;
/** How a line begins that is one of a list: 第3项…, 3.…, or “…”（第3项） as a whole. */
const LISTED = /^第?[\d一二三四五六七八九十]|^“.+”（第[\d、—]+项）。?$/;
const NAMED = 8;
const LONGEST_PLACE = 8;

/** @param {object} answer @param {import("./statements.js").Line[]} lines @param {boolean} isListed whether a table shows what is listed */
export function answerText(answer, lines, isListed) {
  const [first, ...others] = lines.filter((line) => !isInTable(line, answer));
  if (answer.comparison || !first) return h("div", { class: "answer-text by-place" }, ...[first, ...others].filter(Boolean).map(placeView));
  const row = rowOf(first);
  const list = row ? null : listOf(first);
  const [lead, rest] = row || list ? [headOf(row ?? list), []] : firstSentence(first);
  return h(
    "div",
    { class: "answer-text" },
    h("p", { class: wordsOf(lead).length <= HEADLINE ? "lead headline" : "lead" }, ...piecesView(announced(lead, answer))),
    row && fieldsView(row.fields),
    list && !isListed && itemsView(list.items),
    rest.length > 0 && lineView(rest),
    ...others.map(lineView),
  );
}

/**
 * Each part of a compound question has its line (found, not written, or refused), and below it its tables.
 * @param {object[]} parts @param {import("./statements.js").Line[][]} lines those of each part @param {Node[][]} tables
 */
export function partsView(parts, lines, tables) {
  const rows = parts.map((part, at) => {
    const [state, label] = stateOf(part);
    const said = lines[at].filter((line) => !isInTable(line, part)).map((line) => lineView(announced(line, part)));
    const words = h("div", {}, h("p", { class: "part-asked" }, part.understood), h("div", { class: "answer-text" }, ...said));
    return h("li", { class: `part ${state}` }, h("span", { class: "part-state" }, label), words, ...tables[at]);
  });
  return h("ol", { class: "parts", "aria-label": "各个问题" }, ...rows);
}

function stateOf({ status, answer }) {
  if (status === "refused") return ["refused", "没有找到"];
  return /未写|未载|未列明/.test(answer) ? ["absent", "文件未写"] : ["found", "已查到"];
}

/** Lines that the table below says again: its tasks one by one, and the places that say nothing. */
function isInTable(line, { tasks, comparison }) {
  const words = wordsOf(line);
  if (comparison) return words.startsWith("未提及：");
  return tasks?.length > 1 && LISTED.test(words) && tasks.some(({ task, measure }) => words.includes(`“${task}”`) || words.includes(measure.slice(0, NAMED)));
}

/** “共3项：” announces the table, which has a mark in every row. */
function announced(line, { tasks }) {
  const words = wordsOf(line);
  return tasks?.length > 1 && /：$/.test(words) ? [words.slice(0, -1)] : line;
}

/** “鹿城：2025年企业入驻率85%”: the place stands out, for that is what the eye looks for. */
function placeView(line) {
  const [words, ...rest] = line;
  const at = typeof words === "string" ? words.indexOf("：") : -1;
  if (at < 1 || at > LONGEST_PLACE) return lineView(line);
  return h("p", {}, h("strong", {}, words.slice(0, at + 1)), ...piecesView([words.slice(at + 1), ...rest]));
}

function lineView(line) {
  const row = rowOf(line);
  const list = row ? null : listOf(line);
  if (!row && !list) return h("p", {}, ...piecesView(line));
  return h("div", {}, h("p", {}, ...piecesView(headOf(row ?? list))), row ? fieldsView(row.fields) : itemsView(list.items));
}

function headOf({ head, facts }) {
  return [head, ...facts];
}

function fieldsView(fields) {
  return h("dl", { class: "fields" }, ...fields.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))));
}

function itemsView(items) {
  return h("ol", { class: "items" }, ...items.map((item) => h("li", {}, item)));
}

/** Marks keep together with the stop behind them, so that no line begins with a stop. */
function piecesView(line) {
  return line.map((piece, at) => {
    const before = at > 0 && typeof line[at - 1] !== "string";
    if (typeof piece === "string") return before ? piece.slice(stopOf(piece).length) : piece;
    return h("span", { class: "marks" }, factMark(piece), stopOf(line[at + 1]));
  });
}
