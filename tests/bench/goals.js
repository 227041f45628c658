// Esteem's own figures next to the goals: `make bench`, or some of its parts by name. A figure fails nothing, because machines
// are noisy.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { coverage } from "./coverage.js";
import { get, PASSWORD, post, run, serve, signIn } from "./esteem.js";
import { JUDGEMENTS_EACH, writePlace } from "./place.js";
import { writeSessions } from "./sessions.js";
import { median, tell, told } from "./tell.js";

const REQUESTS = 100;
/** People, judgements of each, and the goals at that size. */
const SIZES = [
  { people: 3_000, each: JUDGEMENTS_EACH, page: 100, cells: 10, load: 60 },
  { people: 80_000, each: 40, page: undefined, cells: 50, load: undefined },
];

/** People, sessions and bookings of a large programme, and how long its pages take at most. */
const TEACHING = { people: 3_000, sessions: 20_000, bookings: 500_000, page: 50, list: 10 };

const folder = mkdtempSync(join(tmpdir(), "esteem-bench-"));

/** The median time and the processor time of a request. */
async function measure(server, path, headers) {
  const times = [];
  for (let n = 0; n < 5; n += 1) await get(path, headers);
  const before = server.cpu();
  for (let n = 0; n < REQUESTS; n += 1) {
    const began = performance.now();
    const { status } = await get(path, headers);
    if (status !== 200) throw new Error(`${path} answered ${status}`);
    times.push(performance.now() - began);
  }
  const cpu = (server.cpu() - before) / REQUESTS;
  return { median: median(times), cpu };
}

/** Says how long a page takes, and how much of that is work. */
async function show(server, what, [path, who], goals) {
  const { median, cpu } = await measure(server, path, who);
  tell(`${what}, median`, median, "ms", goals.median);
  tell(`${what}, processor time`, cpu, "ms", goals.cpu);
}

async function demonstration() {
  console.log("\nThe demonstration, 3,000 people");
  const database = `sqlite://${folder}/demo.db`;
  tell("made and loaded", await run(database, ["demo", "--staff", "3000"]), "s", 30);
  await run(database, ["user", "add", "lead@staff.example", "--grant", "workforce_lead", "--password-stdin"], PASSWORD);
  const server = await serve(database);
  const lead = await signIn("lead@staff.example");
  for (const path of ["/", "/coverage?scope=team", "/people", "/teams"]) await get(path, lead);
  await new Promise((resolve) => setTimeout(resolve, 2000));
  tell("idle memory of the server, once everything was read", server.memory(), "MB", 60);
  await server.stop();
}

async function firstVisit() {
  console.log("\nWhat a first visit loads");
  const server = await serve(`sqlite://${folder}/empty.db`);
  const page = await fetch(`http://127.0.0.1:3979/sign-in`).then((answer) => answer.text());
  const assets = /\/assets\/[0-9a-f]+\//.exec(page)[0];
  const weigh = async (path) => (await get(path)).bytes / 1000;
  const parts = { "the page": "/sign-in", "style sheet": `${assets}app.css`, script: `${assets}app.js`, wasm: `${assets}app_bg.wasm` };
  let all = 0;
  for (const [name, path] of Object.entries(parts)) {
    const weight = await weigh(path);
    all += weight;
    tell(name, weight, "KB", name === "wasm" ? 60 : undefined);
  }
  tell("all of it", all, "KB", 100);
  await server.stop();
}

