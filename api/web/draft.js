// What has been typed and not answered: it outlives a change of view, a reload and having to sign in. And what was asked.

import { SIGNED_OUT } from "./server.js";

const KEY = "policy-assistant.draft";
let draft = read();
let sent = "";

/** @returns {string} */
export function draftOf() {
  return draft;
}

/** @param {string} words */
export function keepDraft(words) {
  draft = words;
  try {
    sessionStorage.setItem(KEY, words);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

/** The question is on its way; an empty one: it has come to an answer, or why there is none. @param {string} question */
export function asking(question) {
  sent = question;
}

function read() {
  try {
    return sessionStorage.getItem(KEY) ?? "";
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return "";
  }
}

/** Whoever has to sign in first, or leaves the page before the answer is there, finds the question again. */
for (const event of [SIGNED_OUT, "pagehide"]) window.addEventListener(event, () => draft || keepDraft(sent));
