// A table of tasks; each row leads to its source.

import { button, h } from "./dom.js";
import { openSource } from "./source.js";
import { nameOf } from "./state.js";
import { keyed, table } from "./table.js";

const COLUMNS = ["文件", "序号", "任务", "举措", "牵头单位", "责任单位", "完成时限", "出处"];
const SORTED = [0, 1, 2, 4, 5, 6];
/** Behind every date: tasks without a last day. */
const NO_DAY = "9999";

/** @param {object[]} tasks TaskViews @param {string} [caption] */
export function taskTable(tasks, caption = `共${tasks.length}项任务`) {
  return table(caption, COLUMNS, tasks.map(row), { sorted: SORTED, kind: "tasks" });
}

function row(task) {
  return [
    nameOf(task.document_id),
    task.seq === null ? "正文" : String(task.seq),
    task.task,
    task.measure,
    task.lead_units.join("、") || missing("未列明"),
    task.responsible_units.join("、") || missing("未列明"),
    keyed(task.deadline?.date ?? NO_DAY, task.deadline?.raw || missing("未写明")),
    button("看原文", () => openSource({ documentId: task.document_id, quote: task.quote })),
  ];
}

/** What the document leaves out. @param {string} words */
export function missing(words) {
  return h("span", { class: "missing" }, words);
}
