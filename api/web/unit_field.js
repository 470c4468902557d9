// The field for a unit: offers the units that the tasks name, by any of their names, and one's own, which the browser remembers.

import { button, fill, h } from "./dom.js";
import { textField } from "./filters.js";
import { getJson } from "./server.js";

const KEY = "policy-assistant.unit";

/** One's own unit; empty where none was noted. */
export function myUnit() {
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch (error) {
    if (error instanceof DOMException) return "";
    throw error;
  }
}

/** @param {string} unit */
function noteMyUnit(unit) {
  try {
    localStorage.setItem(KEY, unit);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

/** @param {URLSearchParams} parameters */
export function unitField(parameters) {
  const names = h("datalist", { id: "units" });
  const offer = async () => {
    if (names.hasChildNodes()) return;
    const units = await getJson("api/units", { doc: parameters.get("doc") ?? "" });
    fill(names, ...units.flatMap(({ unit, aliases, tasks }) => [unit, ...aliases].map((name) => h("option", { value: name }, name === unit ? `${tasks}项` : `即${unit}，${tasks}项`))));
  };
  const field = textField("单位", "unit", parameters, { placeholder: "如 区商务委", list: names.id, onfocus: offer, autocomplete: "off" });
  const own = h("span", { class: "own-unit" });
  drawOwn(own, field, parameters.get("unit") ?? "");
  field.append(names);
  return h("div", { class: "unit-field" }, field, own);
}

function drawOwn(own, field, unit) {
  const mine = myUnit();
  const choose = () => {
    const input = field.querySelector("input");
    input.value = mine;
    input.form.requestSubmit();
  };
  const note = () => {
    noteMyUnit(unit);
    drawOwn(own, field, unit);
  };
  fill(
    own,
    mine && unit === mine && h("span", {}, "我的单位"),
    mine && unit !== mine && button(`我的单位：${mine}`, choose, { class: "quiet" }),
    unit && unit !== mine && button("记为我的单位", note, { class: "quiet" }),
  );
}
