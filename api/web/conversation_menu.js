// What can be done with a conversation of the list: pin, rename, take away as a file, delete.

import * as conversations from "./conversations.js";
import { button, h, saveFile } from "./dom.js";
import { Problem } from "./server.js";

/** @param {object} conversation @param {{onChanged: (title?: string) => void, onRemoved: () => void}} listeners */
export function conversationMenu(conversation, { onChanged, onRemoved }) {
  const problem = h("p", { class: "problem", role: "alert" });
  const told = (work) => async () => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      problem.textContent = error.message;
    }
  };
  const rename = async () => {
    const title = window.prompt("会话的名称", conversation.title)?.trim().slice(0, 80);
    if (!title) return;
    await conversations.change(conversation, { title });
    onChanged(title);
  };
  const pin = async () => {
    await conversations.change(conversation, { pinned: !conversation.pinned });
    onChanged();
  };
  const remove = async () => {
    if (!window.confirm(`删除“${conversation.title}”？删除后不能恢复。`)) return;
    await conversations.remove(conversation);
    onRemoved();
  };
  const items = [
    button(conversation.pinned ? "取消置顶" : "置顶", told(pin)),
    button("改名", told(rename)),
    ...exporters(conversation),
    button("删除", told(remove)),
  ];
  return h(
    "details",
    { class: "menu", onfocusout: close, onkeydown: (event) => event.key === "Escape" && fold(event.currentTarget) },
    h("summary", { "aria-label": `“${conversation.title}”的操作` }, "⋯"),
    h("div", {}, ...items, problem),
  );
}

function exporters(conversation) {
  if (conversation.local) return [button("导出", () => saveFile(`${conversation.title.slice(0, 30)}.txt`, conversations.toText(conversation)))];
  const link = (label, format) => h("a", { href: conversations.fileAddress(conversation, format), download: "" }, label);
  return [link("导出 Word", "docx"), link("导出 Markdown", "md")];
}

function fold(details) {
  details.open = false;
  details.querySelector("summary").focus();
}

/** A menu closes when the focus leaves it. */
function close(event) {
  if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) event.currentTarget.open = false;
}
