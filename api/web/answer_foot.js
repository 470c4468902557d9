// Below an answer: copying, keeping, printing, asking again, feedback, and what few want to know.

import { answerToCopy, answerToProse } from "./copying.js";
import { button, copyButton, h, saveFile } from "./dom.js";
import { feedbackView } from "./feedback.js";
import { printOne } from "./printing.js";
import { answerFile, Problem } from "./server.js";
import { nameOf } from "./state.js";

const NAMED = 20;

/** @returns {(Node | null)[]} */
export function answerFoot({ answer, feedback, statements, tables, onAgain }) {
  const given = answer.ref ? feedbackView(answer.ref, feedback) : null;
  const print = button("打印", () => printOne(print.closest(".turn")));
  const buttons = [
    copyButton("复制", () => answerToCopy(answer, statements, tables.map((frame) => frame.querySelector("table")))),
    copyButton("复制为段落", () => answerToProse(answer, statements)),
    wordButton(answer),
    print,
    button("重新回答", onAgain),
  ];
  const byModel = answer.writer !== "extractive" && h("p", { class: "notice" }, "AI 生成，已与原文核对");
  return [byModel, h("div", { class: "foot" }, ...buttons, given?.buttons, detailsView(answer)), given?.more ?? null];
}

/** Keeps the answer as it stands here; where its documents have changed, says why that cannot be. */
function wordButton(answer) {
  const save = button("存为 Word", async () => {
    try {
      saveFile(`${fileName(answer)}.docx`, await answerFile(answer));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      save.textContent = error.message;
    }
  });
  return save;
}

/** 青浦_到2025年注册落地率是多少_2026-11-28: nothing that a file system forbids. */
function fileName({ question, citations }) {
  const places = [...new Set(citations.map((citation) => nameOf(citation.document_id)))];
  const asked = question.replace(/[\s\p{P}\p{S}]/gu, "").slice(0, NAMED);
  const now = new Date();
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  return [places.length === 1 && !asked.startsWith(places[0]) && places[0], asked || "政策问答", day].filter(Boolean).join("_");
}

function detailsView({ understood, writer, elapsed_ms: elapsed, index, ref, scope }) {
  const facts = {
    理解为: understood,
    写法: writer === "extractive" ? "摘自原文，未经大模型改写" : writer,
    查找范围: scope.documents.map(nameOf).join("、"),
    用时: `${Math.round(elapsed)} 毫秒`,
    索引: index,
    ...(ref ? { 编号: ref } : {}),
  };
  const rows = Object.entries(facts).map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value)));
  return h("details", { class: "more-details" }, h("summary", {}, "详情"), h("dl", {}, ...rows));
}
