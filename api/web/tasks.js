// The list of tasks with its filters.

import { choiceField, documentField, showList, TABLES, textField } from "./filters.js";
import { getJson } from "./server.js";
import { taskTable } from "./task_table.js";

/** @param {HTMLElement} main @param {URLSearchParams} parameters */
export function showTasks(main, parameters) {
  return showList(main, parameters, {
    view: "tasks",
    title: "任务清单",
    path: "api/tasks",
    files: [...TABLES, ["docx", "下载 Word"], ["ics", "下载日历"]],
    fields: taskFields(parameters),
    load: async (query) => taskTable(await getJson("api/tasks", query)),
  });
}

/** The filters of tasks and matrix. @param {URLSearchParams} parameters */
export function taskFields(parameters) {
  return [
    documentField(parameters),
    textField("单位", "unit", parameters, { placeholder: "如 区商务委" }),
    choiceField("角色", "role", parameters, [["any", "不限"], ["lead", "牵头"], ["responsible", "责任"]]),
    textField("到期不晚于", "due_before", parameters, { type: "date" }),
  ];
}
