// What one person adds to each count of a row, by the rule of the item: people, or pairs for everything (rules 4).

import { askedBy } from "./requirements.js";
import { against } from "./standing.js";

/** What is asked of somebody in an item and not exempted, each with how it stands; and how much is exempted. */
function share(world, { chosen }, standings, item) {
  const asked = [...askedBy(chosen, world.asks)].filter(([code]) => item.competencies.includes(code));
  const left = asked.filter(([code]) => !standings.get(code).exempt);
  const pairs = left.map(([code, { level, critical }]) => ({ code, level, critical, ...against(standings.get(code), level) }));
  return { pairs, exempt: asked.length - left.length };
}

/** Whether somebody without a chosen post would be asked something here if they were not away. */
function wouldBeAsked(world, { chosen, away }, standings, item) {
  if (chosen.length > 0) return false;
  const asked = [...askedBy(away, world.asks).keys()];
  return asked.some((code) => item.competencies.includes(code) && !standings.get(code).exempt);
}

const all = (pairs, what) => pairs.length > 0 && pairs.every((pair) => pair[what]);
const any = (pairs, what) => pairs.some((pair) => pair[what]);

/** What one person adds to each count of people: of a competency or a domain. */
function asPeople({ pairs }) {
  const critical = pairs.filter((pair) => pair.critical);
  const met = all(pairs, "met");
  return {
    required: pairs.length > 0,
    met_confirmed: met,
    met_recognised: met && any(pairs, "recognised"),
    met_self: all(pairs, "self"),
    assessed: all(pairs, "assessed"),
    due_soon: met && any(pairs, "dueSoon"),
    expired: any(pairs, "expired"),
    critical_required: critical.length > 0,
    critical_met: all(critical, "met"),
  };
}

/** The same, of pairs of person and competency: what `all` counts. */
function asPairs({ pairs }) {
  const number = (what) => pairs.filter((pair) => pair[what]).length;
  const critical = pairs.filter((pair) => pair.critical);
  return {
    required: pairs.length,
    met_confirmed: number("met"),
    met_recognised: number("recognised"),
    met_self: number("self"),
    assessed: number("assessed"),
    due_soon: number("dueSoon"),
    expired: number("expired"),
    critical_required: critical.length,
    critical_met: critical.filter((pair) => pair.met).length,
  };
}

/** FTE of the chosen posts whose role requires something of the item that is not exempted. */
function fteOf(world, { chosen }, pairs) {
  const asks = (post) => pairs.some((pair) => world.asks(post.role).has(pair.code));
  return chosen.filter(asks).reduce((sum, post) => sum + post.fte, 0);
}

/** What one person adds to a row. */
export function contribution(world, mine, standings, item) {
  const { pairs, exempt } = share(world, mine, standings, item);
  const fte = fteOf(world, mine, pairs);
  return {
    ...(item.code === "all" ? asPairs({ pairs }) : asPeople({ pairs })),
    people: pairs.length > 0,
    pairs_assessed: pairs.filter((pair) => pair.assessed).length,
    exempt,
    not_in_scope: wouldBeAsked(world, mine, standings, item),
    requirements: pairs.length,
    requirements_met: pairs.filter((pair) => pair.met).length,
    fte_required: fte,
    fte_met_confirmed: all(pairs, "met") ? fte : 0,
  };
}
