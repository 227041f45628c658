// What a role requires on a day, and what that asks of a person through their chosen posts (rules 2 and 4).

import { within } from "./dates.js";

const yes = (word) => ["yes", "true", "1", "y"].includes((word ?? "").toLowerCase());

/** Competency → `{level, critical}`: core rows alone, the highest of those that overlap, critical if any is; 0 is none. */
export function asksOf(facts, role, day) {
  const asked = new Map();
  for (const row of facts.requirements.values()) {
    const level = Number(row.required_level);
    const counts = row.role_code === role && (row.necessity || "core") === "core" && level > 0;
    if (counts && within(day, row.effective_from, row.effective_to)) raise(asked, row.competency_code, level, yes(row.critical));
  }
  return asked;
}

/** Raises what is asked to a level, and makes it critical. */
export function raise(asked, competency, level, critical) {
  const before = asked.get(competency) ?? { level: 0, critical: false };
  asked.set(competency, { level: Math.max(before.level, level), critical: before.critical || critical });
}

/** What several posts ask together: the highest level, critical if any says so; exemptions are still in. */
export function askedBy(posts, asks) {
  const asked = new Map();
  for (const post of posts) for (const [code, { level, critical }] of asks(post.role)) raise(asked, code, level, critical);
  return asked;
}
