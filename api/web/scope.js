// Where to look: chips for cities, for single documents where a city has several, and for years.

import { button, fill, h } from "./dom.js";
import { listDocuments, nameOf, onDocuments } from "./state.js";

/** @typedef {{documents: string[], year: number | null}} Scope documents empty: all of them */

const TIMED = /(?:19|20)\d{2}|[去今明后本]年|十[二三四五六]五/;

/** The question with the chosen year in it, so that everybody sees what was asked. A year of its own goes before. */
export function withYear(question, year) {
  return year === null || TIMED.test(question) ? question : `${year}年${question}`;
}

/** @param {Scope} scope @param {(scope: Scope) => void} onScope @returns {HTMLElement} */
export function scopeChips(scope, onScope) {
  const chosen = new Set(scope.documents);
  let year = scope.year;
  const element = h("div", { class: "scope" });
  const tell = (focus) => {
    draw();
    onScope({ documents: [...chosen], year });
    element.querySelector(`[data-key="${CSS.escape(focus)}"]`)?.focus();
  };
  const setYear = (key, one) => {
    year = one;
    tell(key);
  };
  const toggle = (key, ids) => {
    const off = ids.every((id) => chosen.has(id));
    for (const id of ids) off ? chosen.delete(id) : chosen.add(id);
    if (!ids.length) chosen.clear();
    tell(key);
  };
  const draw = () => {
    const documents = listDocuments();
    for (const id of chosen) if (documents.length && !documents.some((item) => item.id === id)) chosen.delete(id);
    const looked = documents.filter((item) => !chosen.size || chosen.has(item.id));
    const years = yearsOf(looked);
    if (year !== null && documents.length && !years.includes(year)) year = null;
    fill(
      element,
      group("范围", [
        chip("all", "全部", chosen.size === 0, () => toggle("all", []), "全部文件"),
        ...documentChips(documents, chosen, toggle),
      ]),
      years.length > 0 && group("年份", [
        chip("any", "不限", year === null, () => setYear("any", null)),
        ...years.map((one) => chip(`year ${one}`, String(one), year === one, () => setYear(`year ${one}`, year === one ? null : one))),
      ]),
    );
  };
  draw();
  onDocuments(() => element.isConnected && draw());
  return element;
}

function documentChips(documents, chosen, toggle) {
  return [...grouped(documents)].flatMap(([name, items]) => {
    const ids = items.map((item) => item.id);
    const whole = chip(`place ${name}`, name, ids.every((id) => chosen.has(id)), () => toggle(`place ${name}`, ids), items.map((item) => item.name).join("\n"));
    if (items.length === 1 || !ids.some((id) => chosen.has(id))) return [whole];
    return [whole, ...items.map((item) => chip(item.id, item.title, chosen.has(item.id), () => toggle(item.id, [item.id]), item.name))];
  });
}

function grouped(documents) {
  const groups = new Map();
  for (const item of documents) groups.set(nameOf(item.id), [...(groups.get(nameOf(item.id)) ?? []), item]);
  return groups;
}

function yearsOf(documents) {
  return [...new Set(documents.flatMap((item) => item.years ?? []))].sort();
}

function group(label, chips) {
  return h("div", { class: "chips", role: "group", "aria-label": label }, h("span", { class: "chips-label", "aria-hidden": "true" }, label), ...chips);
}

function chip(key, label, pressed, onclick, title) {
  return button(label, onclick, { class: "chip", title, "data-key": key, "aria-pressed": String(pressed) });
}
