// Where a question is typed and its scope is chosen.

import { button, fill, h } from "./dom.js";
import { listDocuments, nameOf, onDocuments } from "./state.js";

const COMPOSING = 229;

/** What has been typed and not sent: it outlives a change of view. */
let draft = "";

/**
 * @param {{scope: string[], onScope: (documents: string[]) => void, onSend: (question: string) => void,
 *          onStop: () => void}} options
 */
export function composer({ scope, onScope, onSend, onStop }) {
  const area = h("textarea", {
    id: "question",
    rows: "2",
    "aria-label": "问题",
    placeholder: "输入问题，回车发送，Shift + 回车换行",
    oninput: () => (draft = area.value),
    onkeydown: (event) => {
      if (event.key === "Enter" && !event.shiftKey && !isComposing(event)) {
        event.preventDefault();
        submit();
      }
    },
  });
  area.value = draft;
  const sendButton = h("button", { type: "submit", class: "primary" }, "发送");
  const stopButton = button("停止", onStop, { hidden: true });
  const form = h(
    "form",
    {
      class: "composer",
      onsubmit: (event) => {
        event.preventDefault();
        submit();
      },
    },
    scopeChips(scope, onScope),
    h("div", { class: "typing" }, area, sendButton, stopButton),
  );

  function submit() {
    const question = area.value.trim();
    if (!question || sendButton.disabled) return;
    area.value = draft = "";
    onSend(question);
  }

  return {
    element: form,
    focus: () => area.focus(),
    working: (now) => {
      sendButton.disabled = now;
      sendButton.hidden = now;
      stopButton.hidden = !now;
    },
  };
}

/** Whether Enter belongs to an input method that is composing. Safari says 229 only. */
function isComposing(event) {
  return event.isComposing || event.keyCode === COMPOSING;
}

function scopeChips(scope, onScope) {
  const chosen = new Set(scope);
  const group = h("div", { class: "chips", role: "group", "aria-label": "在哪些文件里找" });
  const change = (id) => {
    if (id === "") chosen.clear();
    else if (!chosen.delete(id)) chosen.add(id);
    onScope([...chosen]);
    draw();
    group.querySelector(`[data-id="${CSS.escape(id)}"]`).focus();
  };
  const chip = (id, label, title) =>
    button(label, () => change(id), {
      class: "chip",
      title,
      "data-id": id,
      "aria-pressed": String(id === "" ? chosen.size === 0 : chosen.has(id)),
    });
  const draw = () => {
    const documents = listDocuments();
    for (const id of chosen) if (documents.length && !documents.some((item) => item.id === id)) chosen.delete(id);
    fill(group, h("span", { class: "chips-label" }, "范围"), chip("", "全部", "全部文件"),
      ...documents.map((item) => chip(item.id, nameOf(item.id), item.name)));
  };
  draw();
  onDocuments(() => group.isConnected && draw());
  return group;
}
