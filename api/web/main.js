// Starts the page: who is there, which view is shown for which address, and whether the server is ready.

import { showAsk } from "./ask.js";
import { note } from "./banner.js";
import { showCompare } from "./compare.js";
import { showDeadlines } from "./deadlines.js";
import { showDocuments } from "./documents.js";
import { fill, h } from "./dom.js";
import { showMatrix } from "./matrix.js";
import "./printing.js";
import { Problem, readiness, SIGNED_OUT } from "./server.js";
import { isSignedIn, loadUser, showSignIn } from "./session.js";
import { closeSource, openSource } from "./source.js";
import { loadDocuments } from "./state.js";
import { showTargets } from "./targets.js";
import { showTasks } from "./tasks.js";

const VIEWS = {
  ask: showAsk,
  tasks: showTasks,
  deadlines: showDeadlines,
  matrix: showMatrix,
  targets: showTargets,
  compare: showCompare,
  documents: showDocuments,
};
const PAUSE = 1500;
const LONG_PAUSE = 60_000;

const main = document.getElementById("main");
let loaded = false;

/** The address behind #: a view and what it shows, #/tasks?unit=…; #/source/ID?line=…&quote=… opens a document. */
function route() {
  const [path, query = ""] = location.hash.slice(2).split("?");
  const [name, ...rest] = path.split("/").map(decoded);
  const parameters = new URLSearchParams(query);
  const view = name in VIEWS ? name : name === "source" ? "documents" : "ask";
  for (const link of document.querySelectorAll(".views a")) {
    if (link.hash === `#/${view}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  document.body.dataset.view = view;
  if (name !== "source") closeSource();
  VIEWS[view](main, parameters, rest);
  if (name === "source" && rest[0]) openSource(placeOf(rest[0], parameters));
}

function placeOf(documentId, parameters) {
  return {
    documentId,
    line: Number(parameters.get("line")) || undefined,
    quote: parameters.get("quote") ?? "",
    column: parameters.get("column"),
    revision: parameters.get("revision"),
  };
}

/** An address that somebody has cut off must not keep the page from opening. */
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) return part;
    throw error;
  }
}

/** Wait for the server, saying what it is waiting for; then look now and then whether all is still well. */
async function watch() {
  for (let first = true; ; first = false) {
    const state = await readiness();
    if (state.library && !loaded) await load();
    else if (first) route();
    note("server", state.missing.join(" ") || (state.ready && loaded ? "" : "正在启动……"));
    const well = state.ready && loaded && !state.missing.length;
    await new Promise((resolve) => setTimeout(resolve, well ? LONG_PAUSE : PAUSE));
  }
}

async function load() {
  try {
    await loadDocuments();
    loaded = true;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  } finally {
    route();
  }
}

function signIn() {
  closeSource();
  window.removeEventListener("hashchange", route);
  document.body.dataset.view = "sign-in";
  showSignIn(main, () => location.reload());
}

async function start() {
  fill(main, h("p", { class: "pane-note starting" }, "正在打开……"));
  await loadUser();
  window.addEventListener(SIGNED_OUT, signIn);
  if (!isSignedIn()) return signIn();
  window.addEventListener("hashchange", route);
  return watch();
}

document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});
start();
