// Adding files: dropped or chosen, a line each with its place name, its progress and, in the end, what was read.

import { differenceView } from "./differences.js";
import { announce, button, fill, h } from "./dom.js";
import { Problem } from "./server.js";
import { reportView, warningsView } from "./reading_report.js";
import { loadDocuments } from "./state.js";
import { sendDocument } from "./upload.js";

export const READABLE = ".txt,.md,.html,.htm,.pdf,.docx,.xlsx,.doc,.xls,.wps,.et";

/** Where files are dropped or chosen. @param {() => void} onAdded @returns {HTMLElement} */
export function addingView(onAdded) {
  const queue = h("ul", { class: "queue" });
  const start = h("button", { type: "submit", class: "primary", hidden: true }, "添加");
  const take = (files) => {
    queue.append(...Array.from(files, waitingView));
    start.hidden = !waiting(queue).length;
    queue.querySelector("input")?.focus();
  };
  const choose = h("input", { type: "file", name: "file", class: "hidden-text", multiple: true, accept: READABLE, onchange: () => take(choose.files) });
  const zone = h(
    "div",
    { class: "drop-zone" },
    h("label", { class: "file-button" }, "选择文件", choose),
    h("span", {}, "或把文件拖到这里：TXT、PDF、DOCX、HTML、XLSX，可以一次几份"),
  );
  dropInto(zone, take);
  const onsubmit = async (event) => {
    event.preventDefault();
    choose.value = "";
    start.hidden = true;
    for (const item of waiting(queue)) await sendItem(item, { regions: placesOf(item) }, onAdded);
  };
  return h("form", { class: "adding", onsubmit }, zone, queue, start);
}

/** Send a file in the place of a document, which keeps its id and the names of its place, once what it changes was seen. */
export async function replaceDocument(id, file, place, onReplaced) {
  const line = waitingView(file);
  fill(place, h("ul", { class: "queue" }, line));
  fill(line, h("strong", {}, file.name), h("span", {}, "正在阅读，看它改了什么……"));
  try {
    const difference = await sendDocument(file, { previewed: id }, () => {});
    const replace = button("确认替换", () => sendItem(line, { replaced: id }, onReplaced), { class: "primary" });
    show(line, "previewed", [h("strong", {}, file.name), h("span", { class: "row-tools" }, replace, button("不替换", () => line.remove())), differenceView(difference)]);
    replace.focus();
  } catch (error) {
    tellFailure(line, file, { replaced: id }, error);
  }
}

/** Files dropped on `zone` are taken. */
export function dropInto(zone, take) {
  const over = (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    zone.classList.add("over");
  };
  zone.addEventListener("dragenter", over);
  zone.addEventListener("dragover", over);
  zone.addEventListener("dragleave", () => zone.classList.remove("over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    take(event.dataTransfer.files);
  });
}

/** A file that waits; it stands in `file` of its element. @param {File} file */
function waitingView(file) {
  const item = h(
    "li",
    { class: "waiting" },
    h("strong", {}, file.name),
    h("span", { class: "size" }, sizeOf(file.size)),
    h("input", { name: "region", placeholder: "地名（可以不填），如 杭州", "aria-label": `“${file.name}”的地名` }),
    button("不添加", () => item.remove()),
  );
  item.file = file;
  return item;
}

function waiting(queue) {
  return [...queue.querySelectorAll(".waiting")];
}

/** What the user calls the place of a file that waits. */
function placesOf(item) {
  return [item.querySelector("input").value.trim()].filter(Boolean);
}

/** Send one file and show how it goes. */
async function sendItem(item, about, onAdded) {
  const { file } = item;
  const did = about.replaced ? "已替换为" : "已添加";
  const bar = h("progress", { max: "1", value: "0", "aria-label": `“${file.name}”的进度` });
  const words = h("span", {}, "正在上传……");
  item.className = "sending";
  fill(item, h("strong", {}, file.name), bar, words);
  const onSent = (share) => {
    bar.value = share;
    if (share < 1) return;
    bar.removeAttribute("value");
    words.textContent = "正在阅读和建立索引……";
  };
  try {
    const added = await sendDocument(file, about, onSent);
    await loadDocuments();
    show(item, "added", added.documents.flatMap((one) => [h("strong", {}, `${did} ${one.name}`), warningsView(one) ?? "", reportView(one)]));
    announce(`${did}“${file.name}”`);
    onAdded();
  } catch (error) {
    tellFailure(item, file, about, error);
  }
}

function tellFailure(item, file, about, error) {
  if (!(error instanceof Problem)) throw error;
  const not = about.replaced ? "没有替换为" : "没有添加";
  show(item, "failed", [h("strong", {}, `${not} ${file.name}`), h("p", { class: "problem", role: "alert" }, error.message)]);
}

function show(item, kind, content) {
  item.className = kind;
  fill(item, ...content, button("收起", () => item.remove()));
}

function sizeOf(bytes) {
  return bytes < 1024 ** 2 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}
