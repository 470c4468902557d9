// A list of tasks that is empty says why, and which of its conditions to loosen.

import { h } from "./dom.js";
import { address, getJson } from "./server.js";
import { nameOf } from "./state.js";

const NAMES = { words: "搜索", unit: "单位", role: "角色", due_before: "到期不晚于", doc: "文件" };
const ROLES = { lead: "牵头", responsible: "责任" };

/**
 * @param {string} view the one that is empty
 * @param {object} values those in the address
 * @param {object} query what the server was asked
 */
export async function emptyTasks(view, values, query) {
  const clauses = query.origin ? (await getJson("api/tasks", { ...query, origin: "" })).length : 0;
  const named = Object.keys(NAMES).filter((name) => query[name] && query[name] !== "any");
  const counts = await Promise.all(named.map(async (name) => (await getJson("api/tasks", { ...query, [name]: "" })).length));
  const ways = named.map((name, at) => [`去掉“${NAMES[name]}：${said(name, query[name])}”`, counts[at], { ...values, [name]: "" }]);
  const all = [...(clauses ? [["列入正文条款", clauses, { ...values, clauses: "1" }]] : []), ...ways].filter(([, count]) => count);
  const conditions = named.map((name) => `${NAMES[name]}“${said(name, query[name])}”`).join("、");
  return h(
    "div",
    { class: "empty" },
    h("p", {}, clauses ? "任务表里没有这样的任务。" : conditions ? `没有同时符合${conditions}的任务。` : "这些文件里没有读到任务。"),
    all.length > 0 && h("ul", {}, ...all.map(([way, count, loosened]) => h("li", {}, h("a", { href: address(`#/${view}`, loosened) }, way), `，有${count}项`))),
    named.length > 1 && h("p", {}, h("a", { href: `#/${view}` }, "清除所有条件")),
  );
}

function said(name, value) {
  if (name === "doc") return nameOf(value);
  return name === "role" ? ROLES[value] ?? value : value;
}
