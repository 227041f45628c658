// What is asked of a place: every scope, item, group, filter and switch, on days where something happens or has just happened.

import { addDays } from "./dates.js";

const AREAS = ["system", "place", "locality", "network"];
const SCOPES = [...AREAS, "organisation", "team", "team"];
const ITEMS = ["competency", "domain", "all"];
const GROUPS = ["gpw", "esr", "profession", "role"];
const CARE_LEVELS = ["complex_needs", "ongoing_needs", "urgent_care", "whole_population"];
const HORIZONS = ["30", "90", "180"];
/** Seats are of sessions after today, so most forecasts look from today or from shortly before. */
const SHORTLY = 40;

/** Codes to which rows of this scope can be narrowed: nothing narrower than the rows themselves. */
function wideEnough(facts, scope) {
  const kinds = AREAS.includes(scope) ? AREAS.slice(0, AREAS.indexOf(scope) + 1) : AREAS;
  const areas = [...facts.areas.values()].filter((area) => kinds.includes(area.kind)).map((area) => area.code);
  if (AREAS.includes(scope)) return areas;
  return [...areas, ...facts.organisations.keys(), ...(scope === "team" ? facts.teams.keys() : [])];
}

/** Which posts: somewhere, in a care setting, at a care level, bank and locum too. */
function narrowed(chance, facts, scope) {
  const asked = {};
  const codes = wideEnough(facts, scope);
  if (chance.often(30) && codes.length > 0) asked.in = chance.pick(codes);
  if (chance.often(25)) asked.setting = chance.pick([...facts.teams.values()]).setting;
  if (chance.often(20)) asked.care_level = chance.pick(CARE_LEVELS);
  if (chance.often(20)) asked.include_bank = true;
  return asked;
}

function rows(chance, facts) {
  const asked = { scope: chance.pick(SCOPES), item: chance.pick(ITEMS) };
  return { ...asked, ...narrowed(chance, facts, asked.scope), ...(chance.often(35) ? { group: chance.pick(GROUPS) } : {}) };
}

/** One question for `esteem coverage`, by its options; seldom of a day that is still to come. */
export const question = (chance, days, facts) => ({
  as_at: chance.often(10) ? addDays(days.today, chance.below(500)) : days.day(),
  ...rows(chance, facts),
});

/** For `esteem cover`, which is of teams and domains. */
export const coverQuestion = (chance, days, facts) => ({ as_at: days.day(), ...narrowed(chance, facts, "team") });

/** For `esteem forecast`. */
export function forecastQuestion(chance, days, facts) {
  const from = chance.pick([days.today, days.today, addDays(days.today, -chance.below(SHORTLY)), days.day()]);
  return { as_at: from, days: chance.pick(HORIZONS), ...rows(chance, facts) };
}

/** For `esteem change`: one row, in one item or in everything. */
export function changeQuestion(chance, days, facts) {
  const [since, until] = [days.day(), days.day()].sort();
  const asked = { since, as_at: until, ...narrowed(chance, facts, "team") };
  const one = [...facts.competencies.values()];
  const codes = [...one.map(({ code }) => code), ...new Set(one.map((competency) => competency.domain_code))];
  return {
    ...asked,
    in: chance.pick([...facts.areas.keys(), ...facts.organisations.keys(), ...facts.teams.keys()]),
    ...(chance.often(80) ? { item_code: chance.pick(codes) } : {}),
  };
}
