// Starts the page: who is there, which view is shown for which address, and whether the server is ready.

import { showAsk } from "./ask.js";
import { note } from "./banner.js";
import "./display.js";
import { fill, h } from "./dom.js";
import "./printing.js";
import { addressOf, follow, here, tell, unfollow } from "./routing.js";
import { Problem, readiness, SIGNED_OUT } from "./server.js";
import { isSignedIn, loadUser, showSignIn } from "./session.js";
import { showDrawer } from "./sidebar.js";
import { hideSource, showSource } from "./source.js";
import { loadDocuments } from "./state.js";
import { showTabs } from "./tabs.js";

/** How each view is shown; all but the first are fetched when they are first wanted. */
const SHOWS = {
  ask: async () => showAsk,
  tasks: async () => (await import("./tasks.js")).showTasks,
  deadlines: async () => (await import("./deadlines.js")).showDeadlines,
  matrix: async () => (await import("./matrix.js")).showMatrix,
  targets: async () => (await import("./targets.js")).showTargets,
  compare: async () => (await import("./compare.js")).showCompare,
  documents: async () => (await import("./documents.js")).showDocuments,
  differences: async () => (await import("./differences.js")).showDifferences,
};
const PAUSE = 1500;
const LONG_PAUSE = 60_000;

const main = document.getElementById("main");
let loaded = false;
let drawn = "";
let routes = 0;

/** Show what the address says: the view, unless it is there already, and the source beside it. */
async function route({ view, rest, parameters, place }, scroll) {
  const address = addressOf(view, rest, parameters);
  const isThere = address === drawn && loaded;
  drawn = loaded ? address : "";
  showTabs(view, rest, parameters);
  showDrawer(history.state?.drawer === true);
  if (place) showSource(place);
  else hideSource();
  if (isThere) return;
  const turn = (routes += 1);
  const show = await SHOWS[view]().catch(() => showMissing);
  if (turn !== routes) return;
  await show(main, parameters, rest);
  if (scroll !== undefined && turn === routes) main.scrollTop = scroll;
}

function showMissing(place) {
  drawn = "";
  fill(place, h("p", { class: "pane-note starting", role: "alert" }, "页面的这一部分没有载入。请检查网络，再刷新一次。"));
}

/** Wait for the server, saying what it is waiting for; then look now and then whether all is still well. */
async function watch() {
  for (let first = true; ; first = false) {
    const state = await readiness();
    if (state.library && !loaded) await load();
    else if (first) tell();
    note(state.missing.join(" ") || (state.ready && loaded ? "" : "正在启动……"));
    const well = state.ready && loaded && !state.missing.length;
    await new Promise((resolve) => setTimeout(resolve, well ? LONG_PAUSE : PAUSE));
  }
}

async function load() {
  try {
    await loadDocuments();
    loaded = true;
    fill(main);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  } finally {
    tell();
  }
}

function signIn() {
  hideSource();
  unfollow();
  document.documentElement.dataset.view = "sign-in";
  showSignIn(main, () => location.reload());
}

async function start() {
  document.documentElement.dataset.started = "";
  document.documentElement.dataset.view = here().view;
  fill(main, h("p", { class: "pane-note starting" }, "正在打开……"));
  await loadUser();
  window.addEventListener(SIGNED_OUT, signIn);
  if (!isSignedIn()) return signIn();
  follow(route);
  return watch();
}

document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});
start();
