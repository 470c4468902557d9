// Findings with their quotes, and derived numbers with their arithmetic: what follows from the documents.

import { button, h } from "./dom.js";
import { openSource } from "./source.js";
import { nameOf } from "./state.js";
import { table } from "./table.js";

const TOPICS = {
  inside: "文件内部不一致",
  below_baseline: "目标低于基期",
  wording: "用词相关而不相同",
  difference: "各地差异",
  gap: "有的文件没有",
};

/** @param {object[]} findings FindingViews */
export function findingsView(findings) {
  if (!findings.length) return null;
  const groups = Object.entries(TOPICS).map(([topic, title]) => [title, findings.filter((finding) => finding.topic === topic)]);
  return h(
    "section",
    { class: "findings" },
    h("h3", {}, `发现（${findings.length}条）`),
    h("p", { class: "pane-note" }, "由文件所载事实比对得出，供核对。"),
    ...groups.filter(([, list]) => list.length).map(([title, list]) => topicView(title, list)),
  );
}

function topicView(title, findings) {
  return h(
    "details",
    { class: "folded", open: findings.length <= 10 },
    h("summary", {}, `${title}（${findings.length}条）`),
    h("ul", {}, ...findings.map((finding) => h("li", {}, h("p", {}, finding.message), h("div", { class: "evidence" }, ...finding.evidence.map(evidenceView))))),
  );
}

function evidenceView(evidence) {
  return h(
    "blockquote",
    {},
    button(nameOf(evidence.document_id), () => openSource({ documentId: evidence.document_id, quote: evidence.quote }), { class: "place", title: evidence.place }),
    `：“${evidence.quote}”`,
  );
}

/** @param {object[]} derived DerivedViews */
export function derivedView(derived) {
  if (!derived.length) return null;
  const rows = derived.map((one) => [
    nameOf(one.document_id),
    one.message,
    one.formula,
    h("strong", { class: "derived" }, `${one.value}${one.unit}`),
    h("span", { class: "row-tools" }, ...one.quotes.map((quote, index) => button(index ? `原文${index + 1}` : "看原文", () => openSource({ documentId: one.document_id, quote })))),
  ]);
  return h(
    "details",
    { class: "folded", open: derived.length <= 20 },
    h("summary", {}, `派生数值（${derived.length}个）`),
    h("p", { class: "pane-note" }, "由文件所列数值计算得出，不是文件原文。"),
    table("派生数值：由文件数值计算得出", ["文件", "说明", "算式", "结果（派生）", "出处"], rows),
  );
}
