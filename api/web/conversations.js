// Conversations: kept by the server and, where it keeps none, in this browser. Knows no elements.

import { readable } from "./days.js";
import * as local from "./local_conversations.js";
import { address, getJson, Problem, sendJson } from "./server.js";

/** @typedef {import("./local_conversations.js").Conversation} Conversation */

/** The title of a conversation that has no question yet. */
const UNTITLED = "新会话";
const MOST_PINNED = 200;

/** Whether the server keeps conversations, as far as it has been asked. */
let kept = true;

/** @returns {boolean} whether what is said now is kept by the server */
export function areKept() {
  return kept;
}

/** @returns {Conversation} one over all documents, that is kept once it has a turn */
export function fresh() {
  return { id: "", title: UNTITLED, documents: [], turns: [], local: false };
}

/**
 * A page of the list: those that are pinned, then the latest, then those of this browser. Without a question there is
 * nothing to come back to.
 * @param {{words?: string, after?: string}} [sought] words they hold; where to go on
 */
export async function list({ words = "", after = "" } = {}) {
  const ask = (query) => kindly(() => getJson("api/conversations", { q: words, ...query }), null);
  const [pinned, page] = await Promise.all([after ? null : ask({ pinned: true, limit: MOST_PINNED }), ask({ pinned: false, after })]);
  kept = page !== null;
  const items = [...(pinned?.items ?? []), ...(page?.items ?? [])].filter((item) => item.turns > 0);
  const all = items.map((item) => ({ ...item, local: false }));
  return page?.next ? { items: all, next: page.next } : { items: [...all, ...local.all().filter(holds(words))], next: null };
}

function holds(words) {
  return (conversation) => !words || toText(conversation).includes(words);
}

/** The conversation with its turns; undefined where there is none of that id. @param {string} id */
export async function open(id) {
  const mine = local.all().find((conversation) => conversation.id === id);
  if (mine) return mine;
  const found = await kindly(() => getJson(`api/conversations/${encodeURIComponent(id)}`), undefined);
  return found && { ...found, local: false };
}

/** Give a conversation the name it is kept by. @param {Conversation} conversation */
export async function begin(conversation) {
  if (conversation.id) return;
  const body = { documents: conversation.documents };
  const made = kept ? await kindly(() => sendJson("POST", "api/conversations", body), null) : null;
  Object.assign(conversation, made ? { id: made.id } : { id: local.newId(), local: true });
}

/** Add a turn, in the place of another where one is named; the server has kept it already where it keeps the conversation. */
export function add(conversation, turn, instead) {
  if (!conversation.turns.length && conversation.title === UNTITLED) conversation.title = turn.question.slice(0, 40);
  const at = conversation.turns.indexOf(instead);
  if (at < 0) conversation.turns.push(turn);
  else conversation.turns[at] = turn;
  if (conversation.local && conversation.turns.some((one) => one.answer)) local.keep({ ...conversation, updated_at: new Date().toISOString() });
}

/** Remember the documents it is about. @param {Conversation} conversation */
export async function keepScope(conversation) {
  if (!conversation.id || conversation.local) return;
  await kindly(() => sendJson("PATCH", pathOf(conversation), { documents: conversation.documents }), null);
}

/** @param {Conversation} conversation @param {{title?: string, pinned?: boolean}} change throws Problem */
export async function change(conversation, change) {
  if (conversation.local) local.change(conversation.id, change);
  else await sendJson("PATCH", pathOf(conversation), change);
}

/** Where the first question of a conversation came to nothing, it was never begun. @param {Conversation} conversation */
export async function forget(conversation) {
  if (conversation.local || !conversation.id || conversation.turns.some((turn) => turn.answer)) return;
  await kindly(() => remove(conversation), null);
  conversation.id = "";
}

/** @param {Conversation} conversation throws Problem */
export async function remove(conversation) {
  if (conversation.local) local.remove(conversation.id);
  else await sendJson("DELETE", pathOf(conversation));
}

/** Where the server offers it as a file. @param {Conversation} conversation @param {"md" | "docx"} format */
export function fileAddress(conversation, format) {
  return address(`${pathOf(conversation)}/export`, { format });
}

/** The conversation as text for people. @param {Conversation} conversation */
export function toText(conversation) {
  return [conversation.title, ...conversation.turns.map(turnToText)].join("\n\n");
}

/** An answer with its sources as text. @param {object} answer */
function answerToText(answer) {
  const sources = answer.citations.map((citation) => `[${citation.n}] ${citation.place}\n    “${citation.quote}”`);
  const made = answer.writer === "extractive" ? [] : ["（AI 生成，已与原文核对）"];
  return [answer.answer, ...(sources.length ? ["出处：", ...sources] : []), ...made].join("\n");
}

function turnToText(turn) {
  const asked = turn.asked_at ? `（${readable(turn.asked_at)}）` : "";
  return `问：${turn.question}${asked}\n答：${turn.answer ? answerToText(turn.answer) : turn.problem ?? "（没有答复）"}`;
}

function pathOf(conversation) {
  return `api/conversations/${encodeURIComponent(conversation.id)}`;
}

/** What the server says; where it refuses, `otherwise`: keeping is a courtesy, and asking goes on without it. */
async function kindly(request, otherwise) {
  try {
    return await request();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return otherwise;
  }
}
