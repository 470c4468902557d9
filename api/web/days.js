// Days for people, and conversations by when they were last used. Knows no elements.

const DAY = 86_400_000;

/**
 * Groups with their titles: those that are pinned, then by day, week and month.
 * @param {{pinned?: boolean, updated_at?: string}[]} items the latest first
 * @param {Date} now
 * @returns {[string, object[]][]}
 */
export function byDay(items, now) {
  const groups = new Map();
  for (const item of items) {
    const title = item.pinned ? "置顶" : dayOf(item.updated_at, now);
    groups.set(title, [...(groups.get(title) ?? []), item]);
  }
  return [...groups];
}

/** 2026年11月28日 16:50. @param {string} stamp */
export function readable(stamp) {
  return new Date(stamp).toLocaleString("zh-CN", { dateStyle: "long", timeStyle: "short" });
}

/** 2026年11月28日. @param {Date} day */
export function readableDay(day) {
  return day.toLocaleDateString("zh-CN", { dateStyle: "long" });
}

function dayOf(stamp, now) {
  if (!stamp) return "这个浏览器里的";
  const then = new Date(stamp);
  const days = Math.round((midnight(now) - midnight(then)) / DAY);
  if (days <= 0) return "今天";
  if (days === 1) return "昨天";
  if (days < 7) return "7天内";
  return `${then.getFullYear()}年${then.getMonth() + 1}月`;
}

function midnight(time) {
  return new Date(time.getFullYear(), time.getMonth(), time.getDate()).getTime();
}
