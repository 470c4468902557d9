// On paper nothing can be opened: all is unfolded before printing and folded again afterwards. The head of each page says
// what and when.

import { readableDay } from "./days.js";

/** Letters of a title that the head of a page has room for. */
const LONGEST = 40;

let unfolded = [];

/** Print one turn of a conversation alone. @param {HTMLElement} turn */
export function printOne(turn) {
  const { title } = document;
  turn.classList.add("printed");
  document.body.classList.add("print-one");
  document.title = turn.querySelector(".question").textContent;
  window.print();
  document.title = title;
  turn.classList.remove("printed");
  document.body.classList.remove("print-one");
}

window.addEventListener("beforeprint", () => {
  unfolded = [...document.querySelectorAll("main details:not([open], .more-details)")];
  for (const details of unfolded) details.open = true;
  const title = document.title.length > LONGEST ? `${document.title.slice(0, LONGEST)}…` : document.title;
  for (const [name, words] of Object.entries({ title, on: `打印于 ${readableDay(new Date())}` })) {
    document.documentElement.style.setProperty(`--printed-${name}`, JSON.stringify(words));
  }
});
window.addEventListener("afterprint", () => {
  for (const details of unfolded) details.open = false;
});
