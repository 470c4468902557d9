// On paper nothing can be opened: all is unfolded before printing and folded again afterwards. The head says what and when.

let unfolded = [];

/** Print one turn of a conversation alone. @param {HTMLElement} turn */
export function printOne(turn) {
  turn.classList.add("printed");
  document.body.classList.add("print-one");
  window.print();
  turn.classList.remove("printed");
  document.body.classList.remove("print-one");
}

window.addEventListener("beforeprint", () => {
  unfolded = [...document.querySelectorAll("main details:not([open], .more-details)")];
  for (const details of unfolded) details.open = true;
  document.documentElement.style.setProperty("--printed-on", `"打印于 ${new Date().toLocaleDateString("zh-CN", { dateStyle: "long" })}"`);
});
window.addEventListener("afterprint", () => {
  for (const details of unfolded) details.open = false;
});
