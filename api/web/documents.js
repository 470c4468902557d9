// The documents: list, what is in each, adding, replacing and removing.

import { addingView, replaceDocument } from "./adding.js";
import { button, fill, h } from "./dom.js";
import { reportView } from "./reading_report.js";
import { getJson, Problem, sendJson } from "./server.js";
import { mayWrite } from "./session.js";
import { openSource } from "./source.js";
import { listDocuments, loadDocuments } from "./state.js";
import { keyed, table } from "./table.js";

const COLUMNS = ["文件", "地方", "发文机关", "成文日期", "任务", "指标值", "操作"];
const SORTED = [0, 1, 2, 3, 4, 5];
const UNWRITTEN = "未写明";

/** @param {HTMLElement} main */
export function showDocuments(main) {
  const report = h("div", { class: "report", role: "status" });
  const list = h("div");
  const detail = h("div", { class: "detail" });
  const draw = () => fill(list, documentTable(report, detail, draw));
  fill(main, h("section", { class: "list-view" }, h("h2", {}, "文件"), mayWrite() && addingView(draw), report, list, detail));
  draw();
}

function documentTable(report, detail, draw) {
  const rows = listDocuments().map((item) => [
    h("div", {}, item.name, item.warnings > 0 && h("small", { class: "doubtful" }, `${item.warnings}处没有读好`)),
    item.regions[0] ?? UNWRITTEN,
    item.issuer ?? UNWRITTEN,
    keyed(item.written_on ?? "", h("span", { class: "date" }, item.written_on ?? UNWRITTEN)),
    String(item.tasks),
    String(item.targets),
    rowTools(item, report, detail, draw),
  ]);
  return table(`共${rows.length}份文件`, COLUMNS, rows, { sorted: SORTED, kind: "documents" });
}

function rowTools(item, report, detail, draw) {
  const named = (words) => ({ "aria-label": `${words}：${item.name}` });
  return h(
    "span",
    { class: "row-tools" },
    button("原文", () => openSource({ documentId: item.id }), named("原文")),
    button("提纲", () => showDetail(detail, item.id), named("提纲")),
    mayWrite() && replacer(item, report, draw),
    mayWrite() && button("移除", () => remove(item, report, draw), named("移除")),
  );
}

function replacer(item, report, draw) {
  const file = h("input", {
    type: "file",
    class: "hidden-text",
    tabindex: "-1",
    "aria-hidden": "true",
    onchange: () => replaceDocument(item.id, file.files[0], report, draw),
  });
  return h("span", {}, button("替换", () => file.click(), { "aria-label": `替换：${item.name}` }), file);
}

async function showDetail(place, id) {
  await told(place, async () => {
    const document = await getJson(`api/documents/${encodeURIComponent(id)}`);
    const outline = document.outline.map((item) =>
      h(
        "li",
        { class: `level-${Math.min(item.level, 4)}` },
        button(item.text, () => openSource({ documentId: id, line: item.line, quote: item.text }), { class: "place" }),
      ),
    );
    const title = h("h3", { tabindex: "-1" }, document.name);
    const file = h("p", {}, h("a", { href: `api/documents/${encodeURIComponent(id)}/file`, download: "" }, "下载原件"));
    fill(place, title, metadataView(document), file, reportView(document), h("h4", {}, "提纲"), h("ul", { class: "outline" }, ...outline));
    title.focus();
  });
}

function metadataView(document) {
  const facts = {
    文号: document.doc_number,
    发文机关: document.issuer,
    成文日期: document.written_on,
    印发日期: document.printed_on,
    规划期: document.period?.join("—"),
    编号: document.id,
  };
  return h("dl", { class: "metadata" }, ...Object.entries(facts).map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value ?? UNWRITTEN))));
}

async function remove(item, report, draw) {
  if (!window.confirm(`移除“${item.name}”？`)) return;
  await told(report, async () => {
    await sendJson("DELETE", `api/documents/${encodeURIComponent(item.id)}`);
    await loadDocuments();
    draw();
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
