// Deadlines: what is due within so many days of a day, what is past, what goes on, where no day is written.

import { readableDay } from "./days.js";
import { h } from "./dom.js";
import { choiceField, documentField, showList, TABLES, textField } from "./filters.js";
import { getJson } from "./server.js";
import { taskTable, usualColumns } from "./task_table.js";
import { unitField } from "./unit_field.js";

const LISTS = [
  ["due", "期限内到期"],
  ["overdue", "期限已过"],
  ["later", "以后到期"],
  ["period", "按期间推进，没有写明最后一天"],
  ["ongoing", "持续推进"],
  ["unknown", "时限未能识别"],
  ["unstated", "没有写明时限"],
];

/** @param {HTMLElement} main @param {URLSearchParams} parameters */
export function showDeadlines(main, parameters) {
  return showList(main, parameters, {
    view: "deadlines",
    title: "完成时限",
    path: "api/deadlines",
    files: [...TABLES, ["ics", "日历（ics，期限内到期的）"]],
    fields: [
      documentField(parameters),
      unitField(parameters),
      choiceField("角色", "role", parameters, [["any", "不限"], ["lead", "牵头"], ["responsible", "责任"]]),
      textField("从哪一天看", "on", parameters, { type: "date" }),
      textField("多少天之内", "within", parameters, { type: "number", min: "0", max: "3660", placeholder: "30" }),
    ],
    load: async (query) => overviewView(await getJson("api/deadlines", query)),
  });
}

function overviewView(overview) {
  const columns = usualColumns(LISTS.flatMap(([name]) => overview[name]));
  const lists = LISTS.map(([name, title]) => [overview[name], title]).filter(([tasks, title]) => tasks.length || title === LISTS[0][1]);
  const counts = lists.map(([tasks, title]) => `${title}${tasks.length}项`).join("，");
  return h(
    "div",
    { class: "deadlines" },
    h("p", {}, `从${readableDay(new Date(`${overview.day}T00:00`))}看${overview.days}天之内：${counts}。`),
    h("p", { class: "pane-note" }, "任务是否已经完成，文件没有记载。"),
    ...lists.filter(([tasks]) => tasks.length).map(([tasks, title], index) => listView(tasks, title, columns, index === 0)),
  );
}

function listView(tasks, title, columns, open) {
  return h("details", { class: "folded", open }, h("summary", {}, `${title}（${tasks.length}项）`), taskTable(tasks, { caption: title, columns }));
}
