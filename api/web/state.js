// What the whole page shares: the documents of the corpus, by id.

import { getJson } from "./server.js";

/** @type {Map<string, object>} */
const documents = new Map();
const listeners = new Set();

/** @returns {object[]} in the order of the corpus */
export function listDocuments() {
  return [...documents.values()];
}

/** @param {string} id @returns {object | undefined} */
export function documentOf(id) {
  return documents.get(id);
}

/** What people call a document: the place, else its title; behind it that it is out of force. @param {string} id */
export function nameOf(id) {
  const known = documents.get(id);
  const name = known?.regions[0] ?? known?.title ?? id;
  return known?.standing ? `${name}（${known.standing}）` : name;
}

/** Read the list anew; throws Problem. */
export async function loadDocuments() {
  const list = await getJson("api/documents");
  documents.clear();
  for (const item of list) documents.set(item.id, item);
  for (const listener of listeners) listener();
}

/** @param {() => void} listener called whenever the list has changed */
export function onDocuments(listener) {
  listeners.add(listener);
}
