// The banner above everything: what does not work as it should, and what that means for answers.

const banner = document.getElementById("banner");

/** Say something, or with empty words nothing any more. @param {string} words */
export function note(words) {
  if (banner.textContent === words) return;
  banner.hidden = !words;
  banner.textContent = words;
}
