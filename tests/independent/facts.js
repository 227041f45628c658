// What the files of a place say once all of them came in, in their order: corrections for every day, dated terms of posts.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readInput } from "./input.js";
import { termAt, termsOf, toldFrom } from "./terms.js";

/** The facts of a post that are dated (rules 1). */
const DATED = ["team_code", "role_code", "fte", "assignment_category", "assignment_status"];
/** What a blank means. */
const BLANK = { assignment_category: "permanent", assignment_status: "active" };

/** Whatever a file says of maternity, career break, suspension or secondment is kept only as `away`. */
const statusOf = (word) => (["active", "left"].includes(word) ? word : "away");

/** Rows under one key: the later file's is a correction for every day. */
const merge = (rows, key) => (into, row) => {
  const name = key.map((column) => row[column] ?? "").join("\u0000");
  into[rows].set(name, { ...into[rows].get(name), ...row });
};

const person = (facts, row) => {
  const key = `${row.employer_code ?? ""}|${row.employee_number}`;
  if (!facts.people.has(key)) facts.people.set(key, { key, posts: [], judgements: [] });
  return facts.people.get(key);
};

function staff(facts, row, { asAt }) {
  const holder = person(facts, row);
  const number = row.assignment_number ?? "";
  holder.email = row.work_email ?? "";
  const stands = (post) => termAt(post.terms.team_code, asAt) === row.team_code && termAt(post.terms.role_code, asAt) === row.role_code;
  const same = (post) => (number ? post.number === number : !post.number && stands(post));
  const told = Object.fromEntries(DATED.map((name) => [name, row[name] || BLANK[name]]));
  told.assignment_status = statusOf(told.assignment_status);
  const dates = { start: row.start_date ?? "", leaving: row.leaving_date ?? "" };
  const known = holder.posts.find(same);
  const name = number || `${row.team_code}/${row.role_code}`;
  if (!known) holder.posts.push({ name, number, ...dates, terms: termsOf(told) });
  else Object.assign(known, dates, { terms: toldFrom(known.terms, asAt, told) });
}

/** A row that stands in the same words before, as the n-th of its file, is on record already (contract, key of judgements). */
function judgement(facts, row, { seen }) {
  const words = JSON.stringify(Object.entries(row).filter(([, value]) => value !== "").sort());
  const nth = (seen.get(words) ?? 0) + 1;
  seen.set(words, nth);
  if (facts.judged.has(`${words}#${nth}`)) return;
  facts.judged.add(`${words}#${nth}`);
  person(facts, row).judgements.push({
    competency: row.competency_code,
    kind: row.kind,
    day: row.made_on,
    level: Number(row.level || 0),
    sequence: (facts.sequence += 1),
  });
}

function organisation(facts, row) {
  const known = facts.organisations.get(row.code) ?? { memberships: new Map() };
  if (row.network_code) known.memberships.set(`${row.network_code} ${row.network_from ?? ""}`, row);
  facts.organisations.set(row.code, { ...known, code: row.code, name: row.name });
}

const TAKE = {
  areas: merge("areas", ["code"]),
  organisations: organisation,
  teams: merge("teams", ["code"]),
  roles: merge("roles", ["code"]),
  framework: merge("competencies", ["code"]),
  requirements: merge("requirements", ["role_code", "competency_code", "effective_from"]),
  staff,
  judgements: judgement,
  sessions: merge("sessions", ["code"]),
  attendance: merge("attendance", ["session_code", "employee_number"]),
};

const nothing = () => ({
  areas: new Map(),
  organisations: new Map(),
  teams: new Map(),
  roles: new Map(),
  competencies: new Map(),
  requirements: new Map(),
  sessions: new Map(),
  attendance: new Map(),
  people: new Map(),
  judged: new Set(),
  sequence: 0,
});

/** A request, recorded after all that files hold; and perhaps that it was withdrawn. */
function request(facts, row) {
  const holder = [...facts.people.values()].find((one) => one.email === row.work_email);
  const about = { competency: row.competency_code, level: Number(row.level) };
  const event = (kind, day) => ({ ...about, kind, day, sequence: (facts.sequence += 1) });
  holder.requests = [...(holder.requests ?? []), event("requested", row.asked_on)];
  if (row.withdrawn_on) holder.requests.push(event("withdrawn", row.withdrawn_on));
}

/** Adds what stands beside the files, where the program was told of it too. */
export function addBeside(facts, folder) {
  const beside = JSON.parse(readFileSync(join(folder, "beside.json"), "utf8"));
  facts.coverRules = beside.cover_rules;
  facts.inputs = beside.inputs;
  for (const row of beside.requests) request(facts, row);
}

/** The files of a folder in their order: `{kind, file, as_at, recorded_on}`. */
export const orderOf = (folder) => JSON.parse(readFileSync(join(folder, "order.json"), "utf8")).files;

/** What the files of a folder say; only some of them, where it is chosen which. */
export function readPlace(folder, chosen = () => true) {
  const facts = nothing();
  for (const { kind, file, as_at: asAt } of orderOf(folder).filter(chosen)) {
    const seen = new Map();
    for (const row of readInput(join(folder, file))) TAKE[kind](facts, row, { asAt, seen });
  }
  return facts;
}
