// The view in which questions are asked: the conversation in the middle, the list of conversations at the side.

import { composer } from "./composer.js";
import * as conversations from "./conversations.js";
import { announce, fill, h } from "./dom.js";
import { asking } from "./draft.js";
import { homeView } from "./home.js";
import { addressOf, go, here } from "./routing.js";
import { withYear } from "./scope.js";
import { ask, Problem } from "./server.js";
import { showConversations } from "./sidebar.js";
import { entitle } from "./tabs.js";
import { stagesView, turnView } from "./turn.js";

const HISTORY = 6;

let current = conversations.fresh();
let year = null;

/** What is on the screen. @type {{main: HTMLElement, turns: HTMLElement, box: object} | null} */
let shown = null;

/** The question being answered. @type {{abort: AbortController, conversation: object, view: HTMLElement} | null} */
let running = null;

/** Show a conversation, a new one where none is named. @param {HTMLElement} main */
export async function showAsk(main, _, [id = ""]) {
  const isThere = id === current.id && shown?.conversation === current && shown.turns.isConnected;
  if (isThere) return;
  if (id !== current.id && id === running?.conversation.id) current = running.conversation;
  if (id !== current.id && !id) [current, year] = [conversations.fresh(), null];
  draw(main);
  if (id === current.id) return shown.box.focus();
  const found = await conversations.open(id);
  if (here().rest[0] !== id) return;
  if (found) choose(found);
  else fill(shown.turns, h("p", { class: "pane-note", role: "alert" }, "没有这个会话：它可能已经删除，或属于别人。"), ...content());
}

function draw(main) {
  const turns = h("div", { class: "turns" });
  const box = composer({ scope: { documents: current.documents, year }, onScope: setScope, onSend: send, onStop: stop, onUp: toAnswer, asked: questions });
  shown = { main, turns, box, conversation: current };
  fill(turns, ...content());
  fill(main, turns, box.element);
  box.working(running !== null);
  if (current.turns.length) bring(turns.lastElementChild);
  list();
}

/** The conversation in the list of all, and as the name of the window. */
function list() {
  entitle(current.turns.length ? current.title : "问答");
  showConversations(current);
}

/** The keyboard's short way from the question box: to the first mark of the newest answer, or what else can be done there. */
function toAnswer() {
  const newest = shown.turns.lastElementChild;
  (newest.querySelector(".mark") ?? newest.querySelector("button"))?.focus();
}

/** Bring a turn into view: a long one from its question on. @param {HTMLElement} view */
function bring(view) {
  view.scrollIntoView({ block: view.offsetHeight > shown.main.clientHeight / 2 ? "start" : "end" });
}

/** Show a conversation that stands at the address. */
function choose(conversation) {
  current = conversation;
  draw(shown.main);
  shown.box.focus();
}

function questions() {
  return current.turns.map((turn) => turn.question);
}

function stop() {
  running?.abort.abort();
}

function setScope(scope) {
  current.documents = scope.documents;
  year = scope.year;
  conversations.keepScope(current);
}

function content() {
  const views = current.turns.map(viewOf);
  if (running?.conversation === current) views.push(running.view);
  return views.length ? views : [homeView({ onAsk: send, onFile: shown.box.choose })];
}

/** A turn of the conversation; asked again or in other words, it is answered in its place. */
function viewOf(turn) {
  return turnView(turn, { onAsk: send, onAgain: (words) => send(words, turn) });
}

/** @param {string} words @param {object} [instead] the turn whose place the answer takes */
async function send(words, instead) {
  if (running) return;
  const turn = { question: instead ? words : withYear(words, year), asked_at: new Date().toISOString() };
  const stages = stagesView();
  const view = viewOf(turn);
  view.append(stages.element);
  const mine = { abort: new AbortController(), conversation: current, view };
  running = mine;
  shown.turns.querySelector(".welcome")?.remove();
  shown.box.working(true);
  asking(words);
  if (instead) stand(view, shown.turns.children[current.turns.indexOf(instead)]);
  else present(view);
  Object.assign(turn, await outcome(mine.conversation, turn.question, stages.at, mine.abort.signal, instead));
  running = null;
  asking("");
  shown.box.working(false);
  if (turn.problem) await abandon(mine.conversation);
  if (turn.problem && instead?.answer) return restore(mine, instead, turn.problem);
  conversations.add(mine.conversation, turn, instead);
  finish(mine, turn);
}

/** Put a new turn at the top of the screen, with room below it: its answer moves nothing when it comes. */
function present(view) {
  for (const other of shown.turns.children) other.style.minHeight = "";
  view.style.minHeight = `${shown.main.clientHeight - shown.box.element.offsetHeight}px`;
  shown.turns.append(view);
  view.scrollIntoView({ block: "start" });
}

/** Put a turn in the place of another, of whose height it stays until it is answered. */
function stand(view, place) {
  view.style.minHeight = `${place.offsetHeight}px`;
  place.replaceWith(view);
  view.scrollIntoView({ block: "nearest" });
}

/** What was answered before stays where asking again has failed. */
function restore({ view }, instead, problem) {
  const restored = viewOf(instead);
  restored.append(h("p", { class: "problem", role: "alert" }, problem));
  view.replaceWith(restored);
}

/** Put the answer in the place of the stages and say it once. */
function finish({ conversation, view }, turn) {
  const finished = viewOf(turn);
  if (view === view.parentElement?.lastElementChild) finished.style.minHeight = view.style.minHeight;
  view.replaceWith(finished);
  announce(turn.answer ? `答复：${turn.answer.answer}${turn.answer.notice ?? ""}` : turn.problem);
  if (conversation === current) list();
}

/** A conversation that has no answer yet is at the address of a new one again. */
async function abandon(conversation) {
  await conversations.forget(conversation);
  if (!conversation.id && conversation === current && here().view === "ask") go(addressOf("ask"), { replace: true });
}

/** The answer, or why there is none. */
async function outcome(conversation, question, onStage, signal, instead) {
  try {
    await conversations.begin(conversation);
    if (conversation === current && here().view === "ask") go(addressOf("ask", [conversation.id]));
    return { answer: await ask(body(conversation, question, instead), onStage, signal) };
  } catch (error) {
    if (error instanceof Problem) return { problem: error.message + (error.requestId ? `（编号 ${error.requestId}）` : "") };
    if (error instanceof DOMException && error.name === "AbortError") return { problem: "已停止。" };
    throw error;
  }
}

function body(conversation, question, instead) {
  const asked = { question, documents: conversation.documents };
  if (!conversation.local) return { ...asked, conversation_id: conversation.id, ...(instead?.answer ? { replaces: instead.answer.ref } : {}) };
  const earlier = instead ? conversation.turns.slice(0, conversation.turns.indexOf(instead)) : conversation.turns;
  const answers = earlier.filter((turn) => turn.answer).map((turn) => turn.answer);
  return { ...asked, history: answers.slice(-HISTORY) };
}
