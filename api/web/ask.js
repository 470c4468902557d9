// The view in which questions are asked: the conversation in the middle, the list of conversations at the side.

import { answerView, problemView } from "./answer.js";
import { composer } from "./composer.js";
import * as conversations from "./conversations.js";
import { announce, button, fill, h } from "./dom.js";
import { ask, getJson, Problem } from "./server.js";
import { showConversations } from "./sidebar.js";

const HISTORY = 6;
const STAGES = ["理解", "检索", "核对"];

let current = conversations.all()[0] ?? conversations.fresh();

/** What is on the screen. @type {{turns: HTMLElement, box: object} | null} */
let shown = null;

/** The question being answered. @type {{abort: AbortController, conversation: object, view: HTMLElement} | null} */
let running = null;

/** Show the current conversation. @param {HTMLElement} main */
export function showAsk(main) {
  const turns = h("div", { class: "turns" });
  const box = composer({
    scope: current.documents,
    onScope: (documents) => (current.documents = documents),
    onSend: send,
    onStop: () => running?.abort.abort(),
  });
  shown = { turns, box };
  fill(main, turns, box.element);
  fill(turns, ...content());
  box.working(running !== null);
  turns.lastElementChild?.scrollIntoView({ block: "end" });
  showConversations(current, (conversation) => {
    running?.abort.abort();
    current = conversation;
    showAsk(main);
    shown.box.focus();
  });
}

function content() {
  const views = current.turns.map(turnView);
  if (running?.conversation === current) views.push(running.view);
  return views.length ? views : [welcome()];
}

function welcome() {
  const starters = h("ul", { class: "starters" });
  getJson("/api/starters").then(
    (questions) => fill(starters, ...questions.map(starter)),
    (error) => {
      if (!(error instanceof Problem)) throw error;
    },
  );
  return h(
    "section",
    { class: "welcome" },
    h("h2", {}, "请提问"),
    h("p", {}, "答复只来自已收入的文件，每句话都标明出处；文件里没有的，会直接说明没有。"),
    starters,
  );
}

function starter(question) {
  return h("li", {}, button(question, () => send(question), { class: "asking" }));
}

function turnView(turn) {
  const view = h("article", { class: "turn" }, h("h2", { class: "question" }, turn.question));
  if (turn.answer) view.append(answerView(turn.answer, send));
  else if (turn.problem) view.append(problemView(turn.problem, () => send(turn.question)));
  return view;
}

/** @param {string} question */
async function send(question) {
  if (running) return;
  const turn = { question };
  const stages = stagesView();
  const view = turnView(turn);
  view.append(stages.element);
  const mine = { abort: new AbortController(), conversation: current, view };
  running = mine;
  shown.turns.querySelector(".welcome")?.remove();
  shown.turns.append(view);
  shown.box.working(true);
  view.scrollIntoView({ block: "end" });
  Object.assign(turn, await outcome(body(current, question), stages.at, mine.abort.signal));
  running = null;
  shown.box.working(false);
  keep(mine.conversation, turn);
  const finished = turnView(turn);
  view.replaceWith(finished);
  if (finished.isConnected) finished.scrollIntoView({ block: "nearest" });
  announce(turn.answer ? `答复：${turn.answer.answer}` : turn.problem);
}

/** The answer, or why there is none. */
async function outcome(request, onStage, signal) {
  try {
    return { answer: await ask(request, onStage, signal) };
  } catch (error) {
    if (error instanceof Problem) return { problem: error.message + (error.requestId ? `（编号 ${error.requestId}）` : "") };
    if (error instanceof DOMException && error.name === "AbortError") return { problem: "已停止。" };
    throw error;
  }
}

function keep(conversation, turn) {
  if (!conversation.turns.length && conversation.title === "新会话") conversation.title = turn.question.slice(0, 40);
  conversation.turns.push(turn);
  conversations.keep(conversation);
  showConversations.refresh();
}

function body(conversation, question) {
  const history = conversation.turns.filter((turn) => turn.answer).slice(-HISTORY);
  return { question, documents: conversation.documents, history: history.map((turn) => turn.answer) };
}

function stagesView() {
  const items = STAGES.map((stage) => h("li", {}, stage));
  return {
    element: h("ol", { class: "stages", "aria-label": "进度" }, ...items),
    at: (stage) => items.forEach((item) => item.setAttribute("aria-current", item.textContent === stage ? "step" : "false")),
  };
}
