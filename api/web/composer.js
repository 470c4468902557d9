// Where a question is typed: it grows with the words, says how many are allowed, recalls earlier questions, and takes a
// file and the scope right there.

import { attaching } from "./attaching.js";
import { button, h } from "./dom.js";
import { draftOf, keepDraft } from "./draft.js";
import { addressOf, go, here } from "./routing.js";
import { scopePicker } from "./scope.js";
import { mayWrite } from "./session.js";

const COMPOSING = 229;
const LONGEST = 500;
const NEARLY = 400;
/** Where a finger types, the focus would bring up the keyboard. */
const touched = window.matchMedia("(pointer: coarse)");

/**
 * @param {{scope: import("./scope.js").Scope, onScope: (scope: object) => void, onSend: (question: string) => void,
 *          onStop: () => void, onUp: () => void, asked: () => string[]}} options `onUp` leads to the newest answer; `asked` are
 *     the earlier questions, oldest first
 */
export function composer({ scope, onScope, onSend, onStop, onUp, asked }) {
  const count = h("span", { class: "count", "aria-live": "polite" });
  const area = h("textarea", { id: "question", rows: "1", "aria-label": "问题", placeholder: "输入问题，回车发送", "aria-describedby": "question-help" });
  const sendButton = h("button", { type: "submit", class: "primary" }, "发送");
  const stopButton = button("停止", onStop, { hidden: true });
  const picker = scopePicker(scope, onScope);
  const focus = () => !touched.matches && area.focus();
  const added = (ids) => {
    picker.only(ids);
    focus();
  };
  const file = mayWrite() ? attaching(added) : null;
  const grow = () => {
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight + 2}px`;
    const letters = area.value.trim().length;
    count.textContent = letters > NEARLY ? `${letters} / ${LONGEST}字` : "";
    count.classList.toggle("problem", letters > LONGEST);
  };
  const put = (words) => {
    area.value = words;
    keepDraft(words);
    grow();
  };
  const submit = () => {
    const question = area.value.trim();
    if (!question || question.length > LONGEST || sendButton.disabled) return;
    put("");
    onSend(question);
  };
  const recall = recaller(area, asked, put);
  area.addEventListener("input", () => put(area.value));
  area.addEventListener("keydown", (event) => {
    if (isComposing(event)) return;
    if (event.key === "Escape") onUp();
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      submit();
    } else if (recall(event.key)) event.preventDefault();
  });
  area.value = draftOf();
  requestAnimationFrame(grow);
  const onsubmit = (event) => {
    event.preventDefault();
    submit();
  };
  const tools = h("div", { class: "composer-tools" }, picker.element, file?.button, count, sendButton, stopButton);
  const help = h("p", { id: "question-help", class: "composer-help" }, "Shift + 回车换行，↑ 取回问过的，Esc 到答复的出处，/ 回到这里");
  const element = h("form", { class: "composer", onsubmit }, file?.queue, h("div", { class: "sheet" }, area, tools), help);
  file?.acceptDrops(element);
  return {
    element,
    choose: file?.choose,
    focus,
    working: (now) => {
      sendButton.disabled = now;
      sendButton.hidden = now;
      stopButton.hidden = !now;
    },
  };
}

/** ↑ in an empty field brings back the question before, ↓ the one after. */
function recaller(area, asked, put) {
  let back = 0;
  return (key) => {
    const questions = asked();
    const shown = back ? questions.at(-back) : "";
    if (area.value !== shown) back = 0;
    const step = { ArrowUp: 1, ArrowDown: -1 }[key];
    if (!step || (area.value && area.value !== shown) || back + step < 0 || back + step > questions.length) return false;
    back += step;
    put(back ? questions.at(-back) : "");
    return true;
  };
}

/** Whether the key belongs to an input method that is composing. Safari says 229 only. */
function isComposing(event) {
  return event.isComposing || event.keyCode === COMPOSING;
}

/** "/" leads to the question from wherever one does not type. */
document.addEventListener("keydown", (event) => {
  const isTyping = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
  event.preventDefault();
  if (here().view !== "ask") go(addressOf("ask"));
  document.getElementById("question")?.focus();
});
