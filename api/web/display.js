// How the page looks: light or dark, and the size of its letters. Remembered in this browser; starting.js applies it.

import { button, fill, h } from "./dom.js";

const CHOICES = {
  theme: { name: "外观", options: { "": "跟随系统", light: "浅色", dark: "深色" } },
  size: { name: "字号", options: { "": "标准", large: "大", larger: "特大" } },
};
const place = document.getElementById("display");
const panel = h("div", { class: "display-panel" });

function chosen(name) {
  try {
    return localStorage.getItem(`policy-assistant.${name}`) ?? "";
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return "";
  }
}

function choose(name, value) {
  try {
    if (value) localStorage.setItem(`policy-assistant.${name}`, value);
    else localStorage.removeItem(`policy-assistant.${name}`);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
  window.dispatchEvent(new Event("display"));
  draw();
  panel.querySelector(`[data-key="${name} ${value}"]`).focus();
}

function draw() {
  fill(panel, ...Object.entries(CHOICES).map(([name, { name: label, options }]) => group(name, label, options)));
}

function group(name, label, options) {
  const chips = Object.entries(options).map(([value, words]) =>
    button(words, () => choose(name, value), { class: "chip", "data-key": `${name} ${value}`, "aria-pressed": String(chosen(name) === value) }),
  );
  return h("div", { class: "chips", role: "group", "aria-label": label }, h("span", { class: "chips-label", "aria-hidden": "true" }, label), ...chips);
}

function close() {
  place.open = false;
}

draw();
place.append(panel);
place.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !place.open) return;
  close();
  place.querySelector("summary").focus();
});
document.addEventListener("click", (event) => {
  if (!event.composedPath().includes(place)) close();
});
