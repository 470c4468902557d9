// An answer on the page in three layers: the direct answer, its table, one quiet line of what it rests on.

import { answerFoot } from "./answer_foot.js";
import { sourcesView } from "./answer_sources.js";
import { answerText, partsView } from "./answer_text.js";
import { comparisonTable } from "./comparison_table.js";
import { button, h } from "./dom.js";
import { listedRows, recordTable } from "./record_table.js";
import { nameOf } from "./state.js";
import { linesOfParts, statementsOf } from "./statements.js";
import { taskTable } from "./task_table.js";

const REASONS = {
  not_in_corpus: "文件中没有",
  out_of_scope: "不属于政策文件的问题",
  false_premise: "问题的前提与文件不符",
  ambiguous: "有几种理解，请说明是哪一种",
};

/**
 * What can be done with an answer besides reading it.
 * @typedef {{onAsk: (question: string) => void, onAgain: () => void, onEdit: () => void}} Actions
 */

/** @param {import("./local_conversations.js").Turn} turn @param {Actions} actions */
export function answerView({ answer, feedback }, actions) {
  const refused = answer.status === "refused";
  const isDoubtful = answer.surety === "doubtful";
  const statements = statementsOf(answer);
  const { words, tables, below } = contentOf(answer, statements.lines);
  return h(
    "section",
    { class: refused ? "answer refusal" : "answer" },
    understoodView(answer, actions.onEdit),
    refused && h("p", { class: "refusal-reason" }, REASONS[answer.refusal?.reason] ?? "不能回答"),
    isDoubtful && h("p", { class: "caution" }, answer.notice),
    words,
    ...below,
    sourcesView(statements.facts, isDoubtful ? null : answer.notice),
    refused && closestView(answer, actions.onAsk),
    ...answerFoot({ answer, feedback, statements, tables, onAgain: actions.onAgain }),
    !refused && followUpsView(answer.follow_ups, actions.onAsk),
  );
}

/** What went wrong, which whoever shows it announces, and a way to try again. @param {string} problem @param {() => void} onRetry */
export function problemView(problem, onRetry) {
  return h("section", { class: "answer problem" }, h("p", {}, problem), button("再试一次", onRetry));
}

/** What is said in words, all tables, and those of them that stand below the words. */
function contentOf(answer, lines) {
  const parts = answer.parts && linesOfParts(lines, answer.parts);
  if (parts) {
    const ofParts = answer.parts.map(tablesOfPart);
    return { words: partsView(answer.parts, parts, ofParts), tables: ofParts.flat(), below: [] };
  }
  const listed = listedRows(answer, lines);
  const tables = listed ? [recordTable(listed)] : (answer.parts ?? [answer]).flatMap(tablesOfPart);
  return { words: answerText(answer, lines, listed !== null), tables, below: tables };
}

/** The tables of a part, save those that stand with a part before: who leads and by when are asked of the same tasks. */
function tablesOfPart(part, at, parts) {
  const isThere = ({ tasks, comparison }) => isAlike(tasks, part.tasks) && isAlike(comparison, part.comparison);
  return parts.slice(0, at).some(isThere) ? [] : tablesOf(part);
}

function isAlike(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

function tablesOf({ tasks, comparison }) {
  return [tasks?.length > 0 && taskTable(tasks, { sortable: tasks.length > 1 }), comparison && comparisonTable(comparison)].filter(Boolean);
}

/** What is said, without the ways of writing it: “？” and “?” are understood alike. */
function compact(text) {
  return text.normalize("NFKC").replace(/[\s\p{P}]/gu, "");
}

/** How a question was understood, where that says anything: not of a greeting, nor of what is no question to documents. */
function understoodView({ question, understood, citations, refusal }, onEdit) {
  const isLookedFor = citations.length > 0 || (refusal && refusal.reason !== "out_of_scope");
  const words = isLookedFor && compact(understood) !== compact(question) && `理解为：${understood}`;
  return h("p", { class: "understood" }, words && h("span", { title: words }, words), button("改问法", onEdit, { class: "quiet" }));
}

function closestView(answer, onAsk) {
  const { closest = [], searched = [] } = answer.refusal ?? {};
  const said = closest.filter((one) => !isQuestion(one));
  return h(
    "div",
    { class: "closest" },
    searched.length > 0 && h("p", {}, `已查找：${searched.map(nameOf).join("、")}`),
    said.length > 0 && h("div", {}, h("p", {}, "相近的内容："), h("ul", {}, ...said.map((item) => h("li", {}, item)))),
    followUpsView(closest.some(isQuestion) ? closest.filter(isQuestion) : answer.follow_ups, onAsk),
  );
}

function isQuestion(text) {
  return /[？?]$/.test(text);
}

function followUpsView(questions, onAsk) {
  if (!questions.length) return null;
  const items = questions.map((question) => h("li", {}, button(question, () => onAsk(question), { class: "asking" })));
  return h("ul", { class: "follow-ups", "aria-label": "还可以问" }, ...items);
}
