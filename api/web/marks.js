// The numbered marks in an answer: hover or focus shows what the words rest on, a click opens the source.

import { button, fill, h } from "./dom.js";
import { openSource } from "./source.js";

const LONGEST = 220;
const LONGEST_CELL = 90;
/** Places that the tip has room for, one where it is a whole row; all of them stand among the sources. */
const MOST = 2;
/** Places that are marked in the source at once. */
const MOST_MARKED = 6;
const tip = document.getElementById("quote-tip");

/** Where a citation's words stand, as they stood when they were cited. @param {object} citation */
export function citationPlace(citation) {
  const { document_id: documentId, line, quote, revision, table } = citation;
  return { documentId, line, quote, revision, column: table?.column };
}

/** @param {import("./statements.js").Fact} fact */
export function factMark({ n, citations }) {
  const places = placesOf(citations);
  const also = places.slice(1, MOST_MARKED).map(({ quote }) => quote);
  const mark = button(String(n), () => openSource({ ...citationPlace(places[0]), also, opener: mark }), {
    class: "mark",
    "aria-label": `出处${n}：${places[0].place}`,
    "aria-describedby": tip.id,
    onmouseenter: () => show(mark, places),
    onfocus: () => show(mark, places),
    onmouseleave: hide,
    onblur: hide,
    onkeydown: (event) => event.key === "Escape" && hide(),
  });
  return mark;
}

/** One citation for each place: a row says what its header and its cells say. @param {object[]} citations */
export function placesOf(citations) {
  const seen = new Map();
  for (const citation of citations) {
    const key = placeKey(citation);
    const other = seen.get(key);
    if (!other || (!other.table?.column && citation.table?.column)) seen.set(key, citation);
  }
  const places = [...seen.values()];
  const rows = places.filter((citation) => citation.table?.row);
  return places.filter((citation) => !isSaidByRow(citation, rows));
}

/** The words of a citation: the cell with the names of its row and column, a whole row, or running text. @param {object} citation */
export function quoteView(citation, longest = Infinity) {
  const { table, quote } = citation;
  if (!table?.cells?.length) return h("p", { class: "tip-quote" }, cut(quote, longest));
  const at = table.names.indexOf(table.column);
  return at < 0 ? rowView(table, longest) : cellView(table, at);
}

function placeKey({ document_id: documentId, table, line, quote }) {
  return table ? `${documentId} ${table.title} ${table.row} ${table.row ? "" : quote}` : `${documentId} ${line} ${quote}`;
}

/** The header of a table of which a row is there too. */
function isSaidByRow({ table, quote }, rows) {
  return table !== null && !table.row && rows.some((row) => row.table.title === table.title && (row.table.names ?? []).some((name) => quote.includes(name)));
}

function cellView({ cells, names, column }, at) {
  const name = cells.findIndex((cell, index) => index !== at && /\p{L}/u.test(cell));
  return h(
    "table",
    { class: "cited" },
    h("thead", {}, h("tr", {}, name >= 0 && h("th", { scope: "col" }, names[name]), h("th", { scope: "col" }, column))),
    h("tbody", {}, h("tr", {}, name >= 0 && h("th", { scope: "row" }, cells[name]), h("td", { class: "cited-cell" }, cells[at]))),
  );
}

function rowView({ cells, names }, longest) {
  const said = cells.map((cell, at) => [names[at], cell]).filter(([, cell]) => cell);
  const most = longest === Infinity ? Infinity : LONGEST_CELL;
  return h("table", { class: "cited" }, h("tbody", {}, ...said.map(([name, cell]) => h("tr", {}, h("th", { scope: "row" }, name), h("td", {}, cut(cell, most))))));
}

function cut(text, longest) {
  return text.length > longest ? `${text.slice(0, longest)}……` : text;
}

function show(mark, places) {
  const most = places[0].table?.cells?.length && !places[0].table.column ? 1 : MOST;
  const shown = places.slice(0, most).flatMap((citation) => [quoteView(citation, LONGEST), h("p", { class: "tip-place" }, citation.place)]);
  fill(tip, ...shown, places.length > most && h("p", { class: "tip-place" }, `共${places.length}处，其余见“依据”`));
  tip.hidden = false;
  const at = mark.getBoundingClientRect();
  const left = Math.min(Math.max(8, at.left - 40), window.innerWidth - tip.offsetWidth - 8);
  const below = at.bottom + 6;
  tip.style.left = `${left}px`;
  tip.style.top = `${below + tip.offsetHeight > window.innerHeight ? Math.max(8, at.top - tip.offsetHeight - 6) : below}px`;
}

function hide() {
  tip.hidden = true;
}
