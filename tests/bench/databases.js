// The two databases as their own shells see them: what is said to them in SQL, and what each of them calls what the other calls
// otherwise.

import { spawn } from "node:child_process";
import { join } from "node:path";

/** Says SQL to a shell; answers with what it printed, a list of columns a line, and the seconds it took. */
function say(program, args, sql) {
  const began = performance.now();
  const child = spawn(program, args, { stdio: ["pipe", "pipe", "pipe"] });
  const [printed, told] = [[], []];
  child.stdout.on("data", (part) => printed.push(part));
  child.stderr.on("data", (part) => told.push(part));
  child.stdin.end(sql);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      if (code !== 0) return reject(new Error(`${program}: ${Buffer.concat(told).toString().slice(-2000)}`));
      const lines = Buffer.concat(printed).toString().split("\n").filter(Boolean);
      resolve({ rows: lines.map((line) => line.split("|")), seconds: (performance.now() - began) / 1000 });
    });
  });
}

/** A file of SQLite. */
export function sqlite(path) {
  const args = ["-batch", "-bail", "-noheader", "-list", "-cmd", ".timeout 10000", path];
  return {
    name: "SQLite",
    url: `sqlite://${path}`,
    say: (sql) => say("sqlite3", args, `PRAGMA temp_store = MEMORY; PRAGMA cache_size = -262144;\n${sql}`),
    // Nothing here outlives the measurement, so nothing waits for the disk.
    inBulk: "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;",
    afterBulk: "ANALYZE;",
    beforeQuery: "",
    /** Numbers from 0 to before another, as `n.i`. */
    series: (many) => `(SELECT value AS i FROM generate_series(0, ${many - 1})) AS n`,
    /** Sixteen bytes that are an id: six letters and a number. */
    id: (letters, number) => `CAST(printf('${letters}%010d', ${number}) AS BLOB)`,
    day: (first, days) => `date('${first}', '+' || (${days}) || ' days')`,
    noon: (day) => `${day} || 'T12:00:00+00:00'`,
    /** The day so many months later, in a shorter month its last. */
    monthsAfter: (day, months) =>
      `min(date(${day}, '+' || ${months} || ' months'), date(${day}, 'start of month', '+' || (${months} + 1) || ' months', '-1 day'))`,
    least: (one, other) => `min(${one}, ${other})`,
  };
}

/** A database of a PostgreSQL that `scripts/postgres.sh` has started. */
export function postgres(url) {
  const psql = process.env.POSTGRES_BIN ? join(process.env.POSTGRES_BIN, "psql") : "psql";
  const args = ["--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--set=ON_ERROR_STOP=1", url];
  return {
    name: "PostgreSQL",
    url,
    say: (sql) => say(psql, args, sql),
    // References are not looked up: all that is written here is made up by the same hand.
    inBulk: "SET session_replication_role = replica; SET synchronous_commit = off;",
    // Numbers were given by hand, and are counted on from there.
    afterBulk: `DO $$ BEGIN
      PERFORM setval(pg_get_serial_sequence('judgement', 'sequence'), (SELECT max(sequence) FROM judgement));
      PERFORM setval(pg_get_serial_sequence('post_terms', 'id'), (SELECT max(id) FROM post_terms));
    END $$;
    VACUUM ANALYZE;`,
    // What is known of the days of posts leads its plans astray, into loops over loops: without them it takes a hundredth of the time.
    beforeQuery: "SET enable_nestloop = off; SET work_mem = '256MB';",
    series: (many) => `generate_series(0, ${many - 1}) AS n(i)`,
    id: (letters, number) => `CAST(encode(convert_to('${letters}' || lpad(CAST(${number} AS text), 10, '0'), 'UTF8'), 'hex') AS uuid)`,
    day: (first, days) => `DATE '${first}' + CAST(${days} AS integer)`,
    noon: (day) => `(${day} + time '12:00') AT TIME ZONE 'UTC'`,
    monthsAfter: (day, months) => `CAST(${day} + make_interval(months => ${months}) AS date)`,
    least: (one, other) => `least(${one}, ${other})`,
  };
}
