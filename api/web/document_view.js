// One document: what could not be read first, then what it is, its goals, who has most to do, by when; its outline.

import { button, h } from "./dom.js";
import { differenceAddress, replacementsView } from "./differences.js";
import { reportView, warningsView } from "./reading_report.js";
import { addressOf } from "./routing.js";
import { getJson } from "./server.js";
import { openSource } from "./source.js";

const RELATIONS = { based_on: "依据", basis_of: "据以制定", repeals: "废止", repealed_by: "被废止", revises: "修订", revised_by: "被修订" };
const UNWRITTEN = "未写明";
const MOST = 6;
/** Which of the lists of deadlines is called how, the nearest first. */
const DEADLINES = { overdue: "期限已过", due: "30天内到期", later: "以后到期", period: "按期间推进", ongoing: "持续推进", unknown: "时限未能识别", unstated: "没有写明时限" };

/** Throws Problem. @param {string} id @param {(item: object) => HTMLElement} tools what can be done with it */
export async function documentView(id, tools) {
  const ask = (path) => getJson(path, { doc: id });
  const path = `api/documents/${encodeURIComponent(id)}`;
  const [document, targets, matrices, deadlines, replacements] = await Promise.all([
    getJson(path),
    ask("api/targets"),
    ask("api/matrix"),
    ask("api/deadlines"),
    getJson(`${path}/replacements`),
  ]);
  return h(
    "article",
    { class: "detail" },
    h("h2", {}, document.name),
    tools(document),
    warningsView(document),
    h("div", { class: "overview" }, whatItIs(document), standing(document), goals(id, targets), busiest(id, matrices), dates(id, deadlines)),
    replacementsView(replacements),
    h("h3", {}, "提纲"),
    outlineView(document),
    h("details", { class: "folded" }, h("summary", {}, "阅读报告"), reportView(document)),
  );
}

function whatItIs(document) {
  const facts = {
    文号: document.doc_number,
    发文机关: document.issuer,
    成文日期: document.written_on,
    印发日期: document.printed_on,
    规划期: document.period?.join("—"),
    编号: document.id,
  };
  return part("是什么文件", h("dl", { class: "metadata" }, ...Object.entries(facts).map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value ?? UNWRITTEN)))));
}

/** Whether it is in force, and what it rests on, repeals and revises; each leads to the words that say so. */
function standing({ id, validity }) {
  if (!validity) return false;
  const items = validity.relations.map((one) =>
    h(
      "li",
      {},
      button(`${RELATIONS[one.kind]}：${one.name}`, () => openSource({ documentId: one.said_in, line: one.line, quote: one.quote }), { class: "place", title: one.place }),
      ...otherLinks(id, one),
    ),
  );
  return part("效力和依据", h("div", {}, h("p", {}, validity.reason), h("ul", {}, ...items)));
}

/** Where the other document stands, if it is in the library, and the earlier beside the later. */
function otherLinks(id, { kind, document_id: other }) {
  if (!other) return [];
  const [old, now] = kind.endsWith("_by") ? [id, other] : [other, id];
  const compared = /^(repeal|revise)/.test(kind) && h("a", { href: differenceAddress(old, now) }, " 对照");
  return [h("a", { href: addressOf("documents", [other]) }, " 查看"), compared];
}

/** The goals that the document sets for its latest years. */
function goals(id, targets) {
  const set = targets.filter((target) => !target.is_baseline).sort((one, other) => lastYear(other) - lastYear(one));
  const items = set.slice(0, MOST).map((target) => {
    const scope = target.scope && !target.indicator_raw.startsWith(target.scope) ? `${target.scope} ` : "";
    const words = `${target.year ? `${target.year}年 ` : ""}${scope}${target.indicator_raw}`;
    return h("li", {}, button(words, () => openSource({ documentId: id, quote: target.quote }), { class: "place" }), h("strong", {}, ` ${target.value}${target.high ? `-${target.high}` : ""}${target.unit}`));
  });
  return part(`目标（${targets.length}个指标值）`, h("ul", {}, ...items), items.length > 0 && more("targets", { doc: id }, "全部指标"));
}

function lastYear(target) {
  return target.year ?? target.period?.at(-1) ?? 0;
}

function busiest(id, matrices) {
  const units = matrices.flatMap((matrix) => matrix.units).sort((one, other) => other.total - one.total);
  const items = units.slice(0, MOST).map((unit) => {
    const roles = [unit.lead && `牵头${unit.lead}`, unit.responsible && `责任${unit.responsible}`].filter(Boolean).join("，");
    return h("li", {}, link("tasks", { doc: id, unit: unit.unit }, unit.unit), ` ${unit.total}项（${roles}）`);
  });
  return part("谁的任务最多", h("ul", {}, ...items), items.length > 0 && more("matrix", { doc: id }, "责任矩阵"));
}

function dates(id, deadlines) {
  const items = Object.entries(DEADLINES)
    .filter(([name]) => deadlines[name].length)
    .map(([name, title]) => h("li", {}, `${title} ${deadlines[name].length}项`));
  return part("时限", h("ul", {}, ...items), items.length > 0 && more("deadlines", { doc: id }, "全部时限"));
}

function part(title, content, further = null) {
  const isEmpty = content.childElementCount === 0;
  return h("section", {}, h("h3", {}, title), isEmpty ? h("p", { class: "pane-note" }, "文件里没有读到。") : content, further);
}

function more(view, parameters, words) {
  return h("p", { class: "further" }, link(view, parameters, `${words} ›`));
}

function link(view, parameters, words) {
  return h("a", { href: addressOf(view, [], new URLSearchParams(parameters)) }, words);
}

function outlineView(document) {
  const items = document.outline.map((item) =>
    h(
      "li",
      { class: `level-${Math.min(item.level, 4)}` },
      button(item.text, () => openSource({ documentId: document.id, line: item.line, quote: item.text }), { class: "place" }),
    ),
  );
  return h("ul", { class: "outline" }, ...items);
}
