// A file given to a question: chosen, dropped or pasted at the composer, read, and from then on what is asked about.

import { dropInto, READABLE } from "./adding.js";
import { announce, button, fill, h } from "./dom.js";
import { addressOf } from "./routing.js";
import { Problem } from "./server.js";
import { loadDocuments } from "./state.js";
import { sendDocument } from "./upload.js";

/** @param {(ids: string[]) => void} onAdded told the documents that came of a file */
export function attaching(onAdded) {
  const queue = h("ul", { class: "attached" });
  const take = async (files) => {
    for (const one of files) await attach(one, queue, onAdded);
  };
  const input = h("input", { type: "file", class: "hidden-text", multiple: true, accept: READABLE, tabindex: "-1", "aria-hidden": "true", onchange: () => take([...input.files]) });
  const choose = () => {
    input.value = "";
    input.click();
  };
  const opener = button("＋文件", choose, { title: "添加一份文件，接着就问它" });
  return { queue, choose, button: h("span", {}, opener, input), acceptDrops: (zone) => dropInto(zone, (files) => take([...files])) };
}

async function attach(file, queue, onAdded) {
  const bar = h("progress", { max: "1", value: "0", "aria-label": `“${file.name}”的进度` });
  const words = h("span", {}, "正在上传……");
  const item = h("li", {}, h("strong", {}, file.name), bar, words);
  queue.append(item);
  const onSent = (share) => {
    bar.value = share;
    if (share === 1) words.textContent = "正在阅读……";
  };
  try {
    const { documents } = await sendDocument(file, {}, onSent);
    await loadDocuments();
    fill(item, ...documents.map(addedView), closer(item));
    announce(`已添加“${file.name}”`);
    onAdded(documents.map((one) => one.id));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    fill(item, h("span", { class: "problem", role: "alert" }, `没有添加“${file.name}”：${error.message}`), closer(item));
  }
}

/** What was read, in a line; the whole report stands with the document. */
function addedView(document) {
  const doubtful = document.warnings ? `，${document.warnings}处没有读好` : "";
  return h(
    "span",
    {},
    h("a", { href: addressOf("documents", [document.id]) }, document.name),
    `已添加：${document.tasks}项任务，${document.targets}个指标值${doubtful}。下面只问这份文件。`,
  );
}

function closer(item) {
  return button("×", () => item.remove(), { "aria-label": "收起" });
}
