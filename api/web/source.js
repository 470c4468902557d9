// The source beside an answer: fetched, headed by what it is, the quoted words in view. A link leads back to the place.

import { button, copyButton, fill, h } from "./dom.js";
import { findingField } from "./finding.js";
import { neighbours } from "./neighbours.js";
import { pagePictures } from "./page_pictures.js";
import { goToPlace, leavePlace, linkTo, sourceDepth } from "./routing.js";
import { getJson, Problem } from "./server.js";
import { blockView } from "./source_blocks.js";
import { documentOf } from "./state.js";

const AROUND = 100000;
const LONGEST_QUOTE = 5000;
const LONGEST_FURTHER = 600;
const pane = document.getElementById("source");
const main = document.getElementById("main");
const narrow = window.matchMedia("(max-width: 1000px)");
/** What opened each of the sources that are open, one behind the other. @type {(HTMLElement | null)[]} */
const openers = [];
let opener = null;
let stepping = null;
let latest = 0;

/**
 * @typedef {{documentId: string, line?: number, quote?: string, column?: string | null, revision?: string | null,
 *            also?: string[], opener?: HTMLElement}} Place
 * `also` are further quotes that the same fact rests on; `column` is the column of a table in whose row the quote stands; `revision` is the text that was cited; where it was not kept, the present text is shown.
 */

/** Open a source beside the view: a step that Back takes back. @param {Place} place */
export function openSource({ opener: from = document.activeElement, ...place }) {
  openers[sourceDepth() + 1] = stepping ?? from;
  goToPlace(place);
}

/** Put the source away. */
function closeSource() {
  if (!pane.hidden) leavePlace();
}

/** Show what the address names. @param {Place} place */
export async function showSource(place) {
  const request = (latest += 1);
  opener = openers[sourceDepth()] ?? null;
  pane.hidden = false;
  document.body.classList.add("with-source");
  main.inert = narrow.matches;
  try {
    const view = await fetchView(place);
    if (request === latest) draw(view, place);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (request === latest) drawProblem(error);
  }
}

/** Go back to where the source was opened. */
export function hideSource() {
  latest += 1;
  if (pane.hidden) return;
  pane.hidden = true;
  fill(pane);
  main.inert = false;
  document.body.classList.remove("with-source");
  if (opener?.isConnected) opener.focus();
}

/** The view of a place; a line or a revision that is not there any more must not keep the quote from being found. */
async function fetchView({ documentId, line, quote = "", also = [], revision }) {
  const path = `api/documents/${encodeURIComponent(documentId)}/view`;
  const look = (more) => getJson(path, { quote: quote.slice(0, LONGEST_QUOTE), also: also.map((one) => one.slice(0, LONGEST_FURTHER)), around: AROUND, ...more });
  const looks = [{ line, revision }, { line }, {}];
  for (const more of looks) {
    try {
      return await look(more);
    } catch (error) {
      if (!(error instanceof Problem) || more === looks.at(-1) || error.code === "unknown_document") throw error;
    }
  }
}

function drawProblem(problem) {
  fill(pane, head("打不开原文", [], []), h("p", { class: "pane-note", role: "alert" }, problem.message));
  pane.querySelector("h2").focus();
}

function draw(view, { line, quote = "", column, revision }) {
  const link = linkTo({ documentId: view.document_id, line, quote, column, revision });
  const facts = [...view.path, view.page && `第${view.page}页`].filter(Boolean);
  const text = h("div", { class: "source-text", tabindex: "0", role: "region", "aria-label": "原文" }, ...view.blocks.map((block) => blockView(block, column)));
  fill(
    pane,
    head(view.name, facts, [...steps(), outline(view, text), findingField(text), copyButton("复制链接", () => [new URL(link, document.baseURI).href])], notesOf(view)),
    ...(hasPictures(view) ? pagePictures(documentOf(view.document_id), view.page ?? 1, text) : [text]),
  );
  const shown = ["mark", ".marked", `[data-line="${view.line}"]`].map((one) => pane.querySelector(one)).find(Boolean);
  shown?.scrollIntoView({ block: "center", inline: "center" });
  pane.querySelector("h2").focus({ preventScroll: true });
}

/** What must be seen beside the words, wherever the pane is scrolled to. */
function notesOf(view) {
  return [
    view.current === false && h("p", { class: "pane-note" }, "这是答复当时的版本；文件后来已经更新或移除。"),
    !view.found && h("p", { class: "pane-note", role: "alert" }, "这份文件里找不到这段原话，文件可能已经更新。"),
  ];
}

function hasPictures(view) {
  return view.current !== false && documentOf(view.document_id)?.media_type === "application/pdf";
}

function head(title, facts, tools, notes = []) {
  return h(
    "header",
    { class: "source-head" },
    h("h2", { tabindex: "-1" }, title),
    facts.length > 0 && h("p", { class: "path" }, facts.join(" › ")),
    h("div", { class: "source-tools" }, ...tools, button("关闭", closeSource, { class: "closing" })),
    ...notes,
  );
}

/** To the next source of the same answer or list, and back. */
function steps() {
  const beside = neighbours(opener);
  if (!beside) return [];
  const go = (to) => {
    stepping = to;
    to.click();
    stepping = null;
  };
  const step = (label, to) => button(label, () => go(to), { disabled: !to });
  return [h("span", { class: "steps" }, step("‹ 上一个", beside.previous), h("span", {}, `${beside.at + 1} / ${beside.count}`), step("下一个 ›", beside.next))];
}

/** The headings; choosing one leads there. */
function outline(view, text) {
  const headings = view.blocks.filter((block) => block.kind === "heading" && block.level > 0);
  if (!headings.length) return null;
  const options = headings.map((block) => h("option", { value: String(block.line) }, `${"　".repeat(Math.min(block.level, 4) - 1)}${block.text}`));
  const choice = h("select", { "aria-label": "目录", onchange: () => text.querySelector(`[data-line="${choice.value}"]`)?.scrollIntoView({ block: "start" }) }, h("option", { value: "" }, "目录"), ...options);
  return choice;
}

pane.addEventListener("keydown", (event) => event.key === "Escape" && closeSource());
narrow.addEventListener("change", () => (main.inert = narrow.matches && !pane.hidden));
