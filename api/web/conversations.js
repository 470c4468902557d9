// Conversations, kept in this browser. Knows no elements and no server.

const KEY = "policy-assistant.conversations";
const KEPT = 200;

/**
 * @typedef {{question: string, answer?: object, problem?: string}} Turn
 * @typedef {{id: string, title: string, changed: number, documents: string[], turns: Turn[]}} Conversation
 */

/** @returns {Conversation[]} the latest first */
export function all() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept : [];
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof DOMException) return [];
    throw error;
  }
}

/** @param {string} id @returns {Conversation | undefined} */
export function find(id) {
  return all().find((conversation) => conversation.id === id);
}

/** @returns {Conversation} one that is kept once it has a turn */
export function fresh(documents = []) {
  const id = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return { id, title: "新会话", changed: Date.now(), documents, turns: [] };
}

/** @param {Conversation} conversation */
export function keep(conversation) {
  conversation.changed = Date.now();
  write([conversation, ...all().filter((other) => other.id !== conversation.id)].slice(0, KEPT));
}

/** @param {string} id @param {string} title */
export function rename(id, title) {
  write(all().map((conversation) => (conversation.id === id ? { ...conversation, title } : conversation)));
}

/** @param {string} id */
export function remove(id) {
  write(all().filter((conversation) => conversation.id !== id));
}

/** The conversation as text for people. @param {Conversation} conversation */
export function toText(conversation) {
  return [conversation.title, ...conversation.turns.map(turnToText)].join("\n\n");
}

/** An answer with its sources as text. @param {object} answer */
export function answerToText(answer) {
  const sources = answer.citations.map((citation) => `[${citation.n}] ${citation.place}\n    “${citation.quote}”`);
  return [answer.answer, ...(sources.length ? ["出处：", ...sources] : [])].join("\n");
}

function turnToText(turn) {
  return `问：${turn.question}\n答：${turn.answer ? answerToText(turn.answer) : turn.problem ?? "（没有答复）"}`;
}

/** Where the browser has no room, the oldest go first. @param {Conversation[]} conversations */
function write(conversations) {
  for (let count = conversations.length; count >= 0; count -= 1) {
    try {
      localStorage.setItem(KEY, JSON.stringify(conversations.slice(0, count)));
      return;
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
    }
  }
}
