// Filters above a list: a form whose values live in the address, so that a list can be shared and survives a reload.

import { fill, h } from "./dom.js";
import { go } from "./routing.js";
import { address, Problem } from "./server.js";
import { listDocuments, nameOf } from "./state.js";

/** Forms that every list can be downloaded in. @type {[string, string][]} */
export const TABLES = [["xlsx", "下载 Excel"], ["csv", "下载 CSV"]];

/**
 * A list view: filters, downloads, what the server answers. `files` are the forms offered, Excel and CSV where not said.
 * @param {HTMLElement} main
 * @param {URLSearchParams} parameters
 * @param {{view: string, title: string, path: string, fields: HTMLElement[],
 *          load: (query: object) => Promise<Node>, files?: [string, string][]}} list
 */
export async function showList(main, parameters, { view, title, path, fields, load, files = TABLES }) {
  const query = Object.fromEntries(parameters);
  const form = h("form", { class: "filters" }, ...fields, h("button", { type: "submit" }, "查看"));
  const apply = () => go(address(`#/${view}`, Object.fromEntries(new FormData(form))));
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    apply();
  });
  const result = h("div", { class: "result", "aria-busy": "true" }, h("p", { class: "pane-note" }, "正在读取……"));
  fill(main, h("section", { class: "list-view" }, h("h2", {}, title), form, downloads(path, query, files), result));
  try {
    const shown = await load(query);
    fill(result, shown);
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

/** @param {string} label @param {string} name @param {URLSearchParams} parameters @param {[string, string][]} choices */
export function choiceField(label, name, parameters, choices) {
  return labelled(label, h("select", { name }, ...choices.map(([value, text]) => option(value, text, parameters.get(name)))));
}

function option(value, text, chosen) {
  return h("option", { value, selected: value === chosen }, text);
}

function labelled(label, field) {
  return h("label", {}, h("span", {}, label), field);
}

function downloads(path, query, files) {
  const links = files.map(([format, label]) => h("a", { href: address(path, { ...query, format }), download: "" }, label));
  return h("p", { class: "downloads" }, ...links);
}
