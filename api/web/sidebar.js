// The list of conversations beside the chat: new, choose, rename, delete, export. On narrow screens behind a button.

import * as conversations from "./conversations.js";
import { button, fill, h, saveFile } from "./dom.js";
import { addressOf, closeDrawer, go, openDrawer } from "./routing.js";
import { Problem } from "./server.js";

const pane = document.getElementById("conversations");
const opener = document.getElementById("conversations-opener");
const backdrop = document.getElementById("backdrop");
let shown = null;
let latest = 0;

/** @param {object} current the conversation that is open */
export function showConversations(current) {
  shown = current;
  refresh();
}

async function refresh() {
  const request = (latest += 1);
  const page = await conversations.list();
  if (request === latest) draw(page.items, page.next);
}

function draw(items, next) {
  const more = async () => {
    const page = await conversations.list(next);
    draw([...items, ...page.items], page.next);
  };
  fill(
    pane,
    h("a", { class: "new", href: addressOf("ask") }, "新会话"),
    h("ul", {}, ...items.map(itemView)),
    next && button("更早的会话", more, { class: "more" }),
    h("p", { class: "pane-note" }, conversations.areKept() ? "会话保存在服务器上。" : "会话只保存在这个浏览器里。"),
  );
}

function itemView(conversation) {
  const isCurrent = conversation.id === shown.id;
  return h(
    "li",
    { class: isCurrent && "current" },
    h("a", { class: "conversation", href: addressOf("ask", [conversation.id]), title: conversation.title, "aria-current": isCurrent && "true" }, conversation.title),
    menu(conversation),
  );
}

function menu(conversation) {
  const problem = h("p", { class: "problem", role: "alert" });
  const told = (work) => async () => {
    try {
      await work(conversation);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      problem.textContent = error.message;
    }
  };
  return h(
    "details",
    { class: "menu", onfocusout: close, onkeydown: (event) => event.key === "Escape" && fold(event.currentTarget) },
    h("summary", { "aria-label": `“${conversation.title}”的操作` }, "⋯"),
    h("div", {}, button("改名", told(rename)), exporter(conversation), button("删除", told(remove)), problem),
  );
}

function fold(details) {
  details.open = false;
  details.querySelector("summary").focus();
}

/** A menu closes when the focus leaves it. */
function close(event) {
  if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) event.currentTarget.open = false;
}

function exporter(conversation) {
  if (!conversation.local) return h("a", { href: conversations.fileAddress(conversation), download: "" }, "导出");
  return button("导出", () => saveFile(`${conversation.title.slice(0, 30)}.txt`, conversations.toText(conversation)));
}

async function rename(conversation) {
  const title = window.prompt("会话的名称", conversation.title)?.trim().slice(0, 80);
  if (!title) return;
  await conversations.rename(conversation, title);
  if (shown.id === conversation.id) shown.title = title;
  await refresh();
}

async function remove(conversation) {
  if (!window.confirm(`删除“${conversation.title}”？删除后不能恢复。`)) return;
  await conversations.remove(conversation);
  if (shown.id === conversation.id) go(addressOf("ask"), { replace: true });
  else await refresh();
}

/** On a narrow screen: fold the list out or in, as the address says. @param {boolean} open */
export function showDrawer(open) {
  if (pane.classList.contains("unfolded") === open) return;
  pane.classList.toggle("unfolded", open);
  backdrop.hidden = !open;
  opener.setAttribute("aria-expanded", String(open));
  if (open) pane.querySelector("a, button")?.focus();
  else if (pane.contains(document.activeElement)) opener.focus();
}

opener.addEventListener("click", openDrawer);
backdrop.addEventListener("click", closeDrawer);
pane.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && pane.classList.contains("unfolded") && !event.target.closest(".menu")) closeDrawer();
});
