// An integrated care system of any size, written into a database by SQL, the same in both and every time: places, localities,
// networks, organisations with their teams, who works where in which role, and what was said of them in three years.

/** People of a team, teams of an organisation, organisations of a network. */
const PEOPLE = 12;
const TEAMS = 4;
const ORGANISATIONS = 8;
/** Localities of a place. */
const LOCALITIES = 4;
/** Judgements speak of so many days from the first on. */
const FIRST_DAY = "2023-11-02";
const DAYS = 1096;
/** How many there are of each person. */
export const JUDGEMENTS_EACH = 75;

/** The code of the whole system, and of one of its places. */
export const SYSTEM = "ICS";
export const place = (nth) => `PL${nth}`;

/** Kinds of organisations in the order in which they come: sector, care setting, and sixteen posts of its teams. */
const PRACTICE = ["gp_practice", "primary_care", "GP GP GP PN PN PN HCA HCA ADMIN ADMIN ADMIN ANP CPH PA SPLW GPMHL"];
const COMMUNITY = ["community_provider", "integrated_team", "DN DN DN DN CMAT CAHP CAHP SW SW SSW SSW WBC IPH ICMHN HCA HCA"];
const TRUST = ["nhs_trust", "mental_health", "PCMHN PCMHN PCMHN PCMHN MHOT MHOT CPSY PSYL PSW SW SW ICMHN HCA HCA HCA ADMIN"];
const CARE_HOME = ["care_home", "care_home", "CHS CHS CHS CHS CHS CHS CHS CHS CHS CHS CHS HCA HCA HCA HCA ADMIN"];
const KINDS = [PRACTICE, PRACTICE, PRACTICE, COMMUNITY, COMMUNITY, TRUST, CARE_HOME, PRACTICE];

/** Fills a database that knows the set that ships and nothing else; so many people, in so many places. */
export async function writeSystem(db, people, places) {
  const teams = Math.ceil(people / PEOPLE);
  const organisations = Math.ceil(teams / TEAMS);
  const networks = Math.ceil(organisations / ORGANISATIONS);
  const parts = [areas(db, places, networks), organisationsOf(db, organisations, networks), teamsOf(db, teams)];
  parts.push(roles(db), staff(db, people, teams), judgements(db, people));
  const counters = "UPDATE revision SET value = value + 1 WHERE name IN ('places', 'judgements');";
  await db.say([db.inBulk, "BEGIN;", ...parts.flat(), counters, "COMMIT;", db.afterBulk].join("\n"));
}

const setting = (at) => `CASE ${KINDS.map((kind, nth) => `WHEN ${at} % ${KINDS.length} = ${nth} THEN '${kind[1]}'`).join(" ")} END`;
const sector = (at) => `CASE ${KINDS.map((kind, nth) => `WHEN ${at} % ${KINDS.length} = ${nth} THEN '${kind[0]}'`).join(" ")} END`;

function areas(db, places, networks) {
  const into = "INSERT INTO area (id, code, name, kind, parent_id)";
  const of = (letters) => db.id(letters, "i");
  return [
    `${into} SELECT ${of("system")}, '${SYSTEM}', 'The whole system', 'system', NULL FROM ${db.series(1)};`,
    `${into} SELECT ${of("place-")}, 'PL' || i, 'Place ' || i, 'place', ${db.id("system", 0)} FROM ${db.series(places)};`,
    `${into} SELECT ${of("local-")}, 'LO' || i, 'Locality ' || i, 'locality', ${db.id("place-", `i % ${places}`)}
       FROM ${db.series(places * LOCALITIES)};`,
    `${into} SELECT ${of("netwrk")}, 'N' || i, 'Network ' || i, 'network', ${db.id("local-", `i % ${places * LOCALITIES}`)}
       FROM ${db.series(networks)};`,
  ];
}

/** Every fifth organisation moves to the next network on 1 April 2025. */
function organisationsOf(db, organisations, networks) {
  const network = (more) => db.id("netwrk", `(i / ${ORGANISATIONS} + ${more}) % ${networks}`);
  const member = `INSERT INTO network_membership (id, organisation_id, network_id, starts_on)`;
  return [
    `INSERT INTO organisation (id, code, name, sector)
       SELECT ${db.id("organi", "i")}, 'O' || i, 'Organisation ' || i, ${sector("i")} FROM ${db.series(organisations)};`,
    `${member} SELECT ${db.id("member", "i")}, ${db.id("organi", "i")}, ${network(0)}, NULL FROM ${db.series(organisations)};`,
    `${member} SELECT ${db.id("moved-", "i")}, ${db.id("organi", "i")}, ${network(1)}, ${db.day("2025-04-01", 0)}
       FROM ${db.series(organisations)} WHERE i % 5 = 0 AND ${networks} > 1;`,
  ];
}

const teamsOf = (db, teams) =>
  `INSERT INTO team (id, code, name, setting, organisation_id)
     SELECT ${db.id("team--", "i")}, 'T' || i, 'Team ' || i, ${setting(`(i / ${TEAMS})`)}, ${db.id("organi", `i / ${TEAMS}`)}
     FROM ${db.series(teams)};`;

