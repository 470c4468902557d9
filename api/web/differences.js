// What changed between two documents: in a sentence, fact by fact, and clause beside clause, each leading to its words.

import { button, h } from "./dom.js";
import { choiceField, showList } from "./filters.js";
import { addressOf } from "./routing.js";
import { getJson } from "./server.js";
import { openSource } from "./source.js";
import { listDocuments, nameOf } from "./state.js";

const KINDS = { added: "新增", removed: "删除", changed: "修改", moved: "移动", split: "拆分", merged: "合并", same: "未变" };
const SUBJECTS = { metadata: "文件信息", task: "任务", target: "指标", clause: "条文", row: "表格行" };
const FACTS = ["metadata", "task", "target"];
const FILES = [["docx", "新旧条文对照表（Word）"], ["xlsx", "新旧条文对照表（Excel）"]];

/** @param {HTMLElement} main @param {URLSearchParams} parameters */
export function showDifferences(main, parameters) {
  return showList(main, parameters, {
    view: "differences",
    title: "新旧对照",
    path: "api/diff",
    files: parameters.get("old") && parameters.get("new") ? FILES : [],
    fields: [
      sideField("原文件", "old", parameters),
      sideField("新文件", "new", parameters),
      choiceField("条文", "show", parameters, [["changes", "只看变化"], ["everything", "全部"]]),
    ],
    usual: { show: "changes" },
    toQuery: ({ show, ...values }) => ({ ...values, everything: show === "everything" }),
    load: async ({ show, ...values }) =>
      values.old && values.new
        ? differenceView(await getJson("api/diff", { ...values, everything: show === "everything" }))
        : h("p", { class: "pane-note empty" }, "请选择两份文件，就能逐条看到改了什么：条文、任务、指标和日期；每处变化都能点开原文。"),
  });
}

/** Everything that a difference says. @param {object} difference as of GET /api/diff @returns {HTMLElement} */
export function differenceView(difference) {
  const facts = difference.changes.filter((change) => FACTS.includes(change.subject));
  const versions = [difference.old, difference.new];
  return h(
    "div",
    { class: "differences" },
    h("p", { class: "summary-line" }, difference.summary),
    facts.length > 0 && factsView(facts, versions),
    difference.clauses.length > 0 && clausesView(difference.clauses, versions),
  );
}

/** What was changed in the updates of a document, the latest first. @param {object[]} replacements */
export function replacementsView(replacements) {
  const items = replacements.map(({ at, difference }) =>
    h("details", { class: "folded" }, h("summary", {}, `${at.slice(0, 10)} 更新：${difference.summary}`), differenceView(difference)),
  );
  return items.length > 0 && h("section", {}, h("h4", {}, "历次更新改了什么"), ...items);
}

/** The address where two documents stand side by side. */
export function differenceAddress(old, now) {
  return addressOf("differences", [], new URLSearchParams({ old, new: now }));
}

function sideField(label, name, parameters) {
  const choices = listDocuments().map((item) => [item.id, nameOf(item.id)]);
  return choiceField(label, name, parameters, [["", "请选择"], ...choices]);
}

function factsView(changes, versions) {
  const rows = changes.map((change) =>
    h(
      "li",
      { class: change.kind },
      h("span", { class: "kind" }, `${SUBJECTS[change.subject]}${KINDS[change.kind]}`),
      h("strong", {}, change.title),
      h("span", {}, change.note),
      placesView(change, versions),
    ),
  );
  return h("section", {}, h("h3", {}, "事项的变化"), h("ul", { class: "changes" }, ...rows));
}

function placesView(change, [old, now]) {
  const places = [...change.old.map((side) => placeButton("原处", side, old)), ...change.new.map((side) => placeButton("新处", side, now))];
  return h("span", { class: "row-tools" }, ...places);
}

function placeButton(label, side, version) {
  return button(label, () => open(side, version), { class: "place", title: side.place });
}

function open(side, version) {
  openSource({ documentId: version.document_id, line: side.line, quote: side.quote, revision: version.revision });
}

function clausesView(clauses, versions) {
  const head = h("tr", {}, ...["原条文", "新条文", "说明"].map((name) => h("th", { scope: "col" }, name)));
  const rows = clauses.map((change) =>
    h(
      "tr",
      { class: change.kind },
      sidesCell("原条文", change.old, versions[0]),
      sidesCell("新条文", change.new, versions[1]),
      h("td", { "data-label": "说明" }, h("span", { class: "kind" }, KINDS[change.kind]), change.note),
    ),
  );
  return h("section", {}, h("h3", {}, "条文对照"), h("table", { class: "side-by-side" }, h("thead", {}, head), h("tbody", {}, ...rows)));
}

function sidesCell(label, sides, version) {
  const shown = sides.map((side) => h("button", { type: "button", class: "place", title: side.place, onclick: () => open(side, version) }, ...marked(side)));
  return h("td", { "data-label": label }, ...(shown.length ? shown : [h("span", { class: "none" }, "（无）")]));
}

/** The words of a side, those that the other does not have marked. Ranges count whole characters, as the server does. */
function marked({ text, marks }) {
  const characters = [...text];
  const parts = [];
  let end = 0;
  for (const [first, last] of marks) {
    parts.push(characters.slice(end, first).join(""), h("mark", {}, characters.slice(first, last).join("")));
    end = last;
  }
  return [...parts, characters.slice(end).join("")];
}
