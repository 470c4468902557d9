// An answer on the page: direct answer first, marks that open the source, sources, refusals, follow-ups.

import { comparisonTable } from "./comparison_table.js";
import { answerToText } from "./conversations.js";
import { button, copyText, h, saveFile } from "./dom.js";
import { feedbackView } from "./feedback.js";
import { citationMark, citationPlace } from "./marks.js";
import { answerFile, Problem } from "./server.js";
import { openSource } from "./source.js";
import { nameOf } from "./state.js";
import { taskTable } from "./task_table.js";

const REASONS = {
  not_in_corpus: "文件中没有",
  out_of_scope: "不属于政策文件的问题",
  false_premise: "问题的前提与文件不符",
  ambiguous: "有几种理解，请说明是哪一种",
};

const MARKS = /((?:\[\d{1,4}\])+[。；，、：！？）”]?)/;

/** @param {import("./local_conversations.js").Turn} turn @param {(question: string) => void} onAsk */
export function answerView({ answer, feedback }, onAsk) {
  const refused = answer.status === "refused";
  const text = h("div", { class: "answer-text" }, ...marked(answer));
  return h(
    "section",
    { class: refused ? "answer refusal" : "answer" },
    compact(answer.understood) !== compact(answer.question) && h("p", { class: "understood" }, `理解为：${answer.understood}`),
    refused && h("p", { class: "refusal-reason" }, REASONS[answer.refusal?.reason] ?? "不能回答"),
    text,
    answer.notice && h("p", { class: "notice" }, answer.notice),
    answer.tasks?.length > 1 && folded(`任务表（${answer.tasks.length}项）`, () => taskTable(answer.tasks)),
    answer.comparison && folded("比较表", () => comparisonTable(answer.comparison)),
    sourcesView(answer),
    refused && closestView(answer, onAsk),
    ...footView(answer, feedback, refused),
    !refused && followUpsView(answer, onAsk),
  );
}

/** What is said, without the ways of writing it: “？” and “?” are understood alike. */
function compact(text) {
  return text.normalize("NFKC").replace(/[\s\p{P}]/gu, "");
}

/** What went wrong, which whoever shows it announces, and a way to try again. @param {string} problem @param {() => void} onRetry */
export function problemView(problem, onRetry) {
  return h("section", { class: "answer problem" }, h("p", {}, problem), button("再试一次", onRetry));
}

/** The answer's paragraphs; each [n] becomes a mark that opens its source. */
function marked(answer) {
  const citations = new Map(answer.citations.map((citation) => [citation.n, citation]));
  return answer.answer.split("\n").map((line) => h("p", {}, ...line.split(MARKS).map((part) => markedPart(part, citations))));
}

/** Marks keep together with the stop behind them, so that no line begins with a stop. */
function markedPart(part, citations) {
  if (!part.startsWith("[")) return part;
  const pieces = part.split(/\[(\d{1,4})\]/);
  return h(
    "span",
    { class: "marks" },
    ...pieces.map((piece, index) => {
      const citation = index % 2 ? citations.get(Number(piece)) : null;
      return citation ? citationMark(citation) : index % 2 ? `[${piece}]` : piece;
    }),
  );
}

function sourcesView(answer) {
  if (!answer.citations.length) return null;
  const items = answer.citations.map((citation) =>
    h(
      "li",
      { value: citation.n },
      button(citation.place, () => openSource(citationPlace(citation)), { class: "place" }),
      h("blockquote", {}, citation.quote),
    ),
  );
  const list = h("ol", { class: "sources" }, ...items);
  return answer.citations.length > 3
    ? h("details", { class: "folded", open: answer.citations.length < 6 }, h("summary", {}, `出处（${items.length}处）`), list)
    : h("div", {}, h("h3", { class: "sources-title" }, "出处"), list);
}

function closestView(answer, onAsk) {
  const { closest = [], searched = [] } = answer.refusal ?? {};
  return h(
    "div",
    { class: "closest" },
    searched.length > 0 && h("p", {}, `已查找：${searched.map(nameOf).join("、")}`),
    closestList("相近的内容：", closest.filter((one) => !isQuestion(one))),
    followUpsView({ follow_ups: closest.some(isQuestion) ? closest.filter(isQuestion) : answer.follow_ups }, onAsk),
  );
}

function isQuestion(text) {
  return /[？?]$/.test(text);
}

function closestList(title, items) {
  return items.length > 0 && h("div", {}, h("p", {}, title), h("ul", {}, ...items.map((item) => h("li", {}, item))));
}

function footView(answer, given, refused) {
  const copy = button("复制（带出处）", async () => {
    copy.textContent = (await copyText(answerToText(answer))) ? "已复制" : "复制不了";
    setTimeout(() => (copy.textContent = "复制（带出处）"), 2000);
  });
  const writer = answer.writer === "extractive" ? "摘自原文，未经大模型改写" : "AI 生成，已与原文核对";
  const made = refused ? "" : `${writer} · `;
  const feedback = answer.ref && feedbackView(answer.ref, given);
  const words = h("span", {}, `${made}${Math.round(answer.elapsed_ms)} 毫秒`);
  return [h("div", { class: "foot" }, copy, wordButton(answer), feedback && feedback.buttons, words), feedback && feedback.more];
}

/** Keeps the answer as it stands here; where its documents have changed, says why that cannot be. */
function wordButton(answer) {
  const save = button("存为 Word", async () => {
    try {
      saveFile("政策问答.docx", await answerFile(answer));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      save.textContent = error.message;
    }
  });
  return save;
}

function followUpsView(answer, onAsk) {
  if (!answer.follow_ups.length) return null;
  return h(
    "ul",
    { class: "follow-ups", "aria-label": "还可以问" },
    ...answer.follow_ups.map((question) => h("li", {}, button(question, () => onAsk(question), { class: "asking" }))),
  );
}

/** A part that is drawn when it is unfolded. */
function folded(title, draw) {
  const details = h("details", { class: "folded" }, h("summary", {}, title));
  details.addEventListener("toggle", () => details.append(draw()), { once: true });
  return details;
}
