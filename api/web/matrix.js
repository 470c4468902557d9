// The responsibility matrix: tasks down, units across, a table for each document.

import { h } from "./dom.js";
import { showList } from "./filters.js";
import { getJson } from "./server.js";
import { nameOf } from "./state.js";
import { table } from "./table.js";
import { taskFields } from "./tasks.js";

/** @param {HTMLElement} main @param {URLSearchParams} parameters */
export function showMatrix(main, parameters) {
  return showList(main, parameters, {
    view: "matrix",
    title: "责任矩阵",
    path: "/api/matrix",
    fields: taskFields(parameters),
    load: async (query) => h("div", { class: "matrices" }, h("p", { class: "pane-note" }, "● 牵头　○ 责任　◉ 牵头、责任"), ...(await getJson("/api/matrix", query)).map(matrixTable)),
  });
}

const SIGNS = { 牵头: "●", 责任: "○", "牵头、责任": "◉" };

function markView(mark) {
  return mark ? h("span", { class: mark === "责任" ? "answers" : "leads", title: mark, role: "img", "aria-label": mark }, SIGNS[mark]) : "";
}

function matrixTable(matrix) {
  const rows = matrix.tasks.map(({ task }, index) => [
    task.seq === null ? "正文" : String(task.seq),
    task.measure,
    ...matrix.units.map((unit) => markView(unit.marks[index])),
  ]);
  const totals = ["合计", "", ...matrix.units.map((unit) => String(unit.total))];
  return table(matrix.documents.map(nameOf).join("、"), ["序号", "举措", ...matrix.units.map((unit) => unit.unit)], [...rows, totals]);
}
