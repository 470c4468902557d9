// Starts the page: which view is shown for which address, and whether the server is ready.

import { showAsk } from "./ask.js";
import { showCompare } from "./compare.js";
import { showDeadlines } from "./deadlines.js";
import { showDocuments } from "./documents.js";
import { fill, h } from "./dom.js";
import { showMatrix } from "./matrix.js";
import { Problem, readiness } from "./server.js";
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

const main = document.getElementById("main");
const banner = document.getElementById("banner");

/** The address behind #: a view and what it shows, #/tasks?unit=…; #/source/ID?line=…&quote=… opens a document. */
function route() {
  const [path, query = ""] = location.hash.slice(2).split("?");
  const [name, ...rest] = path.split("/");
  const parameters = new URLSearchParams(query);
  const view = name in VIEWS ? name : name === "source" ? "documents" : "ask";
  for (const link of document.querySelectorAll(".views a")) {
    if (link.hash === `#/${view}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  document.body.dataset.view = view;
  if (name !== "source") closeSource();
  VIEWS[view](main, parameters, rest.map(decodeURIComponent));
  if (name === "source" && rest[0]) {
    openSource({
      documentId: decodeURIComponent(rest[0]),
      line: Number(parameters.get("line")) || undefined,
      quote: parameters.get("quote") ?? "",
    });
  }
}

/** Wait for the server, saying what it is waiting for; the library comes before the model. */
async function becomeReady() {
  let loaded = false;
  for (let attempt = 0; ; attempt += 1) {
    const state = await readiness();
    if (state.library && !loaded) loaded = await load();
    else if (attempt === 0) route();
    banner.hidden = state.ready && loaded;
    if (state.ready && loaded) return;
    fill(banner, h("span", {}, state.missing.join(" ") || "正在启动……"));
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

async function load() {
  try {
    await loadDocuments();
    return true;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  } finally {
    route();
  }
}

window.addEventListener("hashchange", route);
becomeReady();