/** The posts of each kind of organisation, and what each role asks, counted from 0. */
function roles(db) {
  const slots = KINDS.flatMap(([, , codes], kind) => codes.split(" ").map((code, nth) => `(${kind}, ${nth}, '${code}')`));
  return [
    "CREATE TEMPORARY TABLE slot (kind integer, nth integer, code text);",
    `INSERT INTO slot VALUES ${slots.join(", ")};`,
    `CREATE TEMPORARY TABLE asks AS
       SELECT r.role_id, r.competency_id, r.required_level AS level,
         row_number() OVER (PARTITION BY r.role_id ORDER BY c.code) - 1 AS nth, count(*) OVER (PARTITION BY r.role_id) AS many
       FROM requirement r JOIN competency c ON c.id = r.competency_id WHERE r.necessity = 'core' AND r.required_level > 0;`,
    "CREATE INDEX asks_role_index ON asks (role_id, nth);",
  ];
}

/** Teams do not follow the order in which people came. Some people come later, hold a second post, move, are away, or are of the bank. */
function staff(db, people, teams) {
  const team = `((CAST(i AS bigint) * 7919) % ${teams})`;
  return [
    `INSERT INTO person (id, employee_number, first_name, last_name)
       SELECT ${db.id("person", "i")}, 'E' || i, 'First' || i, 'Last' || i FROM ${db.series(people)};`,
    "CREATE TEMPORARY TABLE works (i integer PRIMARY KEY, team integer, role_id " + `${db.name === "SQLite" ? "blob" : "uuid"});`,
    `INSERT INTO works SELECT i, ${team}, role.id FROM ${db.series(people)}
       JOIN slot ON slot.kind = (${team} / ${TEAMS}) % ${KINDS.length} AND slot.nth = (i / ${teams} + ${team}) % 16
       JOIN role ON role.code = slot.code;`,
    `INSERT INTO post (id, person_id, starts_on)
       SELECT ${db.id("post--", "i")}, ${db.id("person", "i")}, ${db.day("2018-01-01", "(i * 37) % 2500")} FROM works;`,
    `INSERT INTO post (id, person_id, starts_on)
       SELECT ${db.id("second", "i")}, ${db.id("person", "i")}, ${db.day("2024-06-01", 0)} FROM works WHERE i % 10 = 3;`,
    terms(db, "post--", "NULL", "team", [800_000, "CASE WHEN i % 50 = 11 THEN 'bank' ELSE 'permanent' END", "'active'"], "1 = 1"),
    terms(db, "second", "NULL", `(team + 1) % ${teams}`, [400_000, "'permanent'", "'active'"], "i % 10 = 3"),
    terms(db, "post--", db.day("2025-09-01", 0), `(team + 13) % ${teams}`, [800_000, "'permanent'", "'active'"], "i % 20 = 5"),
    terms(db, "post--", db.day("2026-06-01", 0), "team", [800_000, "'permanent'", "'away'"], "i % 33 = 7"),
  ];
}

const terms = (db, post, from, team, [fte, category, status], who) =>
  `INSERT INTO post_terms (post_id, holds_from, team_id, role_id, fte, category, status, line_manager_id, recorded_at, recorded_by)
     SELECT ${db.id(post, "i")}, ${from}, ${db.id("team--", team)}, role_id, ${fte}, ${category}, ${status},
       ${db.id("person", `i - i % ${PEOPLE}`)}, ${db.noon(db.day("2026-06-01", 0))}, 'bench' FROM works WHERE ${who} ORDER BY i;`;

/** What is said the first time, and later: up to so many of a hundred. */
const FIRST = { self: 55, confirmed: 95, recognised: 100 };
const LATER = { self: 17, requested: 25, confirmed: 88, recognised: 93, sent_back: 96, revoked: 98, exempted: 99, exemption_ended: 100 };
const said = (kinds) => `CASE ${Object.entries(kinds).map(([kind, below]) => `WHEN chance < ${below} THEN '${kind}'`).join(" ")} END`;

/** Round after round everybody is judged in the next of what their role asks, each from another beginning. Sequences go up as days do. */
function judgements(db, people) {
  const many = people * JUDGEMENTS_EACH;
  const round = `(n.i / ${people})`;
  const day = `(${db.day(FIRST_DAY, `CAST(s AS bigint) * ${DAYS} / ${many}`)})`;
  return `INSERT INTO judgement (sequence, person_id, competency_id, kind, level, made_on, recorded_at, by_person_id, evidence)
    SELECT s + 1, ${db.id("person", "i")}, competency_id, kind,
      CASE WHEN kind IN ('self', 'requested', 'confirmed', 'recognised') THEN level END,
      ${day}, ${db.noon(day)}, ${db.id("person", `i - i % ${PEOPLE}`)}, CASE WHEN kind = 'confirmed' THEN 'observation' END
    FROM (
      SELECT s, i, competency_id, CASE WHEN time < many THEN ${said(FIRST)} ELSE ${said(LATER)} END AS kind,
        CASE WHEN (i + s / ${people}) % 6 = 0 AND level > 1 THEN level - 1 WHEN (i + s / ${people}) % 6 = 1 AND level < 5 THEN level + 1
          ELSE level END AS level
      FROM (
        SELECT n.i AS s, w.i AS i, a.competency_id, a.level, a.many, ${round} + w.i % a.many AS time,
          (w.i * 31 + ${round} * 17) % 100 AS chance
        FROM ${db.series(many)} JOIN works w ON w.i = n.i % ${people}
          JOIN asks a ON a.role_id = w.role_id AND a.nth = (${round} + w.i) % a.many) AS asked) AS told;`;
}
