// Where a question is typed and its scope is chosen.

import { button, h } from "./dom.js";
import { scopeChips } from "./scope.js";

const COMPOSING = 229;

/** What has been typed and not sent: it outlives a change of view. */
let draft = "";

/**
 * @param {{scope: import("./scope.js").Scope, onScope: (scope: object) => void, onSend: (question: string) => void,
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