async function place({ people, each, page, cells, load }) {
  console.log(`\n${told(people)} people, ${told(people * each)} judgements`);
  const database = `sqlite://${folder}/${people}.db`;
  const files = `${folder}/${people}`;
  await writePlace(files, people, each);
  await run(database, ["import", "set", "tower-hamlets"]);
  for (const kind of ["areas", "organisations", "teams", "staff"]) await run(database, ["import", kind, `${files}/${kind}.csv`]);
  tell("import of the judgements", await run(database, ["import", "judgements", `${files}/judgements.csv`]), "s", load);
  await run(database, ["user", "add", "lead@staff.example", "--grant", "workforce_lead", "--in", "TH", "--password-stdin"], PASSWORD);
  await run(database, ["user", "add", "e1@staff.example", "--grant", "educator", "--in", "T1", "--password-stdin"], PASSWORD);
  const server = await serve(database);
  const [lead, nurse] = [await signIn("lead@staff.example"), await signIn("e1@staff.example")];
  await show(server, "an answer without a page (for comparison)", ["/health/live", {}], {});
  await show(server, "coverage of the whole place by domain", ["/coverage?in=TH&scope=place", lead], { median: page });
  await show(server, "coverage of all teams by domain", ["/coverage?in=TH&scope=team", lead], { cpu: cells });
  await show(server, "the same a year ago", ["/coverage?in=TH&scope=team&as_at=2025-11-02", lead], {});
  const beside = "/coverage?in=TH&scope=team&compared_with=2025-11-02";
  await show(server, "all teams beside a year ago", [beside, lead], {});
  await show(server, "ranked figures of all teams", ["/coverage/ranked?in=TH&scope=team", lead], {});
  await show(server, "two years of the whole place", ["/coverage/trend?in=TH", lead], {});
  await show(server, "one number of the whole place, explained", ["/coverage/people?in=TH", lead], {});
  await show(server, "a year's change of it, explained", ["/coverage/change?in=TH&compared_with=2025-11-02", lead], {});
  await show(server, "forecast of all teams by domain", ["/coverage/forecast?in=TH&scope=team", lead], {});
  await show(server, "my competencies", ["/my/competencies", nurse], { cpu: 3 });
  tell("memory of the server afterwards", server.memory(), "MB");
  await server.stop();
}

/** A seat that somebody takes and gives up, again and again: how long taking it takes. */
async function booking(path, who) {
  const id = path.split("/").at(-1);
  const times = [];
  for (let n = 0; n < REQUESTS; n += 1) {
    const began = performance.now();
    const { status } = await post(path, { form: "book_seat", id, team: "", at_once: "" }, who);
    times.push(performance.now() - began);
    const given = await post(path, { form: "give_up_seat", id }, who);
    for (const answered of [status, given.status]) if (answered !== 303) throw new Error(`${path} answered ${answered}`);
  }
  return median(times);
}

async function teaching({ people, sessions, bookings, page, list }) {
  console.log(`\n${told(sessions)} sessions, ${told(bookings)} bookings`);
  const database = `sqlite://${folder}/teaching.db`;
  const files = `${folder}/teaching`;
  await writePlace(files, people, 0);
  const code = await writeSessions(files, people, sessions, bookings);
  await run(database, ["import", "set", "tower-hamlets"]);
  for (const kind of ["areas", "organisations", "teams", "staff"]) await run(database, ["import", kind, `${files}/${kind}.csv`]);
  await run(database, ["import", "staff", `${files}/leads.csv`]);
  for (const kind of ["sessions", "attendance"]) tell(`import of the ${kind}`, await run(database, ["import", kind, `${files}/${kind}.csv`]), "s");
  await run(database, ["user", "add", "l7@staff.example", "--grant", "educator", "--password-stdin"], PASSWORD);
  await run(database, ["user", "add", "e1@staff.example", "--grant", "educator", "--in", "T1", "--password-stdin"], PASSWORD);
  const server = await serve(database);
  const [educator, nurse] = [await signIn("l7@staff.example"), await signIn("e1@staff.example")];
  await show(server, "sessions to come", ["/sessions", educator], { median: page, cpu: list });
  await show(server, "a month of them", ["/sessions?view=month&month=2026-11", educator], { median: page });
  const found = await get(`/sessions?q=${code}`, { ...nurse, "accept-encoding": "identity" });
  const open = /\/sessions\/[0-9a-f-]{36}/.exec(found.came)[0];
  await show(server, "one session", [open, nurse], { median: page });
  await show(server, "one session, with those who booked", [open, educator], { median: page });
  await show(server, "my sessions", ["/my/sessions", nurse], { median: page });
  tell("a booking, median", await booking(open, nurse), "ms", page);
  await server.stop();
}

/** What is measured, by the names under which a part can be asked for. */
const PARTS = {
  demonstration,
  "first-visit": firstVisit,
  practice: () => place(SIZES[0]),
  system: () => place(SIZES[1]),
  coverage: () => coverage(folder),
  teaching: () => teaching(TEACHING),
};

const asked = process.argv.slice(2);

try {
  const unknown = asked.find((name) => !(name in PARTS));
  if (unknown) throw new Error(`no part is called ${unknown}; there are ${Object.keys(PARTS).join(", ")}`);
  for (const name of asked.length > 0 ? asked : Object.keys(PARTS)) await PARTS[name]();
} finally {
  rmSync(folder, { recursive: true });
}
