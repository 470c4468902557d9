// Filters above a list: a form whose values live in the address, so that a list can be shared and survives a reload.

import { tableToCopy } from "./copying.js";
import { button, copyButton, fill, h } from "./dom.js";
import { go } from "./routing.js";
import { address, Problem } from "./server.js";
import { listDocuments, nameOf } from "./state.js";
import { entitle } from "./tabs.js";

/** Forms that every list can be had in. @type {[string, string][]} */
export const TABLES = [["xlsx", "Excel 表格（xlsx）"], ["csv", "CSV"]];
/** Whether the filters are unfolded on a narrow screen; they stay so while the list is drawn anew. */
let unfolded = false;
/** Filters that a narrow screen has room for above the list. */
const FEW = 4;
/** Milliseconds after the last letter before a search begins. */
const PAUSE = 350;

/**
 * A list view: filters, what can be done with the list, what the server answers. `files` are the forms offered, Excel and
 * CSV where not said; `toQuery` makes of the values in the address those that the server is asked with; `usual` values
 * stay out of the address; `toFile` makes of them those that a file is asked with.
 * @param {HTMLElement} main
 * @param {URLSearchParams} parameters
 * @param {{view: string, title: string, path: string, fields: (Node | null)[], load: (query: object) => Promise<Node>,
 *          files?: [string, string][], toQuery?: (values: object) => object, toFile?: (values: object) => object, usual?: Record<string, string>}} list
 */
export async function showList(main, parameters, { view, title, path, fields, load, files = TABLES, toQuery = (values) => values, toFile = toQuery, usual = {} }) {
  const values = Object.fromEntries(parameters);
  const result = h("div", { class: "result", "aria-busy": "true" }, h("p", { class: "pane-note" }, "正在读取……"));
  const form = formView(view, fields, { role: "any", ...usual });
  const focused = main.contains(document.activeElement) ? document.activeElement.name : null;
  const fold = fields.length > FEW && foldView(form, Object.values(values).filter(Boolean).length);
  const head = h("header", { class: "list-head" }, h("h2", {}, title), toolsView(path, toFile(values), files, result, fold));
  entitle(title);
  fill(main, h("section", { class: "list-view" }, head, form, chosenView(form), result));
  refocus(form, focused);
  try {
    fill(result, await load(values));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    fill(result, h("p", { class: "pane-note", role: "alert" }, error.message));
  }
  result.removeAttribute("aria-busy");
}

/** @param {URLSearchParams} parameters */
export function documentField(parameters) {
  const options = listDocuments().map((item) => option(item.id, nameOf(item.id), parameters.get("doc")));
  return labelled("文件", h("select", { name: "doc" }, option("", "全部", parameters.get("doc")), ...options));
}

/** @param {string} label @param {string} name @param {URLSearchParams} parameters @param {object} [attributes] */
export function textField(label, name, parameters, attributes = {}) {
  return labelled(label, h("input", { name, value: parameters.get(name) ?? "", ...attributes }));
}

/** A field that searches while one types. @param {string} label @param {string} name @param {URLSearchParams} parameters */
export function searchField(label, name, parameters, attributes = {}) {
  return textField(label, name, parameters, { type: "search", "data-live": "", ...attributes });
}

/** @param {string} label @param {string} name @param {URLSearchParams} parameters @param {[string, string][]} choices */
export function choiceField(label, name, parameters, choices) {
  return labelled(label, h("select", { name }, ...choices.map(([value, text]) => option(value, text, parameters.get(name)))));
}

function formView(view, fields, usual) {
  const form = h("form", { class: "filters" }, ...fields, h("button", { type: "submit" }, "查看"));
  const apply = (options) => go(address(`#/${view}`, valuesOf(form, usual)), options);
  let timer = 0;
  form.addEventListener("change", (event) => "live" in event.target.dataset || apply());
  form.addEventListener("input", (event) => {
    if (!("live" in event.target.dataset) || event.isComposing) return;
    clearTimeout(timer);
    timer = setTimeout(() => form.isConnected && apply({ replace: true }), PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    apply();
  });
  return form;
}

/** What the list was filtered by, on paper, where no fields are. @param {HTMLFormElement} form */
function chosenView(form) {
  const set = [...new FormData(form)].filter(([name, value]) => value && value !== "any" && name !== "columns");
  const said = set.map(([name]) => saidIn(form.elements[name]));
  return h("p", { class: "on-paper" }, said.length ? `筛选条件　${said.join("；")}` : "没有筛选");
}

/** A field that is set, in words: 单位：市发改委. @param {HTMLInputElement | HTMLSelectElement} field */
function saidIn(field) {
  const label = field.closest("label");
  return label.matches(".tick") ? label.textContent : `${label.querySelector("span").textContent}：${field.selectedOptions?.[0].textContent ?? field.value}`;
}

/** On a narrow screen the list comes first: a button unfolds the filters and says how many are set. */
function foldView(form, set) {
  const fold = button(`筛选${set ? `（${set}）` : ""}`, () => show(!unfolded), { class: "unfolder" });
  const show = (now) => {
    unfolded = now;
    form.classList.toggle("folded-away", !now);
    fold.setAttribute("aria-expanded", String(now));
  };
  show(unfolded);
  form.addEventListener("submit", () => show(false));
  return fold;
}

/** The values of a form save the usual ones; what is ticked several times under one name is one value. */
function valuesOf(form, usual) {
  const values = {};
  for (const [name, value] of new FormData(form)) values[name] = values[name] ? `${values[name]},${value}` : value;
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => value !== usual[name]));
}

/** A list that was drawn anew while somebody typed or chose leaves them where they were. */
function refocus(form, name) {
  const field = name && form.elements[name];
  if (!(field instanceof HTMLElement)) return;
  field.focus();
  if (field.type === "search") field.setSelectionRange(field.value.length, field.value.length);
}

function toolsView(path, query, files, result, fold) {
  const links = files.map(([format, label]) => h("a", { href: address(path, { ...query, format }), download: "" }, label));
  return h(
    "div",
    { class: "list-tools" },
    fold,
    h("details", { class: "export menu" }, h("summary", {}, "导出 ▾"), h("div", {}, ...links)),
    copyButton("复制表格", () => tablesToCopy([...result.querySelectorAll("table")])),
    copyButton("复制链接", () => [location.href]),
    button("打印", () => window.print()),
  );
}

function tablesToCopy(tables) {
  const copies = tables.map(tableToCopy);
  return [copies.map(([text]) => text).join("\n\n"), copies.map(([, html]) => html).join("<p></p>")];
}

function option(value, text, chosen) {
  return h("option", { value, selected: value === chosen }, text);
}

function labelled(label, field) {
  return h("label", {}, h("span", {}, label), field);
}
