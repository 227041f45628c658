// Forecast: coverage some days ahead, at the least and at the most that is known on a day (rules 4, decisions/forecast.md).

import { counted } from "./coverage.js";
import { addDays, daysBetween } from "./dates.js";
import { dueOn, inOrder, madeBy, standing } from "./standing.js";
import { worldOn } from "./world.js";

const LAPSES_AFTER_DAYS = 28;
/** The highest level that a session of a format may lead to (rules 5). */
const CEILING = { short: 1, leads_meeting: 1, workshop: 2, case_discussion: 2, shadowing: 2, simulation: 3 };
const ENDS_A_REQUEST = ["confirmed", "sent_back", "withdrawn"];

/** What would be said of somebody if every request that is open on a day were granted that day. */
function fromRequests(person, day) {
  const asked = madeBy(person.requests ?? [], day).filter((event) => event.kind === "requested");
  const answers = [...person.judgements, ...(person.requests ?? [])].filter((event) => ENDS_A_REQUEST.includes(event.kind));
  const open = asked.filter((request) => {
    const ends = (answer) => answer.competency === request.competency && answer.day <= day && inOrder(answer, request) > 0;
    return daysBetween(request.day, day) <= LAPSES_AFTER_DAYS && !answers.some(ends);
  });
  return open.map(({ competency, level }) => ({ competency, level, day }));
}

/** `RSK-1:3;RSK-2:3` */
const outcomesOf = (words) => words.split(";").filter(Boolean).map((word) => word.split(":"));

/** The same, of every seat held on a day in a scheduled session between then and another. */
function fromSeats(facts, person, from, to) {
  const hoped = [];
  for (const seat of facts.attendance.values()) {
    const session = facts.sessions.get(seat.session_code);
    const on = session.starts_at.slice(0, 10);
    const held = ["booked", "offered"].includes(seat.state) && (session.state || "scheduled") === "scheduled";
    if (!held || `${seat.employer_code ?? ""}|${seat.employee_number}` !== person.key || on <= from || on > to) continue;
    for (const [competency, level] of outcomesOf(session.outcomes)) {
      hoped.push({ competency, level: Math.min(Number(level), CEILING[session.format || "workshop"]), day: on, at: session.starts_at });
    }
  }
  return hoped.sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** Adds each only where it is higher than what the person then holds, or the same and due later. */
function added(facts, events, hoped) {
  const heard = [...events];
  for (const { competency, level, day } of hoped) {
    const refresh = Number(facts.competencies.get(competency).refresh_months);
    const before = standing(madeBy(heard, day).filter((event) => event.competency === competency), refresh, day);
    const event = { competency, kind: "confirmed", level, day, sequence: Number.MAX_SAFE_INTEGER };
    if (level > before.level || (level === before.level && dueOn(event, refresh) > before.due)) heard.push(event);
  }
  return heard;
}

/** The world some days ahead, at the least; and at the most, where seats count only if they were recorded by then. */
export function worldsAhead(facts, day, ahead, { seatsKnown }) {
  const then = addDays(day, ahead);
  const low = worldOn(facts, then, day);
  const hopes = (person) => [...fromRequests(person, day), ...(seatsKnown ? fromSeats(facts, person, day, then) : [])];
  const most = (person) => ({ ...person, events: added(facts, person.events, hopes(facts.people.get(person.key))) });
  return { low, high: { ...low, people: low.people.map(most) } };
}

const NOTHING = { required: 0, requirements: 0, requirements_met: 0 };

/** Row × item: the counts today, and at the least and at the most some days ahead, where anything is asked then or today. */
export function forecast(facts, day, ahead, question, known) {
  const { low, high } = worldsAhead(facts, day, ahead, known);
  const name = (row) => [row.code, row.item, row.group].join("\u0000");
  const table = (world) => new Map(counted(facts, world, question).map((row) => [name(row), row]));
  const [today, least, most] = [worldOn(facts, day), low, high].map(table);
  const rows = new Map([...today, ...least]);
  const counts = (from, row) => from.get(name(row))?.counts ?? NOTHING;
  return [...rows.values()]
    .map((row) => ({ ...row, today: counts(today, row), low: counts(least, row), high: counts(most, row) }))
    .filter((row) => row.today.required > 0 || row.low.required > 0);
}
