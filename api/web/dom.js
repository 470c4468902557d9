// Makes elements. Text only ever becomes text: nothing here or elsewhere parses HTML.

const SVG = "http://www.w3.org/2000/svg";

/**
 * An element with attributes, listeners (keys that start with "on") and children (strings become text nodes).
 * @param {string} tag
 * @param {Record<string, unknown>} [attributes] false, null and undefined are left out
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {HTMLElement}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** @param {Element} parent @param {...(Node | string | null | false)} children */
export function fill(parent, ...children) {
  parent.replaceChildren(...children.filter((child) => child !== null && child !== false));
}

/** Tell a screen reader, once. @param {string} text */
export function announce(text) {
  document.getElementById("announcer").textContent = text;
}

/** A button of the text kind. */
export function button(label, onclick, attributes = {}) {
  return h("button", { type: "button", onclick, ...attributes }, label);
}

/** A drawing that stands for words; whoever uses it says the words. @param {string} path in a square of 24 */
export function icon(path) {
  const svg = document.createElementNS(SVG, "svg");
  const line = document.createElementNS(SVG, "path");
  for (const [name, value] of Object.entries({ viewBox: "0 0 24 24", "aria-hidden": "true", class: "icon" })) svg.setAttribute(name, value);
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

/**
 * Put text on the clipboard, and HTML for programs that take tables. The browser's own copying works on plain http, too.
 * @param {string} text
 * @param {string} [html]
 * @returns {boolean} whether it is there
 */
function copyText(text, html) {
  const put = (event) => {
    event.preventDefault();
    event.clipboardData.setData("text/plain", text);
    if (html) event.clipboardData.setData("text/html", html);
  };
  document.addEventListener("copy", put, { once: true });
  const done = document.execCommand("copy");
  document.removeEventListener("copy", put);
  return done;
}

/** A button that copies what `made` gives and says that it has. @param {string} label @param {() => [string, string?]} made */
export function copyButton(label, made) {
  const copy = button(label, () => {
    copy.textContent = copyText(...made()) ? "已复制" : "复制不了";
    setTimeout(() => (copy.textContent = label), 2000);
  });
  return copy;
}

/** Offer text, or what a blob holds, as a file. */
export function saveFile(name, content, type = content.type || "text/plain;charset=utf-8") {
  const link = h("a", { href: URL.createObjectURL(new Blob([content], { type })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
