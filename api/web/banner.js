// The banner above everything: what does not work as it should, and what that means for answers.

import { fill, h } from "./dom.js";

const banner = document.getElementById("banner");

/** What is to be said, by who says it. @type {Map<string, string>} */
const notes = new Map();

/** Say something, or with empty words nothing any more. @param {string} about @param {string} words */
export function note(about, words) {
  if (notes.get(about) === words) return;
  if (words) notes.set(about, words);
  else notes.delete(about);
  banner.hidden = notes.size === 0;
  fill(banner, ...[...new Set(notes.values())].map((one) => h("p", {}, one)));
}
