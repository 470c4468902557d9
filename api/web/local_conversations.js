// Conversations kept in this browser, for a server that keeps none. Knows no elements and no server.

const KEY = "policy-assistant.conversations";
const KEPT = 200;

/**
 * @typedef {{question: string, asked_at?: string, answer?: object, problem?: string, feedback?: object | null}} Turn
 * @typedef {{id: string, title: string, documents: string[], turns: Turn[], local: boolean, pinned?: boolean,
 *            updated_at?: string}} Conversation
 */

/** @returns {Conversation[]} the latest first */
export function all() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.map((one) => ({ ...one, local: true })) : [];
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof DOMException) return [];
    throw error;
  }
}

/** An id that no other conversation has. */
export function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param {Conversation} conversation */
export function keep(conversation) {
  write([conversation, ...all().filter((other) => other.id !== conversation.id)].slice(0, KEPT));
}

/** @param {string} id @param {{title?: string, pinned?: boolean}} change */
export function change(id, change) {
  write(all().map((conversation) => (conversation.id === id ? { ...conversation, ...change } : conversation)));
}

/** @param {string} id */
export function remove(id) {
  write(all().filter((conversation) => conversation.id !== id));
}

/** Where the browser has no room, the oldest conversations go first, then the oldest turns of what is left. */
function write(conversations) {
  for (let kept = conversations; !written(kept); ) {
    if (kept.length > 1) kept = kept.slice(0, Math.ceil(kept.length / 2));
    else if (kept[0]?.turns.length > 1) kept = [{ ...kept[0], turns: kept[0].turns.slice(Math.ceil(kept[0].turns.length / 2)) }];
    else return;
  }
}

function written(conversations) {
  try {
    localStorage.setItem(KEY, JSON.stringify(conversations));
    return true;
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}
