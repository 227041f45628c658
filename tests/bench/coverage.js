// The coverage workspace of an integrated care system, on SQLite and on PostgreSQL, beside plain SQL over the same tables and beside
// the goals. `ESTEEM_BENCH_PEOPLE` and `ESTEEM_BENCH_PLACES` make it smaller, or one place of all.

import { postgres, sqlite } from "./databases.js";
import { get, PASSWORD, run, serve, signIn, TODAY, watch } from "./esteem.js";
import { plainCoverage } from "./plain.js";
import { JUDGEMENTS_EACH, place, SYSTEM, writeSystem } from "./system.js";
import { median, sideBySide, told } from "./tell.js";

const PEOPLE = Number(process.env.ESTEEM_BENCH_PEOPLE ?? 80_000);
const PLACES = Number(process.env.ESTEEM_BENCH_PLACES ?? 6);
/** The ends of quarters up to two years ago. */
const PAST = ["2026-09-30", "2026-03-31", "2025-09-30", "2025-03-31", "2024-09-30"];
const REQUESTS = 20;
/** The condition: milliseconds, megabytes, seconds. And what the list of goals says of such a page's work. */
const [PAGE, MEMORY, RETURN, WORK] = [200, 1000, 60, 50];
const MAIN = `/coverage?in=${SYSTEM}&scope=place`;

/** Measures both, one after the other, and tells them side by side. */
export async function coverage(folder) {
  const places = PLACES === 1 ? "one place" : `${PLACES} places`;
  console.log(`\nAn integrated care system: ${told(PEOPLE)} people, ${told(PEOPLE * JUDGEMENTS_EACH)} judgements, ${places}`);
  const url = process.env.ESTEEM_TEST_DATABASE_URL;
  const databases = [sqlite(`${folder}/system.db`)];
  if (url) databases.push(postgres(url));
  else console.log("  *** PostgreSQL is NOT MEASURED: there is none (Debian: apt-get install postgresql).");
  const all = [];
  for (const db of databases) all.push({ name: db.name, notes: await measured(db) });
  sideBySide(all);
}

async function measured(db) {
  const notes = [];
  const note = (what, figure, unit, goal) => notes.push({ what, figure, unit, goal });
  console.log(`  ${db.name}: writing it, then measuring`);
  await run(db.url, ["import", "set", "tower-hamlets"]);
  await writeSystem(db, PEOPLE, PLACES);
  await run(db.url, ["user", "add", "lead@staff.example", "--grant", "workforce_lead", "--in", SYSTEM, "--password-stdin"], PASSWORD);
  const plain = await plainSql(db, note);
  await command(db, plain, note);
  await pages(db, note);
  await returned(db, note);
  const page = notes.find(({ what }) => what.startsWith("places by domain today, median"));
  note("plain SQL today takes so many times as long as the page", plain.seconds / (page.figure / 1000), "×");
  return notes;
}

/** Plain SQL: twice each day, and the shorter counts. */
async function plainSql(db, note) {
  const times = async (day) => {
    const [one, two] = [await db.say(plainCoverage(db, "place", day)), await db.say(plainCoverage(db, "place", day))];
    return { rows: one.rows, seconds: Math.min(one.seconds, two.seconds) };
  };
  const today = await times(TODAY);
  note("plain SQL, asked and met by place and domain today", today.seconds, "s");
  note(`the same as at ${PAST[3]}`, (await times(PAST[3])).seconds, "s");
  return today;
}

/** The command that prints figures reads everything first. Its figures are held against those of plain SQL. */
async function command(db, plain, note) {
  const args = ["coverage", "--as-at", TODAY, "--scope", "place", "--item", "domain"];
  const { status, printed, told: why, seconds, peak } = await watch(db.url, args);
  if (status !== 0) throw new Error(`${args}: ${why}`);
  const [head, ...lines] = printed.trim().split("\n").map((line) => line.split(","));
  const cells = ["scope_code", "item_code", "requirements", "requirements_met"].map((name) => head.indexOf(name));
  // No name here has a comma.
  const ours = lines.map((line) => cells.map((cell) => line[cell]).join(" "));
  const theirs = plain.rows.map((row) => row.join(" "));
  if (ours.sort().join() !== theirs.sort().join()) throw new Error(`${db.name}: plain SQL counts otherwise than the program`);
  note("esteem coverage: everything is read, counted and printed", seconds, "s");
  note("esteem coverage: most memory", peak, "MB", MEMORY);
}

