// The documents: list, outline, adding and removing.

import { announce, button, fill, h } from "./dom.js";
import { addDocument, getJson, Problem, removeDocument } from "./server.js";
import { openSource } from "./source.js";
import { listDocuments, loadDocuments } from "./state.js";
import { table } from "./table.js";

const COLUMNS = ["文件", "发文机关", "成文日期", "任务", "指标值", "操作"];

/** @param {HTMLElement} main */
export function showDocuments(main) {
  const report = h("div", { class: "report", role: "status" });
  const list = h("div");
  const detail = h("div", { class: "detail" });
  const draw = () => fill(list, documentTable(report, detail, draw));
  fill(main, h("section", { class: "list-view" }, h("h2", {}, "文件"), uploadForm(report, draw), report, list, detail));
  draw();
}

function documentTable(report, detail, draw) {
  const rows = listDocuments().map((item) => [
    item.name,
    item.issuer ?? "未写明",
    h("span", { class: "date" }, item.written_on ?? "未写明"),
    String(item.tasks),
    String(item.targets),
    h(
      "span",
      { class: "row-tools" },
      button("原文", () => openSource({ documentId: item.id })),
      button("提纲", () => showDetail(detail, item.id)),
      button("移除", () => remove(item, report, draw)),
    ),
  ]);
  return table(`共${rows.length}份文件`, COLUMNS, rows);
}

async function showDetail(place, id) {
  await told(place, async () => {
    const document = await getJson(`/api/documents/${encodeURIComponent(id)}`);
    const outline = document.outline.map((item) =>
      h("li", { class: `level-${Math.min(item.level, 4)}` }, button(item.text, () => openSource({ documentId: id, line: item.line }), { class: "place" })),
    );
    fill(place, h("h3", {}, document.name), coverageView(document), h("h4", {}, "提纲"), h("ul", { class: "outline" }, ...outline));
    place.scrollIntoView({ block: "nearest" });
  });
}

function coverageView(document) {
  const { coverage, findings, tables_read: tables } = document;
  const facts = [
    `读出${coverage.characters}字，${coverage.tables}个表，${coverage.rows}行`,
    ...tables.map((one) => `表“${one.caption || "无题"}”：${one.rows}行，${one.columns.length}列`),
    ...coverage.warnings.map((warning) => `注意：${warning}`),
    ...findings.map((finding) => `发现：${finding.message}`),
  ];
  return h("ul", {}, ...facts.map((fact) => h("li", {}, fact)));
}

function uploadForm(report, draw) {
  const chosen = h("span", { class: "chosen" });
  const file = h("input", {
    type: "file",
    name: "file",
    class: "hidden-text",
    multiple: true,
    accept: ".txt,.html,.htm,.pdf,.docx",
    onchange: () => (chosen.textContent = Array.from(file.files, (one) => one.name).join("、")),
  });
  const region = h("input", { name: "region", placeholder: "地名，如 杭州", "aria-label": "地名" });
  const form = h(
    "form",
    {
      class: "filters upload",
      onsubmit: async (event) => {
        event.preventDefault();
        for (const one of file.files) await add(one, region.value.trim(), report);
        form.reset();
        chosen.textContent = "";
        draw();
      },
    },
    h("label", { class: "file-button" }, "选择文件", file),
    chosen,
    region,
    h("button", { type: "submit", class: "primary" }, "添加"),
  );
  return form;
}

async function add(file, region, report) {
  fill(report, h("p", {}, `正在阅读和索引“${file.name}”……`));
  await told(report, async () => {
    const added = await addDocument(file, region);
    await loadDocuments();
    fill(report, ...added.documents.map((one) => h("div", {}, h("h3", {}, `已添加 ${one.name}`), coverageView(one))));
    announce(`已添加“${file.name}”`);
  });
}

async function remove(item, report, draw) {
  if (!window.confirm(`移除“${item.name}”？`)) return;
  await told(report, async () => {
    await removeDocument(item.id);
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
