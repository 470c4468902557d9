// What an answer rests on: one quiet line that unfolds, each fact with its places and its words.

import { button, h } from "./dom.js";
import { citationPlace, placesOf, quoteView } from "./marks.js";
import { openSource } from "./source.js";

/** @param {import("./statements.js").Fact[]} facts @param {string | null} notice what a reader is to know of the answer, in small */
export function sourcesView(facts, notice) {
  const said = notice && h("small", { class: "notice" }, notice);
  if (!facts.length) return said;
  const items = facts.map(({ n, citations }) => h("li", { value: n }, ...placesOf(citations).flatMap(placeView)));
  const standings = [...new Set(facts.flatMap(({ citations }) => citations.map(({ validity }) => validity)).filter(Boolean))];
  const over = standings.length > 0 && h("small", { class: "doubtful" }, `有文件${standings.join("、")}`);
  return h("details", { class: "folded grounds-line" }, h("summary", {}, h("span", {}, `依据 ${facts.length} 处`), said, over), h("ol", { class: "sources" }, ...items));
}

function placeView(citation) {
  return [
    button(citation.place, () => openSource(citationPlace(citation)), { class: "place" }),
    citation.validity ? h("small", { class: "doubtful" }, `这份文件${citation.validity}`) : "",
    citation.table?.cells?.length && citation.table.column ? quoteView(citation) : h("blockquote", {}, citation.quote),
  ];
}
