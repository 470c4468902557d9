// The numbered marks in an answer: hover or focus shows the quote, a click opens the source.

import { button, fill, h } from "./dom.js";
import { openSource } from "./source.js";

const LONGEST = 300;
const tip = document.getElementById("quote-tip");

/** Where a citation's words stand, as they stood when they were cited. @param {object} citation */
export function citationPlace(citation) {
  const { document_id: documentId, line, quote, revision, table } = citation;
  return { documentId, line, quote, revision, column: table?.column };
}

/** @param {object} citation */
export function citationMark(citation) {
  const mark = button(String(citation.n), () => openSource({ ...citationPlace(citation), opener: mark }), {
    class: "mark",
    "aria-label": `出处${citation.n}：${citation.place}`,
    "aria-describedby": tip.id,
    onmouseenter: () => show(mark, citation),
    onfocus: () => show(mark, citation),
    onmouseleave: hide,
    onblur: hide,
    onkeydown: (event) => event.key === "Escape" && hide(),
  });
  return mark;
}

function show(mark, citation) {
  const quote = citation.quote.length > LONGEST ? `${citation.quote.slice(0, LONGEST)}……` : citation.quote;
  fill(tip, h("p", { class: "tip-quote" }, quote), h("p", { class: "tip-place" }, citation.place));
  tip.hidden = false;
  const at = mark.getBoundingClientRect();
  const left = Math.min(Math.max(8, at.left - 40), window.innerWidth - tip.offsetWidth - 8);
  const below = at.bottom + 6;
  tip.style.left = `${left}px`;
  tip.style.top = `${below + tip.offsetHeight > window.innerHeight ? at.top - tip.offsetHeight - 6 : below}px`;
}

function hide() {
  tip.hidden = true;
}