async function pages(db, note) {
  let began = performance.now();
  const since = () => (performance.now() - began) / 1000;
  const server = await serve(db.url);
  note("start until it answers", since(), "s");
  const lead = await signIn("lead@staff.example");
  await ask(MAIN, lead);
  note("start until the first figures", since(), "s");
  note("most memory up to then", server.peak(), "MB", MEMORY);
  await show(server, "places by domain today", [MAIN, lead], note);
  for (const day of PAST) await show(server, `the same as at ${day}`, [`${MAIN}&as_at=${day}`, lead], note);
  await show(server, "the same beside a year ago", [`${MAIN}&compared_with=2025-11-02`, lead], note, false);
  for (const scope of ["network", "team"]) {
    await show(server, `every ${scope} by domain today`, [`/coverage?in=${SYSTEM}&scope=${scope}`, lead], note, false);
  }
  const judged = "places by domain, each time somebody was just judged";
  note(`${judged}, median`, median(await justJudged(db, lead, 0)), "ms", PAGE);
  note("the same while two others look, median", median(await justJudged(db, lead, 2)), "ms");
  note("memory afterwards", server.memory(), "MB", MEMORY);
  note("most memory of the server", server.peak(), "MB", MEMORY);
  await server.stop();
}

/** The milliseconds of one request. */
async function ask(path, who) {
  const began = performance.now();
  const { status } = await get(path, who);
  if (status !== 200) throw new Error(`${path} answered ${status}`);
  return performance.now() - began;
}

/** A page the first time, then its median and the processor time of a request. */
async function show(server, what, [path, who], note, isOfCondition = true) {
  const goal = (goal) => (isOfCondition ? goal : undefined);
  note(`${what}, first time`, await ask(path, who), "ms", goal(PAGE));
  const [before, times] = [server.cpu(), []];
  for (let n = 0; n < REQUESTS; n += 1) times.push(await ask(path, who));
  note(`${what}, median of ${REQUESTS}`, median(times), "ms", goal(PAGE));
  note(`${what}, processor time`, (server.cpu() - before) / REQUESTS, "ms", goal(WORK));
}

/**
 * Another process records a judgement before each request, so that what is in memory is no longer everything. Whoever has begun to look
 * keeps what there was.
 */
async function justJudged(db, who, others) {
  const times = [];
  for (let nth = 0; nth < 5; nth += 1) {
    const looking = Array.from({ length: others }, () => ask(`${MAIN}&compared_with=2025-11-02`, who));
    await db.say(`INSERT INTO judgement (person_id, competency_id, kind, level, made_on, recorded_at)
        SELECT ${db.id("person", nth)}, (SELECT id FROM competency WHERE code = 'RSK-1'), 'self', 2,
          ${db.day(TODAY, 0)}, ${db.noon(`(${db.day(TODAY, 0)})`)};
      UPDATE revision SET value = value + 1 WHERE name = 'judgements';`);
    times.push(await ask(MAIN, who));
    await Promise.all(looking);
  }
  return times;
}

/** The return of one place, of everybody where there is one place; by a process that reads everything first. */
async function returned(db, note) {
  const code = place(0);
  const { status, told: why, seconds, peak } = await watch(db.url, ["return", "prepare", "--place", code, "--as-at", PAST[0]]);
  if (status === 2 && why.includes("unrecognized")) {
    console.log("  *** The return is NOT MEASURED: this program has no such command.");
  } else if (status !== 0) {
    throw new Error(`the return of ${code}: ${why}`);
  }
  note("a return of one place", status === 2 ? "no command" : seconds, "s", RETURN);
  note("a return of one place: most memory", status === 2 ? "no command" : peak, "MB", MEMORY);
}
