// What is compared: for each command a random question, the rows that the rules give, and the program's.

import { explain, PARTS } from "./change.js";
import { coverOf } from "./cover.js";
import { itemsOf, passes } from "./coverage.js";
import { addDays } from "./dates.js";
import { byUtf8 } from "./figures.js";
import { forecast } from "./forecast.js";
import { knownOn, seatsKnownOn } from "./known.js";
import { placeOf } from "./places.js";
import { coverage } from "./printed.js";
import { changeQuestion, coverQuestion, forecastQuestion, question } from "./questions.js";
import { worldOn } from "./world.js";

const text = (row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value)]));

/** A table that comes in an order of its own is compared line by line. */
const inPlace = (rows) => rows.map((row, at) => [`line ${at + 1}: ${row.scope_code} ${row.item_code} ${row.group}`, row]);

const keyed = (...columns) => (rows) => rows.map((row) => [columns.map((name) => row[name]).join(" "), row]);

function coverLines(facts, asked) {
  const world = worldOn(facts, asked.as_at);
  const lines = [];
  for (const team of facts.teams.keys()) {
    const at = placeOf(facts, team, asked.as_at);
    if (!at.open || !passes(facts, asked, team, at)) continue;
    for (const { code, competencies } of itemsOf(facts, "domain")) {
      const cover = coverOf(facts, world, { team, competencies }, asked);
      if (cover) lines.push({ team_code: team, domain_code: code, cover: cover.status, one_person: cover.single_points_of_failure > 0 });
    }
  }
  return lines.sort((a, b) => byUtf8(a.team_code, b.team_code) || byUtf8(a.domain_code, b.domain_code)).map(text);
}

function forecastLines(facts, { days, ...asked }, { folder, recordedOn }) {
  const known = { seatsKnown: seatsKnownOn(folder, recordedOn, asked.as_at) };
  return forecast(facts, asked.as_at, Number(days), asked, known).map(({ code, group, item, today, low, high }) =>
    text({
      as_at: asked.as_at,
      until: addDays(asked.as_at, Number(days)),
      scope_code: code,
      group,
      item_code: item,
      requirements: today.requirements,
      requirements_met: today.requirements_met,
      low_requirements: low.requirements,
      low_met: low.requirements_met,
      high_requirements: high.requirements,
      high_met: high.requirements_met,
    }),
  );
}

/** The measures that are told part by part: of everything, which is counted in pairs, requirements alone. */
const OF_A_CHANGE = ["required", "met_confirmed", "met_recognised", "met_self", "assessed", "critical_required", "critical_met"];

function changeLines(facts, { since, item_code: code, ...asked }, { folder, recordedOn }) {
  const item = code ? (facts.competencies.has(code) ? "competency" : "domain") : "all";
  const scope = facts.areas.get(asked.in)?.kind ?? (facts.organisations.has(asked.in) ? "organisation" : "team");
  const known = knownOn(folder, facts, recordedOn, since);
  const rows = explain(facts, [since, asked.as_at], { ...asked, scope, item }, known);
  const row = rows.find((one) => one.code === asked.in && (!code || one.item === code));
  const names = ["requirements", "requirements_met", ...(code ? OF_A_CHANGE : [])];
  return PARTS.map((part) => text({ part, ...Object.fromEntries(names.map((name) => [name, row?.parts[part][name] ?? 0])) }));
}

const noChange = ({ part, ...counts }) => Object.values(counts).every((count) => count === "0");

export const COMPARISONS = [
  {
    command: "coverage",
    each: 30,
    ask: question,
    ours: (facts, asked) => coverage(facts, worldOn(facts, asked.as_at), asked),
    named: inPlace,
  },
  { command: "cover", each: 8, ask: coverQuestion, ours: coverLines, named: keyed("team_code", "domain_code") },
  { command: "forecast", each: 8, ask: forecastQuestion, ours: forecastLines, named: keyed("scope_code", "item_code", "group") },
  { command: "change", each: 12, ask: changeQuestion, ours: changeLines, named: keyed("part"), empty: noChange },
];
