// A PDF's pages as they look, in the place of its words when asked for.

import { button, fill, h } from "./dom.js";
import { address } from "./server.js";

/**
 * A switch between words and pages, the words, and the page, of which one is shown.
 * @param {object} item the document @param {number} page @param {HTMLElement} text
 */
export function pagePictures(item, page, text) {
  const picture = h("div", { class: "page-picture", hidden: true });
  const choose = (pictures) => {
    text.hidden = pictures;
    picture.hidden = !pictures;
    words.setAttribute("aria-pressed", String(!pictures));
    pages.setAttribute("aria-pressed", String(pictures));
    if (pictures && !picture.hasChildNodes()) showPage(picture, item, page);
  };
  const words = button("文字", () => choose(false), { class: "chip", "aria-pressed": "true" });
  const pages = button("页面图像", () => choose(true), { class: "chip", "aria-pressed": "false" });
  return [h("div", { class: "page-tabs", role: "group", "aria-label": "怎样显示原文" }, words, pages), text, picture];
}

function showPage(place, item, number) {
  const turn = (label, to) => button(label, () => showPage(place, item, to), { disabled: to < 1 || to > item.pages });
  const problem = h("p", { class: "pane-note", role: "alert" });
  const image = h("img", {
    src: address(`api/documents/${encodeURIComponent(item.id)}/pages/${number}.png`, { v: item.sha256.slice(0, 12) }),
    alt: `第${number}页的图像，文字见“文字”`,
    onerror: () => (problem.textContent = "这一页的图像画不出来。"),
  });
  const where = h("span", { "aria-live": "polite" }, `第${number}页，共${item.pages}页`);
  fill(place, h("p", { class: "page-turns" }, turn("上一页", number - 1), where, turn("下一页", number + 1)), problem, image);
}
