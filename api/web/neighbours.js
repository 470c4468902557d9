// The openers of sources beside the one that was used: the marks of an answer, the rows of a list.

const WHOLES = ".answer, .turn, .list-view";

/** Those before and behind it, where there are any. @param {HTMLElement | null} opener */
export function neighbours(opener) {
  const all = [...(opener?.closest?.(WHOLES)?.querySelectorAll(kindOf(opener)) ?? [])].filter((one) => one.offsetParent !== null);
  const at = all.indexOf(opener);
  return at < 0 || all.length < 2 ? null : { at, count: all.length, previous: all[at - 1], next: all[at + 1] };
}

function kindOf(opener) {
  const [name] = opener.classList;
  return name ? `${opener.localName}.${name}` : `td ${opener.localName}:not([class])`;
}
