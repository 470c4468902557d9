// The list of tasks: searched, filtered, grouped, with the columns one wants; all of it in the address.

import { choiceField, documentField, searchField, showList, TABLES, textField } from "./filters.js";
import { h } from "./dom.js";
import { emptyTasks } from "./loosening.js";
import { getJson } from "./server.js";
import { groupsOf, GROUPS } from "./task_groups.js";
import { CHOICES, taskTable, USUAL } from "./task_table.js";
import { unitField } from "./unit_field.js";

/** @param {HTMLElement} main @param {URLSearchParams} parameters */
export function showTasks(main, parameters) {
  return showList(main, parameters, {
    view: "tasks",
    title: "任务清单",
    path: "api/tasks",
    files: [...TABLES, ["docx", "Word（docx）"], ["ics", "日历（ics，有最后一天的）"]],
    fields: [...taskFields(parameters), choiceField("分组", "group", parameters, [["", "不分组"], ...GROUPS]), columnsField(parameters)],
    toQuery: taskQuery,
    toFile: ({ columns, ...values }) => ({ ...values, columns: columns?.split(",") }),
    usual: { columns: USUAL.join(",") },
    load: async (values) => {
      const found = await getJson("api/tasks", taskQuery(values));
      if (!found.length) return emptyTasks("tasks", values, taskQuery(values));
      return h("div", {}, ...tablesOf(found, values));
    },
  });
}

/** The filters of tasks and matrix. @param {URLSearchParams} parameters */
export function taskFields(parameters) {
  return [
    searchField("搜索", "words", parameters, { placeholder: "任务、举措、单位" }),
    documentField(parameters),
    unitField(parameters),
    choiceField("角色", "role", parameters, [["any", "不限"], ["lead", "牵头"], ["responsible", "责任"]]),
    textField("到期不晚于", "due_before", parameters, { type: "date" }),
    choiceField("写在", "origin", parameters, [["", "不限（表里有的，正文不重复）"], ["table", "任务表"], ["clause", "正文条款"]]),
  ];
}

/** What the server is asked: grouping and columns are the page's own. */
export function taskQuery({ group, columns, ...query }) {
  return query;
}

function tablesOf(tasks, { group, columns }) {
  const chosen = columns ? columns.split(",") : undefined;
  if (!group) return [taskTable(tasks, { columns: chosen })];
  return groupsOf(tasks, group).map(([title, list]) => taskTable(list, { columns: chosen, caption: `${title}（${list.length}项）` }));
}

function columnsField(parameters) {
  const chosen = (parameters.get("columns") ?? USUAL.join(",")).split(",");
  const ticks = CHOICES.map(([name, label]) => h("label", { class: "tick" }, h("input", { type: "checkbox", name: "columns", value: name, checked: chosen.includes(name) }), label));
  return h("details", { class: "columns menu", open: parameters.has("columns") }, h("summary", {}, "选择列 ▾"), h("div", {}, ...ticks));
}
