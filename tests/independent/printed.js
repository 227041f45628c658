// Coverage as the contract prints it: which rows, in which order, every cell as text.

import { coverOf } from "./cover.js";
import { counted, passes } from "./coverage.js";
import { byUtf8, hundredths, percentOf } from "./figures.js";
import { placeOf, rowsOf } from "./places.js";

/** The columns that are counts, as they are called in both. */
export const COUNTS = [
  "required",
  "met_confirmed",
  "met_recognised",
  "met_self",
  "assessed",
  "due_soon",
  "expired",
  "exempt",
  "not_in_scope",
  "requirements",
  "requirements_met",
  "critical_required",
  "critical_met",
];

/** How many teams of the row require the item, and how many of them are covered; not told of a group. */
function teamsOf(facts, world, question, row) {
  if (question.group) return { capable_teams: "", teams: "" };
  const there = (code) => {
    const at = placeOf(facts, code, world.day);
    return at.open && passes(facts, question, code, at) && rowsOf(question.scope, code, at).includes(row.code);
  };
  const told = [...facts.teams.keys()].filter(there).map((team) => coverOf(facts, world, { team, ...row }, question));
  const requiring = told.filter((cover) => cover !== undefined);
  return { capable_teams: requiring.filter((cover) => cover.covered).length, teams: requiring.length };
}

const nameOf = (facts, scope, code) =>
  ({ team: facts.teams, organisation: facts.organisations })[scope]?.get(code).name ?? facts.areas.get(code).name;

function printed(facts, world, question, row) {
  const { counts } = row;
  const fte = (sum) => (question.item === "all" ? "" : hundredths(sum));
  return {
    as_at: world.day,
    scope: question.scope,
    scope_code: row.code,
    scope_name: nameOf(facts, question.scope, row.code),
    setting: question.setting ?? "",
    care_level: question.care_level ?? "",
    group: row.group,
    item: question.item,
    item_code: row.item,
    ...Object.fromEntries(COUNTS.map((name) => [name, counts[name]])),
    fte_required: fte(counts.fte_required),
    fte_met_confirmed: fte(counts.fte_met_confirmed),
    percent: percentOf(counts.requirements_met, counts.requirements),
    ...teamsOf(facts, world, question, row),
  };
}

const inOrder = (a, b) => byUtf8(a.scope_code, b.scope_code) || byUtf8(a.item_code, b.item_code) || byUtf8(a.group, b.group);

/** The rows that Esteem must print of a world: one where somebody is required. */
export function coverage(facts, world, question) {
  const rows = counted(facts, world, question).filter((row) => row.counts.required > 0);
  const told = rows.map((row) => printed(facts, world, question, row)).sort(inOrder);
  return told.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value)])));
}
