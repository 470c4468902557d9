// Adding files: dropped or chosen, a line each with its place name, its progress and, in the end, what was read.

import { announce, button, fill, h } from "./dom.js";
import { Problem } from "./server.js";
import { reportView } from "./reading_report.js";
import { loadDocuments } from "./state.js";
import { addDocument } from "./upload.js";

const READABLE = ".txt,.html,.htm,.pdf,.docx";

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
    h("span", {}, "或把文件拖到这里：TXT、PDF、DOCX、HTML，可以一次几份"),
  );
  dropInto(zone, take);
  const onsubmit = async (event) => {
    event.preventDefault();
    choose.value = "";
    start.hidden = true;
    for (const item of waiting(queue)) await sendItem(item, onAdded);
  };
  return h("form", { class: "adding", onsubmit }, zone, queue, start);
}

/** Send a file in the place of a document: the new one first, so that there is never none. */
export async function replaceDocument(item, file, place, onAdded, removeOld) {
  const line = waitingView(file);
  line.querySelector("input").value = item.regions[0] ?? "";
  fill(place, h("ul", { class: "queue" }, line));
  if (await sendItem(line, onAdded, item.regions)) await removeOld();
}

function dropInto(zone, take) {
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

/** Send one file and show how it goes; whether it was added. */
async function sendItem(item, onAdded, regions = [item.querySelector("input").value.trim()].filter(Boolean)) {
  const { file } = item;
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
    const added = await addDocument(file, regions, onSent);
    await loadDocuments();
    show(item, "added", added.documents.flatMap((one) => [h("strong", {}, `已添加 ${one.name}`), reportView(one)]));
    announce(`已添加“${file.name}”`);
    onAdded();
    return true;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    show(item, "failed", [h("strong", {}, `没有添加 ${file.name}`), h("p", { class: "problem", role: "alert" }, error.message)]);
    return false;
  }
}

function show(item, kind, content) {
  item.className = kind;
  fill(item, ...content, button("收起", () => item.remove()));
}

function sizeOf(bytes) {
  return bytes < 1024 ** 2 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}
