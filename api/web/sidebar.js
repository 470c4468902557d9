// The list of conversations beside the chat: new, find, choose, several to delete. On narrow screens a drawer.

import { conversationMenu } from "./conversation_menu.js";
import * as conversations from "./conversations.js";
import { byDay } from "./days.js";
import { button, fill, h } from "./dom.js";
import { addressOf, closeDrawer, go, openDrawer } from "./routing.js";
import { mayAdminister } from "./session.js";
import { entitle } from "./tabs.js";

const PAUSE = 250;
const pane = document.getElementById("conversations");
const opener = document.getElementById("conversations-opener");
const backdrop = document.getElementById("backdrop");
const search = h("input", { type: "search", placeholder: "找会话", "aria-label": "找会话", maxlength: "100", oninput: onSearch });
const list = h("div", { class: "conversation-list" });
const tools = h("div", { class: "conversation-tools" });
let shown = null;
let latest = 0;
let pause = 0;
/** Ids of those to be deleted together; null while none are being chosen. @type {Set<string> | null} */
let chosen = null;

/** @param {object} current the conversation that is open */
export function showConversations(current) {
  shown = current;
  refresh();
}

async function refresh() {
  const request = (latest += 1);
  const page = await conversations.list({ words: search.value.trim() });
  if (request === latest) draw(page.items, page.next);
}

function onSearch() {
  clearTimeout(pause);
  pause = setTimeout(refresh, PAUSE);
}

function draw(items, next) {
  const more = async () => {
    const page = await conversations.list({ words: search.value.trim(), after: next });
    draw([...items, ...page.items], page.next);
  };
  const groups = byDay(items, new Date()).map(([title, some]) => h("section", {}, h("h2", {}, title), h("ul", {}, ...some.map(itemView))));
  const nothing = search.value ? "没有找到。请换一个词。" : "还没有会话。";
  fill(list, ...groups, !items.length && h("p", { class: "pane-note" }, nothing), next && button("更早的会话", more, { class: "more" }));
  stopAt(list.querySelector(".current") ?? list.querySelector("li"));
  drawTools(items);
}

/** The list is one stop of the Tab key, at the conversation where one is; ↑ and ↓ go through it. @param {Element | null} stop */
function stopAt(stop) {
  for (const item of list.querySelectorAll("li")) {
    for (const one of item.querySelectorAll("a.conversation, summary")) one.tabIndex = item === stop ? 0 : -1;
  }
}

function onArrow(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const items = [...list.querySelectorAll("li")];
  const next = items[items.indexOf(event.target.closest("li")) + step];
  if (!next || event.target.closest("[open]")) return;
  event.preventDefault();
  stopAt(next);
  next.querySelector("a, input").focus();
}

function itemView(conversation) {
  const isCurrent = conversation.id === shown.id;
  const address = addressOf("ask", [conversation.id]);
  if (chosen) return h("li", {}, choice(conversation));
  return h(
    "li",
    { class: isCurrent && "current" },
    h("a", { class: "conversation", href: address, title: conversation.title, "aria-current": isCurrent && "true" }, conversation.title),
    conversationMenu(conversation, { onChanged: (title) => changed(conversation, title), onRemoved: () => removed([conversation.id]) }),
  );
}

function choice(conversation) {
  const box = h("input", {
    type: "checkbox",
    checked: chosen.has(conversation.id),
    onchange: () => {
      if (box.checked) chosen.add(conversation.id);
      else chosen.delete(conversation.id);
      tools.querySelector(".primary").textContent = removing();
    },
  });
  return h("label", { class: "conversation" }, box, ` ${conversation.title}`);
}

function removing() {
  return `删除所选（${chosen.size}）`;
}

function drawTools(items) {
  const choose = (now) => {
    chosen = now ? new Set() : null;
    draw(items, null);
    refresh();
  };
  const where = conversations.areKept() ? "会话保存在服务器上。" : "会话只保存在这个浏览器里。";
  fill(
    tools,
    chosen && button(removing(), () => removeChosen(items), { class: "primary" }),
    chosen ? button("取消", () => choose(false)) : items.length > 1 && button("批量删除", () => choose(true)),
    !chosen && mayAdminister() && h("a", { href: "api/feedback/gold", download: "" }, "导出反馈题集"),
    h("p", { class: "pane-note" }, where),
  );
}

async function removeChosen(items) {
  const some = items.filter((item) => chosen.has(item.id));
  if (!some.length || !window.confirm(`删除${some.length}个会话？删除后不能恢复。`)) return;
  chosen = null;
  for (const conversation of some) await conversations.remove(conversation);
  await removed(some.map((one) => one.id));
}

async function changed(conversation, title) {
  if (shown.id === conversation.id && title) {
    shown.title = title;
    entitle(title);
  }
  await refresh();
}

async function removed(ids) {
  if (ids.includes(shown.id)) go(addressOf("ask"), { replace: true });
  else await refresh();
}

/** On a narrow screen: fold the list out or in, as the address says. @param {boolean} open */
export function showDrawer(open) {
  if (pane.classList.contains("unfolded") === open) return;
  pane.classList.toggle("unfolded", open);
  backdrop.hidden = !open;
  opener.setAttribute("aria-expanded", String(open));
  if (open) pane.querySelector("a, button").focus();
  else if (pane.contains(document.activeElement)) opener.focus();
}

fill(
  pane,
  h("p", { class: "drawer-head" }, button("关闭", closeDrawer)),
  h("a", { class: "new", href: addressOf("ask") }, "新会话"),
  search,
  list,
  tools,
);
list.addEventListener("keydown", onArrow);
opener.addEventListener("click", openDrawer);
backdrop.addEventListener("click", closeDrawer);
pane.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && pane.classList.contains("unfolded") && !event.target.closest(".menu")) closeDrawer();
});
