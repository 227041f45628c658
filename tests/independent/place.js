// Makes a small place from a seed, as the files of the contract and the order in which they come in.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { addDays } from "./dates.js";
import { readPlace } from "./facts.js";
import { arranged } from "./place/arranged.js";
import { calendar } from "./place/calendar.js";
import { ground } from "./place/ground.js";
import { judged } from "./place/judged.js";
import { people } from "./place/people.js";
import { atWork, leadPost, LEADS_IN, seats, sessions } from "./place/teaching.js";
import { work } from "./place/work.js";
import { manner } from "./place/writing.js";
import { chance as chanceOf } from "./random.js";

const SMALL = [8, 24];
/** Every fifth place has so many people, and so little happens there, that figures can be published. */
const LARGE = [150, 240];
const LARGE_ONE_IN = 5;
/** Who has a seat was recorded at most so many days ago. */
const LATELY = 30;
/** In every fourth place files name employers, and people of two of them may have one number. */
const EMPLOYERS_ONE_IN = 4;

/** A folder that files are written into, one after the other; which, it keeps in `order.json`. */
class Folder {
  constructor(path, { seed, days, chance }) {
    mkdirSync(path, { recursive: true });
    Object.assign(this, { path, seed, chance, today: days.today, longAgo: days.first, files: [] });
  }

  /** Adds a file of rows, in some manner. `as_at` matters to staff alone, `recorded_on` where the day of recording can be chosen. */
  add(kind, rows, { as_at = this.today, recorded_on = this.longAgo } = {}) {
    if (rows.length === 0) return;
    const file = `${String(this.files.length + 1).padStart(2, "0")}-${kind}.csv`;
    const columns = Object.keys(rows[0]).filter((name) => name !== "employer_code" || rows.some((row) => row[name]));
    writeFileSync(join(this.path, file), manner(this.chance)(this.chance.shuffle(columns), rows));
    this.files.push({ kind, file, as_at, recorded_on });
    const { seed, today, files } = this;
    writeFileSync(join(this.path, "order.json"), `${JSON.stringify({ seed, today, files }, undefined, 2)}\n`);
  }
}

/** What there is and what is asked, with a team and a role for whoever leads the sessions. */
function backgroundOf(chance, days, calm) {
  const land = ground(chance, days, calm);
  const asked = work(chance, days, calm);
  const [owner] = land.organisations;
  const team = { code: LEADS_IN.team_code, name: "Teachers", setting: "mental_health", organisation_code: owner.code };
  const role = { code: LEADS_IN.role_code, title: "Mental health nurse", setting: "mental_health", mental_health_professional: "yes" };
  return { land: { ...land, teams: [...land.teams, team] }, asked: { ...asked, roles: [...asked.roles, role] }, owner };
}

/** Files of staff and of judgements, in turn, recorded one after the other. */
function inTurn(chance, days, staff, said) {
  const each = [
    ...staff.map(({ asAt, rows }, at) => ({ at, kind: "staff", rows, as_at: asAt })),
    ...said.map((rows, at) => ({ at: at + 0.5, kind: "judgements", rows })),
  ].sort((a, b) => a.at - b.at);
  const recorded = each.map(() => days.day()).sort();
  return each.map(({ kind, rows, as_at }, at) => ({ kind, rows, as_at, recorded_on: recorded[at] }));
}

/** Writes the place of a seed into a folder; answers with the chance that is left, and its days. */
export function writePlace(path, seed) {
  const chance = chanceOf(seed);
  const days = calendar(chance, seed);
  const folder = new Folder(path, { seed, days, chance });
  const calm = seed % LARGE_ONE_IN === 0;
  const { land, asked, owner } = backgroundOf(chance, days, calm);
  const withEmployers = seed % EMPLOYERS_ONE_IN === 1;
  const known = { ...land, ...asked, withEmployers, calm };
  const { everybody, files } = people(chance, days, known, chance.between(...(calm ? LARGE : SMALL)));
  files[0].rows.push(leadPost(withEmployers ? owner.code : ""));
  const add = (kind, rows, when) => folder.add(kind, rows, when);
  add("areas", land.areas);
  add("organisations", land.organisations);
  add("teams", land.teams);
  add("roles", asked.roles);
  add("framework", asked.competencies);
  add("requirements", asked.requirements);
  const said = judged(chance, days, { everybody, competencies: asked.competencies });
  for (const { kind, rows, ...when } of inTurn(chance, days, files, said)) add(kind, rows, when);
  for (const [kind, rows] of Object.entries(land.later)) add(kind, rows);
  add("roles", asked.laterRoles);
  add("requirements", asked.laterRequirements);
  // Files of sessions know people by their number alone, and so do we what stands beside the files.
  if (!withEmployers) {
    const planned = sessions(chance, days, asked.competencies);
    const lately = { recorded_on: addDays(days.today, -chance.below(LATELY)) };
    add("sessions", planned, lately);
    const facts = readPlace(path);
    add("attendance", seats(chance, facts, planned), lately);
    const beside = arranged(chance, days, { ...known, atWork: atWork(facts, days.today) });
    writeFileSync(join(path, "beside.json"), `${JSON.stringify(beside, undefined, 2)}\n`);
  }
  return { chance, days };
}
