// The view in which questions are asked: the conversation in the middle, the list of conversations at the side.

import { answerView, problemView } from "./answer.js";
import { composer } from "./composer.js";
import * as conversations from "./conversations.js";
import { announce, fill, h } from "./dom.js";
import { ask, getJson, Problem } from "./server.js";
import { showConversations } from "./sidebar.js";

const HISTORY = 6;
const STAGES = ["理解", "检索", "核对"];

let current = conversations.all()[0] ?? conversations.fresh();
/**
 * The question that is being answered, where it is shown, and the composer that waits for it.
 * @type {{abort: AbortController, conversation: object, view: HTMLElement, box: object} | null}
 */
let running = null;

/** Show the conversation. @param {HTMLElement} main */
export function showAsk(main) {
  const turns = h("div", { class: "turns" });
  const box = composer({
    scope: current.documents,
    onScope: (documents) => (current.documents = documents),
    onSend: (question) => send(turns, box, question),
    onStop: () => running?.abort.abort(),
  });
  fill(main, turns, box.element);
  fill(turns, ...(current.turns.length ? current.turns.map((turn) => turnView(turn, turns, box)) : [welcome(turns, box)]));
  if (running?.conversation === current) {
    turns.querySelector(".welcome")?.remove();
    turns.append(running.view);
    box.working(true);
    running.box = box;
  }
  turns.lastElementChild?.scrollIntoView({ block: "end" });
  showConversations(current, (conversation) => {
    running?.abort.abort();
    current = conversation;
    showAsk(main);
    box.focus();
  });
}

function welcome(turns, box) {
  const starters = h("ul", { class: "starters" });
  getJson("/api/starters").then(
    (questions) =>
      fill(starters, ...questions.map((question) => h("li", {}, asking(question, () => send(turns, box, question))))),
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

function asking(question, onclick) {
  return h("button", { type: "button", class: "asking", onclick }, question);
}

function turnView(turn, turns, box) {
  const view = h("article", { class: "turn" }, h("h2", { class: "question" }, turn.question));
  if (turn.answer) view.append(answerView(turn.answer, (question) => send(turns, box, question)));
  else if (turn.problem) view.append(problemView(turn.problem, () => send(turns, box, turn.question)));
  return view;
}

async function send(turns, box, question) {
  if (running) return;
  const conversation = current;
  const turn = { question };
  const stages = stagesView();
  const view = turnView(turn, turns, box);
  view.append(stages.element);
  turns.querySelector(".welcome")?.remove();
  turns.append(view);
  view.scrollIntoView({ block: "end" });
  const abort = new AbortController();
  running = { abort, conversation, view, box };
  box.working(true);
  try {
    turn.answer = await ask(body(conversation, question), stages.at, abort.signal);
    announce(`答复：${turn.answer.answer}`);
  } catch (error) {
    turn.problem = explained(error);
    announce(turn.problem);
  }
  running.box.working(false);
  running = null;
  finish(conversation, turn);
  const finished = turnView(turn, turns, box);
  view.replaceWith(finished);
  if (finished.isConnected) finished.scrollIntoView({ block: "nearest" });
}

function finish(conversation, turn) {
  if (!conversation.turns.length && conversation.title === "新会话") conversation.title = turn.question.slice(0, 40);
  conversation.turns.push(turn);
  conversations.keep(conversation);
  showConversations.refresh();
}

function body(conversation, question) {
  const history = conversation.turns.filter((turn) => turn.answer).slice(-HISTORY);
  return { question, documents: conversation.documents, history: history.map((turn) => turn.answer) };
}

function explained(error) {
  if (error instanceof Problem) return error.message + (error.requestId ? `（编号 ${error.requestId}）` : "");
  if (error instanceof DOMException && error.name === "AbortError") return "已停止。";
  throw error;
}

function stagesView() {
  const items = STAGES.map((stage) => h("li", {}, stage));
  const element = h("ol", { class: "stages", "aria-label": "进度" }, ...items);
  return {
    element,
    at: (stage) => items.forEach((item) => item.toggleAttribute("aria-current", item.textContent === stage)),
  };
}
