// Where to look: one button that says it, and behind it places, single documents where a place has several, and years.

import { button, fill, h } from "./dom.js";
import { listDocuments, nameOf, onDocuments } from "./state.js";

/** @typedef {{documents: string[], year: number | null}} Scope documents empty: all of them */

const TIMED = /(?:19|20)\d{2}|[去今明后本]年|十[二三四五六]五/;
const NAMED = 2;
/** More documents than this are looked for by a word. */
const MANY = 12;

/** The question with the chosen year in it, so that everybody sees what was asked. A year of its own goes before. */
export function withYear(question, year) {
  return year === null || TIMED.test(question) ? question : `${year}年${question}`;
}

/** @param {Scope} scope @param {(scope: Scope) => void} onScope */
export function scopePicker(scope, onScope) {
  const state = { chosen: new Set(scope.documents), year: scope.year, word: "" };
  const choices = h("div", { class: "scope-choices" });
  const search = h("input", { type: "search", placeholder: "找文件", "aria-label": "找文件", oninput: () => draw((state.word = search.value.trim())) });
  const opener = button("", () => open(panel.hidden), { class: "scope-opener", "aria-expanded": "false" });
  const panel = h(
    "div",
    { class: "scope-panel", role: "group", "aria-label": "范围", hidden: true },
    search,
    choices,
    h("p", { class: "scope-foot" }, button("完成", () => open(false), { class: "primary" })),
  );
  const element = h("div", { class: "scope", onkeydown: (event) => event.key === "Escape" && !panel.hidden && open(false) }, opener, panel);
  const open = (now) => {
    panel.hidden = !now;
    opener.setAttribute("aria-expanded", String(now));
    if (now) panel.querySelector("input:not([hidden]), button")?.focus();
    else opener.focus();
  };
  const draw = () => {
    forget(state);
    opener.textContent = `范围：${scopeName(state)} ▾`;
    search.hidden = listDocuments().length <= MANY;
    fill(choices, ...groups(state, change));
  };
  const change = (key, made) => {
    made();
    draw();
    onScope({ documents: [...state.chosen], year: state.year });
    choices.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus();
  };
  draw();
  onDocuments(() => element.isConnected && draw());
  return { element, only: (ids) => change("", () => (state.chosen = new Set(ids))) };
}

/** What is not there any more is not chosen. */
function forget(state) {
  const documents = listDocuments();
  if (!documents.length) return;
  for (const id of state.chosen) if (!documents.some((item) => item.id === id)) state.chosen.delete(id);
  if (state.year !== null && !yearsOf(state).includes(state.year)) state.year = null;
}

function scopeName({ chosen, year }) {
  const names = [...new Set([...chosen].map(nameOf))];
  const some = names.length > NAMED ? `${names.slice(0, NAMED).join("、")}等${chosen.size}份文件` : names.join("、");
  return [some || "全部文件", year && `${year}年`].filter(Boolean).join("，");
}

function groups(state, change) {
  const years = yearsOf(state);
  const setYear = (year) => () => (state.year = state.year === year ? null : year);
  return [
    group("文件", [
      chip("all", "全部", state.chosen.size === 0, () => change("all", () => state.chosen.clear()), "全部文件"),
      ...documentChips(state, (key, ids) => change(key, () => toggle(state.chosen, ids))),
    ]),
    years.length > 0 && group("年份", [
      chip("any", "不限", state.year === null, () => change("any", setYear(state.year))),
      ...years.map((one) => chip(`year ${one}`, String(one), state.year === one, () => change(`year ${one}`, setYear(one)))),
    ]),
  ];
}

function toggle(chosen, ids) {
  const off = ids.every((id) => chosen.has(id));
  for (const id of ids) off ? chosen.delete(id) : chosen.add(id);
}

function documentChips({ chosen, word }, onToggle) {
  return [...grouped(listDocuments().filter((item) => item.name.includes(word) || nameOf(item.id).includes(word)))].flatMap(([name, items]) => {
    const ids = items.map((item) => item.id);
    const key = `place ${name}`;
    const whole = chip(key, name, ids.every((id) => chosen.has(id)), () => onToggle(key, ids), items.map((item) => item.name).join("\n"));
    if (items.length === 1 || !ids.some((id) => chosen.has(id))) return [whole];
    return [whole, ...items.map((item) => chip(item.id, item.title, chosen.has(item.id), () => onToggle(item.id, [item.id]), item.name))];
  });
}

function grouped(documents) {
  const found = new Map();
  for (const item of documents) found.set(nameOf(item.id), [...(found.get(nameOf(item.id)) ?? []), item]);
  return found;
}

function yearsOf({ chosen }) {
  const looked = listDocuments().filter((item) => !chosen.size || chosen.has(item.id));
  return [...new Set(looked.flatMap((item) => item.years ?? []))].sort();
}

function group(label, chips) {
  return h("div", { class: "chips", role: "group", "aria-label": label }, h("span", { class: "chips-label", "aria-hidden": "true" }, label), ...chips);
}

function chip(key, label, pressed, onclick, title) {
  return button(label, onclick, { class: "chip", title, "data-key": key, "aria-pressed": String(pressed) });
}

/** A click elsewhere closes what is open. */
document.addEventListener("click", (event) => {
  for (const panel of document.querySelectorAll(".scope-panel:not([hidden])")) {
    if (event.composedPath().includes(panel.parentElement)) continue;
    panel.hidden = true;
    panel.previousElementSibling.setAttribute("aria-expanded", "false");
  }
});
