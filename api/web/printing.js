// Before printing, folded sources are unfolded: on paper nothing can be opened. Afterwards they are folded again.

let unfolded = [];

window.addEventListener("beforeprint", () => {
  unfolded = [...document.querySelectorAll("details:not([open])")].filter((details) => details.querySelector(".sources"));
  for (const details of unfolded) details.open = true;
});
window.addEventListener("afterprint", () => {
  for (const details of unfolded) details.open = false;
});
