// The unit of whoever uses this browser: remembered here, offered wherever a unit is asked for.

const KEY = "policy-assistant.unit";

/** @returns {string} empty where none was named */
export function myUnit() {
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return "";
  }
}

/** @param {string} unit empty to forget it */
export function setMyUnit(unit) {
  try {
    if (unit) localStorage.setItem(KEY, unit);
    else localStorage.removeItem(KEY);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
