// Filters above a list: a form whose values live in the address, so that a list can be shared and survives a reload.

import { fill, h } from "./dom.js";
import { address, Problem } from "./server.js";
import { listDocuments, nameOf } from "./state.js";

/**
 * A list view: filters, downloads, what the server answers.
 * @param {HTMLElement} main
 * @param {URLSearchParams} parameters
 * @param {{view: string, title: string, path: string, fields: HTMLElement[], load: (query: object) => Promise<Node>}} list
 */
export async function showList(main, parameters, { view, title, path, fields, load }) {
  const query = Object.fromEntries(parameters);
  const form = h("form", { class: "filters", onsubmit: (event) => event.preventDefault() }, ...fields);
  form.addEventListener("change", () => {
    location.hash = address(`#/${view}`, Object.fromEntries(new FormData(form)));
  });
  const result = h("div", { class: "result", "aria-busy": "true" }, h("p", { class: "pane-note" }, "正在读取……"));
  fill(main, h("section", { class: "list-view" }, h("h2", {}, title), form, downloads(path, query), result));
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

function downloads(path, query) {
  const link = (format, label) => h("a", { href: address(path, { ...query, format }), download: "" }, label);
  return h("p", { class: "downloads" }, link("xlsx", "下载 Excel"), link("csv", "下载 CSV"));
}
