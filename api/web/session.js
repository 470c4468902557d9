// Who uses the page, and what they may do. Where the server wants to know, a form asks for a key.

import { button, fill, h } from "./dom.js";
import { getJson, Problem, sendJson } from "./server.js";

const EVERYBODY = { auth: "off", user: "local", scopes: ["read", "write", "admin"] };
const place = document.getElementById("user");
let me = EVERYBODY;

/** Ask the server who is there; a server that does not know users lets everybody do everything. */
export async function loadUser() {
  try {
    me = await getJson("api/me");
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    me = EVERYBODY;
  }
  drawUser();
}

/** Whether the page may show anything. */
export function isSignedIn() {
  return me.auth === "off" || me.user !== null;
}

/** Whether documents may be added and removed. */
export function mayWrite() {
  return me.scopes.includes("write");
}

/** Whether everybody's feedback may be seen. */
export function mayAdminister() {
  return me.scopes.includes("admin");
}

/** @param {HTMLElement} main @param {() => void} onSignedIn */
export function showSignIn(main, onSignedIn) {
  const key = h("input", { name: "key", type: "password", autocomplete: "current-password", required: true, size: "36" });
  const problem = h("p", { class: "problem", role: "alert" });
  const enter = async (event) => {
    event.preventDefault();
    try {
      me = await sendJson("POST", "api/login", { key: key.value.trim() });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      problem.textContent = error.message;
      key.select();
      return;
    }
    drawUser();
    onSignedIn();
  };
  fill(
    main,
    h(
      "form",
      { class: "sign-in", onsubmit: enter },
      h("h2", {}, "请登录"),
      h("p", {}, "请输入管理人员发给你的密钥（以 pa_ 开头）。"),
      h("label", {}, h("span", {}, "密钥"), key),
      h("button", { type: "submit", class: "primary" }, "登录"),
      problem,
    ),
  );
  key.focus();
}

function drawUser() {
  const named = me.auth !== "off" && me.user !== null;
  fill(place, named && h("span", {}, me.user), named && button("退出", signOut));
}

async function signOut() {
  await sendJson("POST", "api/logout");
  location.reload();
}
