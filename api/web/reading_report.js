// What reading a document yielded and what it could not make out.

import { h } from "./dom.js";

/** @param {object} document a DocumentDetail */
export function reportView(document) {
  const { coverage, findings, tables_read: tables } = document;
  const pages = coverage.pages ? `${coverage.pages}页，` : "";
  return h(
    "div",
    {},
    coverage.warnings.length > 0 && h("div", { class: "warnings" }, h("p", {}, "没有读好的地方："), linesView(coverage.warnings)),
    linesView([
      `读出${pages}${coverage.characters}字，${coverage.tables}个表，${coverage.rows}行；${document.tasks}项任务，${document.targets}个指标值`,
      ...tables.map((one) => `表“${one.caption || "无题"}”${one.page ? `（第${one.page}页）` : ""}：${one.rows}行，${one.columns.length}列`),
    ]),
    findings.length > 0 && h("div", {}, h("p", {}, "文件内部的发现："), linesView(findings.map((finding) => finding.message))),
  );
}

function linesView(lines) {
  return h("ul", {}, ...lines.map((line) => h("li", {}, line)));
}
