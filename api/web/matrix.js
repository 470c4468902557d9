// The responsibility matrix: tasks down, units across, a table for each document.

import { button, h } from "./dom.js";
import { showList, TABLES } from "./filters.js";
import { emptyTasks } from "./loosening.js";
import { getJson } from "./server.js";
import { openSource } from "./source.js";
import { nameOf } from "./state.js";
import { table } from "./table.js";
import { missing, numberOf } from "./task_table.js";
import { taskFields, taskQuery } from "./tasks.js";

/** @param {HTMLElement} main @param {URLSearchParams} parameters */
export function showMatrix(main, parameters) {
  return showList(main, parameters, {
    view: "matrix",
    title: "责任矩阵",
    path: "api/matrix",
    files: [...TABLES, ["docx", "Word（docx）"]],
    fields: taskFields(parameters),
    toQuery: taskQuery,
    load: async (values) => {
      const matrices = await getJson("api/matrix", taskQuery(values));
      if (!matrices.length) return emptyTasks("matrix", values, taskQuery(values));
      const defined = matrices.some((matrix) => matrix.units.some((unit) => unit.members.length));
      const groups = defined ? "　带虚线的是一组单位，文件写明了成员，点开可看" : "";
      const legend = h("p", { class: "pane-note" }, `● 牵头　○ 责任　◉ 牵头、责任　△ 指导、监督${groups}`);
      return h("div", { class: "matrices" }, legend, ...matrices.map(matrixView));
    },
  });
}

const LEFT_OUT = { lead_note: "没有标明牵头单位", deadline_note: "没有写明完成时限" };
const SIGNS = { 牵头: "●", 责任: "○", "牵头、责任": "◉", 指导: "△" };

function markView(mark) {
  return mark ? h("span", { class: mark.includes("牵头") ? "leads" : "answers", title: mark, role: "img", "aria-label": mark }, SIGNS[mark]) : "";
}

function matrixView(matrix) {
  const groups = new Map(matrix.units.filter((unit) => unit.members.length).map((unit) => [unit.unit, groupView(unit)]));
  const notes = Object.keys(LEFT_OUT).filter((name) => countOf(matrix, name) < matrix.tasks.length);
  const rows = matrix.tasks.map((row, index) => [
    numberOf(row.task),
    taskView(row, notes),
    ...matrix.units.map((unit) => markView(unit.marks[index])),
  ]);
  const totals = [["牵头", "lead"], ["责任", "responsible"], ["合计", "total"]].map(([label, key]) => [
    label,
    key === "total" ? `共${rows.length}项任务` : "",
    ...matrix.units.map((unit) => String(unit[key])),
  ]);
  const heads = ["序号", "举措", ...matrix.units.map((unit) => unitHead(unit, groups.get(unit.unit)))];
  const caption = [matrix.documents.map(nameOf).join("、"), summary(matrix)].filter(Boolean).join("：");
  return h("section", {}, table(caption, heads, rows, { totals, kind: "cards" }), ...groups.values());
}

/** How many rows leave something out; what all do is not said again in each. */
function summary(matrix) {
  const said = Object.entries(LEFT_OUT).map(([name, what]) => [countOf(matrix, name), what]);
  return said.filter(([count]) => count).map(([count, what]) => `${count === matrix.tasks.length ? `全部${count}` : count}项${what}`).join("，");
}

function countOf(matrix, name) {
  return matrix.tasks.filter((row) => row[name]).length;
}

/** @param {object} row @param {string[]} told names of the notes that are said in each row */
function taskView({ task, ...row }, told) {
  const notes = told.map((name) => row[name]).filter(Boolean).join("；");
  return h(
    "div",
    {},
    button(task.measure, () => openSource({ documentId: task.document_id, quote: task.quote }), { class: "place", title: "看原文" }),
    notes && missing(notes),
  );
}

/** A group's name unfolds who belongs to it. */
function unitHead(unit, group) {
  if (!group) return unit.unit;
  return button(unit.unit, () => {
    group.open = true;
    group.scrollIntoView({ block: "center" });
    group.querySelector("summary").focus({ preventScroll: true });
  }, { class: "group-head", title: `${unit.unit}：${unit.members.join("、")}` });
}

function groupView(unit) {
  return h("details", { class: "folded" }, h("summary", {}, `${unit.unit}（${unit.members.length}个成员）`), h("p", {}, unit.members.join("、")));
}
