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

/** The question is on its way. @param {string} question */
export function sendDraft(question) {
  sent = question;
  keepDraft("");
}

function read() {
  try {
    return sessionStorage.getItem(KEY) ?? "";
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return "";
  }
}

/** Whoever has to sign in first finds the question that was not answered again. */
window.addEventListener(SIGNED_OUT, () => draft || keepDraft(sent));
