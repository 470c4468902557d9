// What reading a document yielded and what it could not make out.

import { h } from "./dom.js";

/** What was not read well, and where the document contradicts itself; null where there is nothing of the kind. */
export function warningsView({ coverage, findings }) {
  if (!coverage.warnings.length && !findings.length) return null;
  return h(
    "div",
    { class: "warnings" },
    coverage.warnings.length > 0 && h("div", {}, h("p", {}, "没有读好的地方，请对照原件："), linesView(coverage.warnings)),
    findings.length > 0 && h("div", {}, h("p", {}, "文件内部的发现："), linesView(findings.map((finding) => finding.message))),
  );
}

/** @param {object} document a DocumentDetail */
export function reportView({ coverage, tables_read: tables, tasks, targets }) {
  const pages = coverage.pages ? `${coverage.pages}页，` : "";
  return linesView([
    `读出${pages}${coverage.characters}字，${coverage.tables}个表，${coverage.rows}行；${tasks}项任务，${targets}个指标值`,
    ...tables.map((one) => `表“${one.caption || "无题"}”${one.page ? `（第${one.page}页）` : ""}：${one.rows}行，${one.columns.length}列`),
  ]);
}

function linesView(lines) {
  return h("ul", {}, ...lines.map((line) => h("li", {}, line)));
}
