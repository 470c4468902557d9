// Where the page is: its address behind #, read and changed. Every view, conversation and source is a step of the
// browser's history, so that Back and Forward do what a user expects. Knows no views.

/** A view's address and what it holds. */
const VIEWS = ["ask", "tasks", "deadlines", "matrix", "targets", "compare", "documents", "differences"];

/** Parameters that say which source is open beside the view; all others belong to the view. */
const OF_SOURCE = ["source", "line", "quote", "column", "revision"];
/** Letters of a quote in a link; where the page itself goes to a place, the step of the history knows the rest. */
const LONGEST_QUOTE = 200;
const SHORT_QUOTE = 40;

/**
 * @typedef {{documentId: string, line?: number, quote?: string, also?: string[], column?: string | null, revision?: string | null}} Place
 * @typedef {{view: string, rest: string[], parameters: URLSearchParams, place: Place | null}} Route
 */

let listener = () => {};
let shown = "";

/** Where the page is; #/source/ID?line=…&quote=… is the short address of a document's words. @returns {Route} */
export function here() {
  const [path, query = ""] = location.hash.slice(2).split("?");
  const [name, ...rest] = path.split("/").map(decoded);
  const parameters = new URLSearchParams(query);
  if (name === "source" && rest[0]) parameters.set("source", rest.shift());
  const place = history.state?.place ?? placeOf(parameters);
  for (const key of OF_SOURCE) parameters.delete(key);
  const view = VIEWS.includes(name) ? name : place ? "documents" : "ask";
  return { view, rest, parameters, place };
}

/** The address of a view. @param {string} view @param {string[]} [rest] @param {URLSearchParams} [parameters] */
export function addressOf(view, rest = [], parameters = new URLSearchParams()) {
  const path = [view, ...rest].map(encodeURIComponent).join("/");
  const query = parameters.toString();
  return `#/${path}${query ? `?${query}` : ""}`;
}

/** The address of words in a document, short enough to be sent. @param {Place} place */
export function linkTo({ documentId, ...place }) {
  return addressOf("source", [documentId], placeParameters(place));
}

/** Go to an address of the page: a new step, or in place of the present one. @param {string} address */
export function go(address, { replace = address === location.hash || history.state?.drawer === true, state = {} } = {}) {
  keepScroll();
  if (replace) history.replaceState(state, "", address);
  else history.pushState(state, "", address);
  tell();
}

/** Open a source beside the present view; one source after another are steps. @param {Place} place */
export function goToPlace(place) {
  const { view, rest, parameters } = here();
  const query = new URLSearchParams([...parameters, ["source", place.documentId], ...placeParameters(place, SHORT_QUOTE)]);
  go(addressOf(view, rest, query), { replace: false, state: { place, depth: sourceDepth() + 1 } });
}

/** How many sources were opened one behind the other. */
export function sourceDepth() {
  return history.state?.depth ?? 0;
}

/** Back to the view without a source, to where it was before the first of them was opened. */
export function leavePlace() {
  const { view, rest, parameters } = here();
  if (sourceDepth()) history.go(-sourceDepth());
  else go(addressOf(view, rest, parameters), { replace: true });
}

/** The list of conversations over the view, on a narrow screen: a step too, for Back closes it. */
export function openDrawer() {
  go(location.hash || addressOf("ask"), { replace: false, state: { ...history.state, drawer: true } });
}

export function closeDrawer() {
  if (history.state?.drawer) history.back();
}

/** @param {(route: Route, scroll: number | undefined) => void} onRoute called whenever the page is elsewhere */
export function follow(onRoute) {
  listener = onRoute;
  window.addEventListener("popstate", changed);
  window.addEventListener("hashchange", changed);
  document.addEventListener("click", onLink);
}

export function unfollow() {
  window.removeEventListener("popstate", changed);
  window.removeEventListener("hashchange", changed);
  document.removeEventListener("click", onLink);
}

/** Show what stands at the address. */
export function tell() {
  shown = trace();
  listener(here(), history.state?.scroll);
}

/** Both events tell of one change. */
function changed() {
  if (shown !== trace()) tell();
}

function trace() {
  const { place = null, drawer = false } = history.state ?? {};
  return location.hash + JSON.stringify([place, drawer]);
}

/** How far the view was scrolled, for whoever comes back. */
function keepScroll() {
  const scroll = document.getElementById("main").scrollTop;
  history.replaceState({ ...history.state, scroll }, "");
}

function onLink(event) {
  const link = event.target.closest?.("a[href^='#/']");
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  go(link.getAttribute("href"));
}

function placeOf(parameters) {
  const documentId = parameters.get("source");
  if (!documentId) return null;
  return {
    documentId,
    line: Number(parameters.get("line")) || undefined,
    quote: parameters.get("quote") ?? "",
    column: parameters.get("column"),
    revision: parameters.get("revision"),
  };
}

function placeParameters({ line, quote = "", column, revision }, longest = LONGEST_QUOTE) {
  const said = Object.entries({ line, quote: quote.slice(0, longest), column, revision });
  return new URLSearchParams(said.filter(([, value]) => value).map(([name, value]) => [name, String(value)]));
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
