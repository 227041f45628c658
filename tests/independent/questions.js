// What is asked of a place: every scope, item, group, filter and switch, on days where something happens or has just happened.

const AREAS = ["system", "place", "locality", "network"];
const SCOPES = [...AREAS, "organisation", "team", "team"];
const ITEMS = ["competency", "domain", "all"];
const GROUPS = ["gpw", "esr", "profession", "role"];

/** Codes to which rows of this scope can be narrowed: nothing narrower than the rows themselves. */
function wideEnough(facts, scope) {
  const kinds = AREAS.includes(scope) ? AREAS.slice(0, AREAS.indexOf(scope) + 1) : AREAS;
  const areas = [...facts.areas.values()].filter((area) => kinds.includes(area.kind)).map((area) => area.code);
  if (AREAS.includes(scope)) return areas;
  return [...areas, ...facts.organisations.keys(), ...(scope === "team" ? facts.teams.keys() : [])];
}

/** One question, as the options of `esteem coverage`. */
export function question(chance, days, facts) {
  const asked = { as_at: days.day(), scope: chance.pick(SCOPES), item: chance.pick(ITEMS) };
  const one = (rows, column) => chance.pick([...rows.values()].map((row) => row[column]).filter(Boolean).concat("crisis").slice(0, 9));
  const codes = wideEnough(facts, asked.scope);
  if (chance.often(30) && codes.length > 0) asked.in = chance.pick(codes);
  if (chance.often(25)) asked.setting = one(facts.teams, "setting");
  if (chance.often(20)) asked.care_level = chance.pick(["complex_needs", "ongoing_needs", "urgent_care", "whole_population"]);
  if (chance.often(35)) asked.group = chance.pick(GROUPS);
  if (chance.often(20)) asked.include_bank = true;
  return asked;
}
