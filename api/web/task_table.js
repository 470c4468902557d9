// A table of tasks; each row leads to its source.

import { button } from "./dom.js";
import { openSource } from "./source.js";
import { nameOf } from "./state.js";
import { table } from "./table.js";

const COLUMNS = ["文件", "序号", "任务", "举措", "牵头单位", "责任单位", "完成时限", "出处"];

/** @param {object[]} tasks TaskViews */
export function taskTable(tasks) {
  return table(`共${tasks.length}项任务`, COLUMNS, tasks.map(row));
}

function row(task) {
  return [
    nameOf(task.document_id),
    task.seq === null ? "正文" : String(task.seq),
    task.task,
    task.measure,
    task.lead_units.join("、") || "—",
    task.responsible_units.join("、") || "—",
    task.deadline?.raw || "—",
    button("看原文", () => openSource({ documentId: task.document_id, quote: task.quote })),
  ];
}
