// A list of tasks that is empty says why, and which of its conditions to loosen.

import { h } from "./dom.js";
import { address, getJson } from "./server.js";
import { nameOf } from "./state.js";

/** Units that are offered in place of one that is not there. */
const MOST = 4;
const NAMES = { origin: "写在", words: "搜索", unit: "单位", role: "角色", due_before: "到期不晚于", doc: "文件" };
const VALUES = { role: { lead: "牵头", responsible: "责任" }, origin: { table: "任务表", clause: "正文条款" } };

/**
 * @param {string} view the one that is empty
 * @param {object} values those in the address
 * @param {object} query what the server was asked
 */
export async function emptyTasks(view, values, query) {
  const named = Object.keys(NAMES).filter((name) => query[name] && query[name] !== "any");
  const changes = [
    ...(query.unit ? await unitsLike(query) : []).map((unit) => [`单位改为“${unit}”`, { unit }]),
    ...named.map((name) => [`去掉“${NAMES[name]}：${said(name, query[name])}”`, { [name]: "" }]),
  ];
  const counts = await Promise.all(changes.map(([, change]) => countOf({ ...query, ...change })));
  const ways = changes.map(([way, change], at) => [way, counts[at], { ...values, ...change }]);
  const all = ways.filter(([, count]) => count);
  const conditions = named.map((name) => `${NAMES[name]}“${said(name, query[name])}”`).join("、");
  return h(
    "div",
    { class: "empty" },
    h("p", {}, conditions ? `没有${named.length > 1 ? "同时" : ""}符合${conditions}的任务。` : "这些文件里没有读到任务。"),
    all.length > 0 && h("ul", {}, ...all.map(([way, count, loosened]) => h("li", {}, h("a", { href: address(`#/${view}`, loosened) }, way), `，有${count}项`))),
    named.length > 1 && h("p", {}, h("a", { href: `#/${view}` }, "清除所有条件")),
  );
}

async function countOf(query) {
  return (await getJson("api/tasks", query)).length;
}

/** The units whose names have the words that are no name of any. */
async function unitsLike({ unit: words, doc = "" }) {
  const units = await getJson("api/units", { doc });
  return units.filter(({ unit, aliases }) => [unit, ...aliases].some((name) => name.includes(words))).slice(0, MOST).map(({ unit }) => unit);
}

function said(name, value) {
  if (name === "doc") return nameOf(value);
  return VALUES[name]?.[value] ?? value;
}
