// Sessions that are to come, led by somebody who may lead, and who has a seat in them.

import { addDays } from "../dates.js";
import { postsOn } from "../world.js";

const FORMATS = ["short", "workshop", "case_discussion", "simulation", ""];
const STATES = ["booked", "booked", "booked", "cancelled_by_person", "waitlisted"];
const DAYS_AHEAD = [1, 3, 29, 30, 31, 60, 89, 90, 91, 120];

/** Who leads every session, in a team of their own. */
export const LEAD = { employee_number: "E9999", first_name: "Lea", last_name: "Dee", work_email: "lea@staff.example" };
export const LEADS_IN = { team_code: "TEACH", role_code: "MHN" };

/** The post of the lead, from long ago. */
export const leadPost = (employer) => ({
  ...LEAD,
  ...LEADS_IN,
  employer_code: employer,
  assignment_number: "A-lead",
  fte: "0.60",
  assignment_category: "permanent",
  assignment_status: "active",
  start_date: "",
  leaving_date: "",
});

/** One a day at most, so that nobody is in two at once. */
export function sessions(chance, days, competencies) {
  return chance.some(DAYS_AHEAD, chance.between(1, 5)).map((ahead) => ({
    code: `S${ahead}`,
    title: `Session ${ahead}`,
    starts_at: `${addDays(days.today, ahead)}T13:00:00`,
    minutes: "60",
    lead_employee_number: LEAD.employee_number,
    capacity: "50",
    format: chance.pick(FORMATS),
    location: "Hall",
    outcomes: outcomes(chance, competencies),
    audience: "",
    state: "scheduled",
  }));
}

const outcomes = (chance, competencies) =>
  chance
    .some(competencies, chance.between(1, 3))
    .map(({ code }) => `${code}:${chance.between(1, 5)}`)
    .join(";");

const inScope = (post) => post.status === "active" && post.at.open && !["bank", "locum"].includes(post.category);

/** People with a post in scope on a day, but for whoever leads. */
export const atWork = (facts, day) =>
  [...facts.people.values()].filter((person) => postsOn(facts, person, day).some(inScope) && person.email !== LEAD.work_email);

/** Who has a seat, had one or waits: people at work on the day. */
export function seats(chance, facts, planned) {
  return planned.flatMap((session) =>
    chance.some(atWork(facts, session.starts_at.slice(0, 10)), chance.between(0, 8)).map((person) => ({
      session_code: session.code,
      employee_number: person.key.split("|")[1],
      state: chance.pick(STATES),
    })),
  );
}
