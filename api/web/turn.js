// A turn of a conversation: the question, which can be put in other words, and below it the answer or how far it has got.

import { answerView, problemView } from "./answer.js";
import { readable } from "./days.js";
import { button, h } from "./dom.js";

const STAGES = ["理解", "检索", "核对"];
const LONGEST = 500;

/**
 * @param {import("./local_conversations.js").Turn} turn
 * @param {{onAsk: (question: string) => void, onAgain: (question: string) => void}} actions `onAgain` asks in the place of the turn
 */
export function turnView(turn, { onAsk, onAgain }) {
  const head = h("h2", { class: "question" }, turn.question);
  const asked = turn.asked_at && h("p", { class: "on-paper" }, `${readable(turn.asked_at)}问`);
  const view = h("article", { class: "turn" }, head, asked);
  const again = () => onAgain(turn.question);
  const edit = () => editQuestion(head, turn.question, onAgain);
  if (turn.answer) view.append(answerView(turn, { onAsk, onAgain: again, onEdit: edit }));
  else if (turn.problem) view.append(problemView(turn.problem, again));
  return view;
}

/** How far an answer has got; a stage that few answers have, a model that is asked, joins when it comes. */
export function stagesView() {
  const element = h("ol", { class: "stages", "aria-label": "进度" }, ...STAGES.map((stage) => h("li", {}, stage)));
  const at = (stage) => {
    const last = element.querySelector("[aria-current]");
    const next = [...element.children].find((item) => item.textContent === stage) ?? h("li", {}, stage);
    if (!next.isConnected) last?.after(next);
    last?.removeAttribute("aria-current");
    next.setAttribute("aria-current", "step");
  };
  return { element, at };
}

/** The question as a field, in its place; leaving it puts the words back. */
function editQuestion(head, question, onAgain) {
  if (!head.isConnected) return;
  const area = h("textarea", { rows: "2", maxlength: String(LONGEST), "aria-label": "改问法" });
  area.value = question;
  const leave = () => form.replaceWith(head);
  const submit = (event) => {
    event.preventDefault();
    const words = area.value.trim();
    if (words) onAgain(words);
  };
  const form = h(
    "form",
    { class: "rewording", onsubmit: submit, onkeydown: (event) => keyed(event, submit, leave) },
    area,
    h("button", { type: "submit", class: "primary" }, "重新提问"),
    button("取消", leave),
  );
  head.replaceWith(form);
  area.focus();
}

/** Enter sends, save where an input method composes; Escape leaves. */
function keyed(event, submit, leave) {
  if (event.key === "Escape") leave();
  if (event.key === "Enter" && event.target.tagName === "TEXTAREA" && !event.shiftKey && !event.isComposing && event.keyCode !== 229) submit(event);
}
