// Words found in a document that is shown: how often, one after the other, marked without touching the text.

import { button, h } from "./dom.js";

const PAUSE = 150;
const MARKS = "found";

/** A field that finds its words in `text`. @param {HTMLElement} text */
export function findingField(text) {
  const state = { ranges: [], at: -1 };
  const count = h("span", { class: "count", role: "status" });
  const field = h("input", { type: "search", placeholder: "在文中找", "aria-label": "在文中找" });
  const step = (by) => {
    if (!state.ranges.length) return;
    state.at = (state.at + by + state.ranges.length) % state.ranges.length;
    show(state.ranges[state.at]);
    count.textContent = `${state.at + 1} / ${state.ranges.length}`;
  };
  const look = () => {
    state.ranges = rangesOf(text, field.value.trim());
    state.at = -1;
    highlight(state.ranges);
    count.textContent = field.value.trim() ? "没有" : "";
    step(1);
  };
  let pause = 0;
  field.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(look, PAUSE);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") step(event.shiftKey ? -1 : 1);
    if (event.key !== "Escape" || !field.value) return;
    event.stopPropagation();
    field.value = "";
    look();
  });
  const turn = (label, name, by) => button(label, () => step(by), { "aria-label": name, title: name });
  return h("span", { class: "finding", role: "search" }, field, turn("↑", "上一处", -1), turn("↓", "下一处", 1), count);
}

/** Where the words stand; an element's text is searched as a whole, for marks divide it. */
function rangesOf(text, words) {
  if (!words) return [];
  return [...text.querySelectorAll("[data-line]:not(tr, .source-table), td, caption")].flatMap((element) => rangesIn(element, words.toLowerCase()));
}

function rangesIn(element, words) {
  const whole = element.textContent.toLowerCase();
  const found = [];
  for (let at = whole.indexOf(words); at >= 0; at = whole.indexOf(words, at + words.length)) found.push(rangeOf(element, at, at + words.length));
  return found;
}

function rangeOf(element, from, to) {
  const range = new Range();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(), start = 0; node; node = walker.nextNode()) {
    const end = start + node.length;
    if (start <= from && from < end) range.setStart(node, from - start);
    if (start < to && to <= end) range.setEnd(node, to - start);
    start = end;
  }
  return range;
}

/** All of them are marked where the browser can; the one that is shown is selected everywhere. */
function highlight(ranges) {
  if (window.Highlight) CSS.highlights.set(MARKS, new Highlight(...ranges));
}

function show(range) {
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
  range.startContainer.parentElement.scrollIntoView({ block: "center" });
}
