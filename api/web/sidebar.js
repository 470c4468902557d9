// The list of conversations beside the chat: new, choose, rename, delete, export.

import * as conversations from "./conversations.js";
import { button, fill, h, saveFile } from "./dom.js";

const pane = document.getElementById("conversations");
let shown = null;
let choose = () => {};

/** @param {object} current @param {(conversation: object) => void} onChoose */
export function showConversations(current, onChoose) {
  shown = current;
  choose = onChoose;
  draw();
}

showConversations.refresh = draw;

function draw() {
  const items = conversations.all().map((conversation) =>
    h(
      "li",
      { class: conversation.id === shown.id && "current" },
      button(conversation.title, () => choose(conversation), {
        class: "conversation",
        title: conversation.title,
        "aria-current": conversation.id === shown.id && "true",
      }),
      menu(conversation),
    ),
  );
  fill(
    pane,
    button("新会话", () => choose(conversations.fresh(shown.documents)), { class: "new" }),
    h("ul", {}, ...items),
    h("p", { class: "pane-note" }, "会话只保存在这个浏览器里。"),
  );
}

function menu(conversation) {
  return h(
    "details",
    { class: "menu" },
    h("summary", { "aria-label": `“${conversation.title}”的操作` }, "⋯"),
    h(
      "div",
      {},
      button("改名", () => rename(conversation)),
      button("导出", () => saveFile(`${conversation.title.slice(0, 30)}.txt`, conversations.toText(conversation))),
      button("删除", () => remove(conversation)),
    ),
  );
}

function rename(conversation) {
  const title = window.prompt("会话的名称", conversation.title)?.trim();
  if (!title) return;
  conversations.rename(conversation.id, title.slice(0, 80));
  if (shown.id === conversation.id) shown.title = title.slice(0, 80);
  draw();
}

function remove(conversation) {
  if (!window.confirm(`删除“${conversation.title}”？删除后不能恢复。`)) return;
  conversations.remove(conversation.id);
  if (shown.id === conversation.id) choose(conversations.all()[0] ?? conversations.fresh());
  else draw();
}
