// A table of tasks: who does what by when, in full; a row opens its source.

import { button, h } from "./dom.js";
import { openSource } from "./source.js";
import { nameOf } from "./state.js";
import { keyed, table } from "./table.js";

/** Behind every date: tasks without a last day. */
const NO_DAY = "9999";

/** The columns by name: their header, and what a task says there. A list of one document does not name it in each row. */
const COLUMNS = {
  document: ["文件", (task) => nameOf(task.document_id)],
  seq: ["序号", (task) => numberOf(task)],
  category: ["类别", (task) => task.category ?? ""],
  task: ["任务", (task) => button(task.task, () => open(task), { class: "place", title: "看原文" })],
  measure: ["举措", (task) => task.measure],
  lead: ["牵头", (task) => task.lead_units.join("、") || missing("未列明")],
  responsible: ["责任", (task) => task.responsible_units.join("、") || missing("未列明")],
  deadline: ["时限", (task) => keyed(task.deadline?.date ?? NO_DAY, deadlineView(task))],
};
export const USUAL = ["document", "seq", "task", "measure", "lead", "responsible", "deadline"];

/** Names of columns for choosing. @type {[string, string][]} */
export const CHOICES = Object.entries(COLUMNS).map(([name, [label]]) => [name, label]);

/**
 * @param {object[]} tasks TaskViews, or DeadlineTasks, which tell what moved
 * @param {{caption?: string, columns?: string[], sortable?: boolean}} [more]
 */
export function taskTable(tasks, { caption = `共${tasks.length}项任务`, columns = usualColumns(tasks), sortable = true } = {}) {
  const names = Object.keys(COLUMNS).filter((name) => columns.includes(name));
  const rows = tasks.map((task) => names.map((name) => COLUMNS[name][1](task)));
  const sorted = sortable ? names.map((_, at) => at).filter((at) => names[at] !== "measure") : [];
  const frame = table(caption, names.map((name) => COLUMNS[name][0]), rows, { sorted, kind: "tasks cards", opens: (at) => open(tasks[at]) });
  const isEmpty = (at) => rows.every((row) => row[at] instanceof Element && row[at].matches(".missing, :has(.missing)"));
  frame.querySelectorAll("thead th").forEach((head, at) => head.classList.add(`column-${names[at]}`, ...(isEmpty(at) ? ["unsaid"] : [])));
  return frame;
}

/** The columns of tables that tell these tasks together. @param {object[]} tasks */
export function usualColumns(tasks) {
  const documents = new Set(tasks.map((task) => task.document_id));
  return documents.size > 1 ? USUAL : USUAL.filter((name) => name !== "document");
}

/** What the document leaves out. @param {string} words */
export function missing(words) {
  return h("span", { class: "missing" }, words);
}

/** The number as printed; clauses of the text have none. @param {object} task */
export function numberOf(task) {
  return task.seq_raw ?? (task.seq === null ? (task.origin === "clause" ? "正文" : "—") : String(task.seq));
}

function open(task) {
  return openSource({ documentId: task.document_id, quote: task.quote });
}

/** The deadline as printed, and in the version before where it moved; only the overview of deadlines tells that. */
function deadlineView(task) {
  const printed = task.deadline?.raw || missing("未写明");
  return "moved_from" in task && task.moved_from ? h("span", {}, printed, h("small", { class: "doubtful" }, ` 原为${task.moved_from}`)) : printed;
}
