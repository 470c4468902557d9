// The source beside an answer: the document around a quote, the quoted words marked. Tables are shown as tables.

import { button, copyText, fill, h } from "./dom.js";
import { address, getJson, Problem } from "./server.js";

const AROUND = 100000;
const pane = document.getElementById("source");
let opener = null;
let latest = 0;

/** @param {{documentId: string, line?: number, quote?: string, opener?: HTMLElement}} place */
export async function openSource({ documentId, line, quote = "", opener: from = document.activeElement }) {
  opener = from;
  const request = (latest += 1);
  pane.hidden = false;
  document.body.classList.add("with-source");
  try {
    const view = await getJson(`/api/documents/${encodeURIComponent(documentId)}/view`, {
      line,
      quote: quote.slice(0, 5000),
      around: AROUND,
    });
    if (request === latest) draw(view, { line, quote });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    fill(pane, head("打不开原文", [], null), h("p", { class: "pane-note" }, error.message));
  }
}

/** Put the source away and go back to where it was opened. */
export function closeSource() {
  if (pane.hidden) return;
  pane.hidden = true;
  document.body.classList.remove("with-source");
  if (opener?.isConnected) opener.focus();
}

function draw(view, { line, quote }) {
  const link = address(`#/source/${encodeURIComponent(view.document_id)}`, { line, quote: quote.slice(0, 200) });
  const facts = [...view.path, view.page && `第${view.page}页`].filter(Boolean);
  fill(
    pane,
    head(view.name, facts, link),
    !view.found && h("p", { class: "pane-note" }, "这份文件里找不到这段原话，文件可能已经更新。"),
    h("div", { class: "source-text", tabindex: "0", "aria-label": "原文" }, ...view.blocks.map(blockView)),
  );
  const shown = pane.querySelector("mark, .marked") ?? pane.querySelector(`[data-line="${view.line}"]`);
  shown?.scrollIntoView({ block: "center" });
  pane.querySelector("h2").focus({ preventScroll: true });
}

function head(title, facts, link) {
  const copy = button("复制链接", async () => {
    copy.textContent = (await copyText(new URL(link, location.href).href)) ? "已复制" : "复制不了";
  });
  return h(
    "header",
    { class: "source-head" },
    h("h2", { tabindex: "-1" }, title),
    facts.length > 0 && h("p", { class: "path" }, facts.join(" › ")),
    h("p", { class: "source-tools" }, link && copy, button("关闭", closeSource)),
  );
}

pane.addEventListener("keydown", (event) => event.key === "Escape" && closeSource());

function blockView(block) {
  if (block.kind === "table") return tableView(block);
  const tag = block.kind === "heading" ? `h${Math.min(Math.max(block.level, 1) + 2, 6)}` : "p";
  return h(tag, { "data-line": block.line, class: block.kind === "heading" && block.level < 1 ? "title" : block.note && "note" }, ...withMark(block.text, block.mark));
}

function withMark(text, mark) {
  if (!mark) return [text];
  return [text.slice(0, mark[0]), h("mark", {}, text.slice(mark[0], mark[1])), text.slice(mark[1])];
}

function tableView(block) {
  const columns = block.columns.map((path) => h("th", { scope: "col" }, path.join(" ")));
  const rows = block.rows.map((row) =>
    h(
      "tr",
      { "data-line": row.line, class: row.marked && "marked" },
      ...row.cells.map((cell) => h("td", { class: cell.carried && "carried" }, ...cellText(cell))),
    ),
  );
  return h(
    "div",
    { class: "source-table", "data-line": block.line },
    h("table", {}, h("caption", {}, block.text), h("thead", {}, h("tr", {}, ...columns)), h("tbody", {}, ...rows)),
    ...block.notes.map((note) => h("p", { class: "note" }, note)),
  );
}

function cellText(cell) {
  return cell.marked ? [h("mark", {}, cell.text)] : [cell.text];
}
