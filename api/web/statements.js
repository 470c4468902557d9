// An answer as statements: lines of words, each fact with one mark, however many quotes it rests on. Knows no elements.

const MARKS = /((?:\[\d{1,4}\])+)/;
const OPENING = "（“《〔(";
const CLOSING = "）”》〕)";
/** Between the pieces of one line and of the next. */
const END = "\n";
const STOP = /^[。；，、：！？）”]/;

/**
 * The words of one document that a statement rests on; `n` is what the page calls it.
 * @typedef {{n: number, citations: object[]}} Fact
 * @typedef {(string | Fact)[]} Line
 */

/** @param {object} answer @returns {{lines: Line[], facts: Fact[]}} */
export function statementsOf(answer) {
  const citations = new Map(answer.citations.map((citation) => [citation.n, citation]));
  const facts = [];
  const lines = answer.answer.split("\n").map((line) => line.split(MARKS).flatMap((part, at) => (at % 2 ? factsOf(part, citations, facts) : part)));
  return { lines: lines.map((line) => line.filter((piece) => piece !== "")), facts };
}

/** The words of a line without its marks. @param {Line} line */
export function wordsOf(line) {
  return line.filter((piece) => typeof piece === "string").join("");
}

/** What a line says first, and the rest of it. @param {Line} line @returns {[Line, Line]} */
export function firstSentence(line) {
  let open = 0;
  for (const [at, piece] of line.entries()) {
    for (let end = 0; typeof piece === "string" && end < piece.length; end += 1) {
      open += OPENING.includes(piece[end]) ? 1 : CLOSING.includes(piece[end]) ? -1 : 0;
      if (piece[end] === "。" && open === 0) return partedAt(line, at, end + 1);
    }
  }
  return [line, []];
}

/** A row with its fields, where that is what a line tells: 甲——举措：…；牵头单位：…。 @param {Line} line */
export function rowOf(line) {
  const words = wordsOf(line).replace(/。$/, "");
  const at = words.indexOf("——");
  const fields = words.slice(at + 2).split("；").map((field) => field.split(/：(.*)/s).slice(0, 2));
  return at > 0 && fields.length > 1 && fields.every(([, value]) => value) ? { head: words.slice(0, at), fields, facts: factsIn(line) } : null;
}

/** What a line announces and the things it lists, where it lists at least `least`: 嘉兴：共4项：甲；乙；丙；丁。 @param {Line} line */
export function listOf(line, least = 4) {
  const words = wordsOf(line).replace(/[。：]$/, "");
  const at = words.lastIndexOf("：", words.indexOf("；"));
  const items = words.slice(at + 1).split("；");
  return at > 0 && items.length >= least ? { head: words.slice(0, at), items, facts: factsIn(line) } : null;
}

/** @param {Line} line @returns {Fact[]} */
function factsIn(line) {
  return line.filter((piece) => typeof piece !== "string");
}

/**
 * The lines of an answer by the parts of a compound question; null where they do not follow each other.
 * @param {Line[]} lines @param {{answer: string}[]} parts @returns {Line[][] | null}
 */
export function linesOfParts(lines, parts) {
  const pieces = lines.flatMap((line) => [...line, END]);
  const found = parts.map((part) => takeWords(pieces, part.answer.replaceAll("\n", "").trim()));
  return pieces.some((piece) => piece !== END) || found.includes(null) ? null : found.map(toLines);
}

/** @param {Line} pieces */
function toLines(pieces) {
  const lines = [[]];
  for (const piece of pieces) piece === END ? lines.push([]) : lines.at(-1).push(piece);
  return lines.filter((line) => line.length);
}

/** Take the pieces of these words, with their marks, from the front; null where other words stand there. */
function takeWords(pieces, words) {
  const taken = [];
  let rest = words;
  while (pieces.length && (rest || typeof pieces[0] !== "string")) {
    const piece = pieces.shift();
    const isWords = typeof piece === "string" && piece !== END;
    const own = isWords ? piece.slice(0, rest.length) : piece;
    taken.push(own);
    if (!isWords) continue;
    if (!rest.startsWith(own)) return null;
    if (piece.length > own.length) pieces.unshift(piece.slice(own.length));
    rest = rest.slice(own.length);
  }
  return rest ? null : taken;
}

function partedAt(line, at, end) {
  const rest = [line[at].slice(end), ...line.slice(at + 1)].filter((piece) => piece !== "");
  return [[...line.slice(0, at), line[at].slice(0, end)], rest];
}

/** The stop that a piece begins with: it must not begin a line. */
export function stopOf(piece) {
  return typeof piece === "string" ? piece.match(STOP)?.[0] ?? "" : "";
}

/** A strip of marks as facts, one a document; marks that lead nowhere stay words. */
function factsOf(strip, citations, facts) {
  const found = [...strip.matchAll(/\d+/g)].map(([n]) => citations.get(Number(n)));
  if (found.includes(undefined)) return [strip];
  const documents = [...new Set(found.map((citation) => citation.document_id))];
  return documents.map((id) => factOf(found.filter((citation) => citation.document_id === id), facts));
}

/** The fact that rests on these quotes, among others perhaps, else a new one. */
function factOf(citations, facts) {
  const known = facts.find((fact) => citations.every((citation) => fact.citations.includes(citation)));
  if (known) return known;
  facts.push({ n: facts.length + 1, citations });
  return facts.at(-1);
}
