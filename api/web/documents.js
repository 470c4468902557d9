// The documents: all of them, what is in one, adding, replacing and removing.

import { addingView, replaceDocument } from "./adding.js";
import { documentView } from "./document_view.js";
import { button, fill, h } from "./dom.js";
import { addressOf, go } from "./routing.js";
import { Problem, sendJson } from "./server.js";
import { mayWrite } from "./session.js";
import { openSource } from "./source.js";
import { documentOf, listDocuments, loadDocuments } from "./state.js";
import { keyed, table } from "./table.js";
import { entitle } from "./tabs.js";

const COLUMNS = ["文件", "地方", "发文机关", "成文日期", "任务", "指标值", "操作"];
const SORTED = [0, 1, 2, 3, 4, 5];
const UNWRITTEN = "未写明";

/** All documents, or the one that is named. @param {HTMLElement} main */
export function showDocuments(main, _, [id]) {
  const report = h("div", { class: "report", role: "status" });
  entitle(documentOf(id)?.name ?? "文件");
  if (id) return showOne(main, id, report);
  const list = h("div");
  const draw = () => fill(list, documentTable(report, draw));
  fill(main, h("section", { class: "list-view" }, h("header", { class: "list-head" }, h("h2", {}, "文件")), mayWrite() && addingView(draw), report, list));
  draw();
}

async function showOne(main, id, report) {
  const back = h("p", { class: "back" }, h("a", { href: addressOf("documents") }, "‹ 全部文件"));
  const place = h("div", {}, h("p", { class: "pane-note" }, "正在读取……"));
  fill(main, h("section", { class: "list-view" }, back, report, place));
  await told(place, async () => {
    const tools = (item) => documentTools(item, report, { onReplaced: () => showOne(main, id, report), onRemoved: () => go(addressOf("documents"), { replace: true }) });
    fill(place, await documentView(id, tools));
  });
}

function documentTable(report, draw) {
  const rows = listDocuments().map((item) => [
    h(
      "div",
      {},
      h("a", { href: addressOf("documents", [item.id]) }, item.name),
      item.standing && h("small", { class: "doubtful" }, item.standing),
      item.warnings > 0 && h("small", { class: "doubtful" }, `${item.warnings}处没有读好`),
    ),
    item.regions[0] ?? item.region ?? UNWRITTEN,
    item.issuer ?? UNWRITTEN,
    keyed(item.written_on ?? "", h("span", { class: "date" }, item.written_on ?? UNWRITTEN)),
    String(item.tasks),
    String(item.targets),
    documentTools(item, report, { onReplaced: draw, onRemoved: draw }),
  ]);
  if (!rows.length) return h("p", { class: "empty" }, "还没有文件。添加第一份，读完就能提问。");
  return table(`共${rows.length}份文件`, COLUMNS, rows, { sorted: SORTED, kind: "documents" });
}

function documentTools(item, report, { onReplaced, onRemoved }) {
  const named = (words) => ({ "aria-label": `${words}：${item.name}` });
  return h(
    "span",
    { class: "row-tools" },
    button("原文", () => openSource({ documentId: item.id }), named("原文")),
    h("a", { href: `api/documents/${encodeURIComponent(item.id)}/file`, download: "", ...named("下载原件") }, "下载原件"),
    mayWrite() && replacer(item, report, onReplaced),
    mayWrite() && button("移除", () => remove(item, report, onRemoved), named("移除")),
  );
}

function replacer(item, report, onReplaced) {
  const file = h("input", {
    type: "file",
    class: "hidden-text",
    tabindex: "-1",
    "aria-hidden": "true",
    onchange: () => replaceDocument(item.id, file.files[0], report, onReplaced),
  });
  return h("span", {}, button("替换", () => file.click(), { "aria-label": `替换：${item.name}` }), file);
}

async function remove(item, report, onRemoved) {
  if (!window.confirm(`移除“${item.name}”？`)) return;
  await told(report, async () => {
    await sendJson("DELETE", `api/documents/${encodeURIComponent(item.id)}`);
    await loadDocuments();
    onRemoved();
  });
}

/** Do something; where the server refuses, say why at `place`. */
async function told(place, work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    fill(place, h("p", { class: "problem", role: "alert" }, error.message));
  }
}
