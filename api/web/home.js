// What can be done here, before the first question: four errands with an example from the documents that are there.

import * as conversations from "./conversations.js";
import { button, fill, h } from "./dom.js";
import { addressOf } from "./routing.js";
import { getJson, Problem } from "./server.js";
import { mayWrite } from "./session.js";
import { listDocuments, onDocuments } from "./state.js";
import { myUnit } from "./unit_field.js";

const RECENT = 5;
const MORE = 4;

/** @param {{onAsk: (question: string) => void, onFile: (() => void) | undefined}} actions */
export function homeView({ onAsk, onFile }) {
  const cards = h("ul", { class: "errands", "aria-label": "可以做什么" });
  const starters = h("ul", { class: "starters", "aria-label": "可以先问" });
  const recent = h("div", { class: "recent" });
  const question = (words) => h("li", {}, button(words, () => onAsk(words), { class: "asking" }));
  const offer = async () => {
    const [examples, questions] = await Promise.all([getJson("api/examples"), getJson("api/starters")]);
    const others = questions.filter((one) => one !== examples.lead && one !== examples.comparison);
    fill(cards, ...cardsOf(examples, { onAsk, onFile }));
    fill(starters, ...others.slice(0, MORE).map(question));
  };
  const recall = async () => fill(recent, documentList(), conversationList((await conversations.list()).items));
  const draw = () => [offer, recall].forEach(quietly);
  draw();
  onDocuments(() => cards.isConnected && draw());
  return h(
    "section",
    { class: "welcome" },
    h("h2", {}, "请提问"),
    h("p", {}, "答复只来自已收入的文件，每句话都标明出处；文件里没有的，会直接说明没有。"),
    cards,
    starters,
    recent,
  );
}

function cardsOf({ lead, comparison, unit: most }, { onAsk, onFile }) {
  const unit = myUnit() || most;
  const tasks = addressOf("tasks", [], new URLSearchParams(unit ? { unit } : {}));
  return [
    card("查牵头和时限", lead ?? "任务清单", lead ? { onclick: () => onAsk(lead) } : { href: addressOf("tasks") }),
    card("比较各地指标", comparison ?? "指标清单", comparison ? { onclick: () => onAsk(comparison) } : { href: addressOf("compare") }),
    card("我单位的任务", unit ? `${unit}牵头和负责的任务` : "任务清单", { href: tasks }),
    mayWrite() && onFile && card("上传文件", "TXT、PDF、DOCX、HTML、XLSX，读完就能问", { onclick: onFile }),
  ].filter(Boolean);
}

function card(title, example, { href, onclick }) {
  const content = [h("strong", {}, title), h("span", {}, example)];
  return h("li", {}, href ? h("a", { class: "errand", href }, ...content) : h("button", { class: "errand", type: "button", onclick }, ...content));
}

function documentList() {
  const items = listDocuments().slice(-RECENT).reverse();
  const line = (item) => h("li", {}, h("a", { href: addressOf("documents", [item.id]) }, item.name));
  return items.length > 0 && recentList("最近收入的文件", items.map(line));
}

function conversationList(all) {
  const items = all.slice(0, RECENT);
  const line = (item) => h("li", {}, h("a", { href: addressOf("ask", [item.id]) }, item.title));
  return items.length > 0 && recentList("最近的会话", items.map(line));
}

function recentList(title, lines) {
  return h("section", {}, h("h3", {}, title), h("ul", {}, ...lines));
}

/** Help for the beginning is no reason for trouble. */
async function quietly(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
}
