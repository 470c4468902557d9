// A comparison as rows: a place and a number each, those that can be compared first. Knows no elements.

import { nameOf } from "./state.js";

/**
 * @typedef {{documentId: string, place: string, cell: object, share: number | null}} Row `share` of the largest value, 0 to 1
 * @typedef {{rows: Row[], silent: {place: string, reason: string}[], isComparable: boolean}} Rows `isComparable` where two places can be compared
 */

/** @param {object} indicator an IndicatorView @param {string[]} documents ids in their order @returns {Rows} */
export function rowsOf(indicator, documents) {
  const all = documents.flatMap((documentId) => indicator.cells[documentId].map((cell) => ({ documentId, place: nameOf(documentId), cell })));
  const said = all.filter(({ cell }) => cell.state !== "not_stated");
  const largest = Math.max(0, ...said.map(({ cell }) => numberOf(cell, indicator) ?? 0));
  const rows = said.map((row) => ({ ...row, share: shareOf(numberOf(row.cell, indicator), largest) }));
  const comparable = new Set(said.filter(({ cell }) => cell.state === "stated").map(({ documentId }) => documentId));
  const first = (row) => (comparable.has(row.documentId) ? 0 : 1);
  const silent = all.filter(({ cell }) => cell.state === "not_stated").map(silentOf);
  return { rows: rows.sort((one, other) => first(one) - first(other)), silent, isComparable: comparable.size > 1 };
}

/** What can be compared, what not, and who says nothing, in one sentence each. @param {object} indicator */
export function sentenceOf(indicator, { rows, silent, isComparable }) {
  const inState = (state) => rows.filter(({ cell }) => cell.state === state);
  const [stated, unsure] = [inState("stated"), inState("needs_review")];
  const others = inState("not_comparable");
  const said = [
    stated.length && `${isComparable ? "可以直接比" : "仅此一处"}：${listed(stated)}`,
    unsure.length && `须核对：${listed(unsure)}`,
    others.length && `${stated.length || unsure.length ? "口径或年份不同" : "没有两处可以直接比"}：${listed(others)}`,
    silent.length && `未提及：${[...new Set(silent.map(({ place }) => place))].join("、")}`,
  ].filter(Boolean);
  return `${titleOf(indicator)}：${said.join("；")}。`;
}

/** @param {object} indicator */
export function titleOf({ indicator, unit }) {
  return unit && !indicator.includes(unit) ? `${indicator}（${unit}）` : indicator;
}

/** @param {object} cell */
export function yearsOf({ period, year }) {
  return period?.join("—") ?? (year ? String(year) : "");
}

/** The number in the unit of the row, where it is printed in another. */
export function convertedOf({ value, unit, original }) {
  return value && original && !original.replaceAll(",", "").includes(value) ? `合${value}${unit}` : "";
}

function silentOf({ place, cell }) {
  return { place, reason: cell.reason ?? "" };
}

function numberOf(cell, indicator) {
  return cell.value !== null && cell.unit === indicator.unit ? Number(cell.value) : null;
}

function shareOf(value, largest) {
  return value === null || largest === 0 ? null : Math.max(0, value / largest);
}

function listed(rows) {
  const places = new Map();
  for (const { place, cell } of rows) places.set(place, [...(places.get(place) ?? []), `${cell.original}${yearsOf(cell) ? `（${yearsOf(cell)}年）` : ""}`]);
  return [...places].map(([place, values]) => `${place}${values.join("、")}`).join("，");
}
