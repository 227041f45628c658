// Where a team belongs and whether it is open on a day (rules 1).

import { within } from "./dates.js";

/** An organisation's network on a day: of memberships that overlap, the one that started later; a blank start is the earliest. */
function networkOf(facts, organisation, day) {
  const rows = [...(facts.organisations.get(organisation)?.memberships.values() ?? [])];
  const valid = rows.filter((row) => within(day, row.network_from, row.network_to));
  valid.sort((a, b) => ((a.network_from ?? "") < (b.network_from ?? "") ? -1 : 1));
  return valid.at(-1)?.network_code;
}

/** An area and every area above it. */
function upwards(facts, code) {
  const chain = [];
  for (let area = facts.areas.get(code); area; area = facts.areas.get(area.parent_code)) chain.push(area);
  return chain;
}

/** The areas that a team belongs to, its organisation, and whether it is open. */
export function placeOf(facts, teamCode, day) {
  const team = facts.teams.get(teamCode);
  const home = team.area_code || networkOf(facts, team.organisation_code, day);
  return {
    open: within(day, team.opened_on, team.closed_on),
    areas: upwards(facts, home),
    organisation: team.organisation_code,
  };
}

/** The codes of the rows of a scope to which a team there counts. */
export function rowsOf(scope, teamCode, at) {
  if (scope === "team") return [teamCode];
  if (scope === "organisation") return [at.organisation];
  return at.areas.filter((area) => area.kind === scope).map((area) => area.code);
}

/** Whether a team lies in or below what a code names: an area, else an organisation, else a team. */
export function liesIn(facts, code, teamCode, at) {
  if (!code) return true;
  if (facts.areas.has(code)) return at.areas.some((area) => area.code === code);
  return facts.organisations.has(code) ? at.organisation === code : teamCode === code;
}
