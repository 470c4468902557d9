// The four tabs, the views of each, and the name of the window.

import { h } from "./dom.js";
import { addressOf } from "./routing.js";

const TABS = {
  问答: { ask: "问答" },
  任务: { tasks: "清单", deadlines: "时限", matrix: "矩阵" },
  指标: { targets: "清单", compare: "比较" },
  文件: { documents: "清单", differences: "对照" },
};
/** What a view of a tab hands on to its neighbour. */
const SHARED = ["doc", "unit", "role", "indicator", "year"];
const PRODUCT = document.title;

const subviews = document.getElementById("subviews");
const tabLinks = new Map(Object.entries(TABS).map(([tab, views]) => [tab, h("a", { href: addressOf(Object.keys(views)[0]) }, tab)]));
const viewLinks = new Map(
  Object.entries(TABS).flatMap(([tab, views]) => Object.entries(views).map(([view, label]) => [view, h("a", { "data-tab": tab, hidden: true }, label)])),
);

/** A tab leads to where it was left. @param {string} view @param {string[]} rest @param {URLSearchParams} parameters */
export function showTabs(view, rest, parameters) {
  const { tab } = viewLinks.get(view).dataset;
  document.documentElement.dataset.view = view;
  tabLinks.get(tab).href = addressOf(view, rest, parameters);
  mark(tabLinks, tab);
  showSubviews(tab, view, parameters);
}

/** Name the window after what it shows. @param {string} words */
export function entitle(words) {
  document.title = `${words} · ${PRODUCT}`;
}

function showSubviews(tab, shown, parameters) {
  const shared = new URLSearchParams([...parameters].filter(([name]) => SHARED.includes(name)));
  for (const [view, link] of viewLinks) {
    link.href = addressOf(view, [], shared);
    link.hidden = link.dataset.tab !== tab;
  }
  mark(viewLinks, shown);
  subviews.setAttribute("aria-label", tab);
}

function mark(links, current) {
  for (const [name, link] of links) {
    if (name === current) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

document.getElementById("tabs").append(...tabLinks.values());
subviews.append(...viewLinks.values());
