// 👍 and 👎 under an answer; 👎 asks for the reason. The server keeps both with the answer.

import { button, fill, h, icon } from "./dom.js";
import { Problem, sendJson } from "./server.js";

const REASONS = { misquoted: "引用不符", wrong_number: "数字错误", incomplete: "未答全", should_refuse: "应拒答", off_topic: "答非所问" };
const LONGEST = 2000;
/** Drawn, because not every system has a font with 👍 and 👎. */
const THUMB = "M2 10h4v11H2zM8 21V10l4-8c2 0 3 1 3 3l-1 4h6c1.5 0 2.3 1 2 2.4l-1.6 7.4c-.3 1.2-1.2 2.2-2.6 2.2z";

/** @param {string} ref the name of the answer @param {object | null | undefined} given what was said before */
export function feedbackView(ref, given) {
  const buttons = h("span", { class: "thumbs" });
  const more = h("div", { class: "feedback-more" });
  const element = { buttons, more };
  draw(element, ref, given ?? null);
  return element;
}

function draw(element, ref, given) {
  const said = (verdict) => given?.verdict === verdict;
  const thumb = (verdict, label, onclick) =>
    button(icon(THUMB), onclick, { class: `thumb ${verdict}`, "aria-label": label, title: label, "aria-pressed": String(said(verdict)) });
  const tell = (verdict, said = {}) => told(element, ref, () => sendJson("POST", "api/feedback", { ref, verdict, ...said }));
  const withdraw = () => told(element, ref, () => sendJson("DELETE", `api/feedback/${encodeURIComponent(ref)}`));
  fill(
    element.buttons,
    thumb("up", "有用", said("up") ? withdraw : () => tell("up")),
    thumb("down", "有问题", said("down") ? withdraw : () => showReasons(element, tell)),
    given && h("span", { class: "thanks", role: "status" }, thanks(given)),
  );
  fill(element.more);
}

function thanks(given) {
  const reasons = given.reasons.map((reason) => REASONS[reason] ?? reason).join("、");
  return reasons ? `已记下：${reasons}` : "已记下，谢谢";
}

/** A form for the reasons; sending it without any is allowed. */
function showReasons(element, tell) {
  const correct = h("input", { name: "correct", maxlength: String(LONGEST), placeholder: "正确答案的要点，如：60%；区商务委", "aria-label": "正确答案" });
  const comment = h("input", { name: "comment", maxlength: String(LONGEST), placeholder: "说明（可以不填）", "aria-label": "说明" });
  const choices = Object.entries(REASONS).map(([value, label]) => h("label", {}, h("input", { type: "checkbox", name: "reason", value }), label));
  const form = h(
    "form",
    {
      class: "reasons",
      onsubmit: (event) => {
        event.preventDefault();
        const reasons = new FormData(form).getAll("reason");
        tell("down", { reasons, correct: correct.value.trim(), comment: comment.value.trim() });
      },
      onkeydown: (event) => event.key === "Escape" && leave(element),
    },
    h("fieldset", {}, h("legend", {}, "哪里有问题？"), ...choices),
    correct,
    comment,
    h("button", { type: "submit" }, "提交"),
    button("取消", () => leave(element)),
  );
  fill(element.more, form);
  form.querySelector("input").focus();
  form.scrollIntoView({ block: "nearest" });
}

function leave(element) {
  fill(element.more);
  element.buttons.lastElementChild.focus();
}

/** Do it, show what the server has now; where it refuses, say why. */
async function told(element, ref, work) {
  try {
    draw(element, ref, await work());
    element.buttons.querySelector("button").focus();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    fill(element.more, h("p", { class: "problem", role: "alert" }, error.message));
  }
}
