// Tasks in groups: by unit, document or deadline. Knows no elements.

import { nameOf } from "./state.js";

/** @type {[string, string][]} */
export const GROUPS = [["unit", "按单位"], ["document", "按文件"], ["deadline", "按时限"]];

const NO_DAY = "9999";
/** Under which titles a task stands; one that several units lead stands under each of them. */
const TITLES = {
  unit: (task) => (task.lead_units.length ? task.lead_units : task.responsible_units.length ? task.responsible_units.map((unit) => `${unit}（责任）`) : ["未列明单位"]),
  document: (task) => [nameOf(task.document_id)],
  deadline: (task) => [task.deadline?.raw || "未写明时限"],
};

/** @param {object[]} tasks @param {string} by @returns {[string, object[]][]} the largest first, deadlines by their day */
export function groupsOf(tasks, by) {
  const groups = new Map();
  for (const task of tasks) for (const title of TITLES[by](task)) groups.set(title, [...(groups.get(title) ?? []), task]);
  const day = ([, list]) => list[0].deadline?.date ?? NO_DAY;
  const order = { unit: (one, other) => other[1].length - one[1].length, document: () => 0, deadline: (one, other) => day(one).localeCompare(day(other)) };
  return [...groups].sort(order[by]);
}
