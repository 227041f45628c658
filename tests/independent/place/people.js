// People and their posts as files tell them: several posts, absences, moves, corrections, all in files of different days.

const FTE = ["1.00", "0.5", "0.1", "0.37", "1.5", "0.05", "0.80", "0.01", "0.333", "0.125", "1", ".6"];
const CATEGORIES = ["permanent", "", "fixed_term", "partner", "trainee", "bank", "locum", "honorary", "volunteer"];
const STATUSES = ["active", "", "away", "maternity_adoption", "career_break", "suspended", "left"];
/** What staff systems write for *never*. */
const NEVER = "4712-12-31";
const NAMES = ["Ann", "Bö", "Cy", "Di O'", "Eve"];

/** What of a post may differ from file to file. */
function terms(chance, known) {
  const usual = known.calm ? 95 : 70;
  return {
    team_code: chance.pick(known.teams).code,
    role_code: chance.pick(known.roles).code,
    fte: chance.pick(FTE),
    assignment_category: chance.often(usual) ? "permanent" : chance.pick(CATEGORIES),
    assignment_status: chance.often(usual) ? "active" : chance.pick(STATUSES),
  };
}

/** First and last day: mostly from long ago, without an end. */
function dates(chance, days, known) {
  if (known.calm && chance.often(90)) return { start_date: days.longAgo(), leaving_date: "" };
  const [a, b] = [days.day(), days.day()].sort();
  const starts = chance.pick(["", days.longAgo(), days.longAgo(), a]);
  const last = b < starts ? starts : b;
  return { start_date: starts, leaving_date: chance.often(60) ? "" : chance.pick([last, last, last, NEVER]) };
}

/** The posts of one person. Without an assignment number a post is known by its team and role, so no two are alike. */
function posts(chance, days, known, who) {
  const numbered = chance.often(75);
  const made = new Map();
  for (let n = 1; n <= chance.pick(known.calm ? [1, 1, 1, 1, 1, 2] : [1, 1, 1, 2, 3]); n += 1) {
    const assignment_number = numbered ? `${who.employer_code}${who.employee_number}/${n}` : "";
    const post = { ...who, assignment_number, ...terms(chance, known), ...dates(chance, days, known) };
    made.set(numbered ? n : `${post.team_code} ${post.role_code}`, post);
  }
  return [...made.values()];
}

/** People by number; where the files name employers, two of them may have one number. */
function persons(chance, known, count) {
  const employers = known.withEmployers ? known.organisations.map((row) => row.code) : [""];
  const made = new Map();
  for (let n = 1; n <= count; n += 1) {
    const number = `E${String(chance.often(15) ? Math.max(1, n - 1) : n).padStart(4, "0")}`;
    const employer = chance.pick(employers);
    made.set(`${employer} ${number}`, {
      employer_code: employer,
      employee_number: number,
      first_name: chance.pick(NAMES),
      last_name: `Surname ${n}`,
      work_email: `${employer}${number}@staff.example`.toLowerCase(),
    });
  }
  return [...made.values()];
}

/** A post as a later file has it. Without a number it stays in its team and role, else it would be another. */
function changed(chance, days, known, post) {
  const fresh = terms(chance, known);
  const stays = { team_code: post.team_code, role_code: post.role_code };
  const moved = post.assignment_number && chance.often(50) ? fresh : { ...fresh, ...stays };
  const kept = Object.keys(fresh).filter(() => chance.often(40));
  const same = Object.fromEntries(kept.map((name) => [name, post[name]]));
  return { ...post, ...moved, ...same, ...(chance.often(30) ? dates(chance, days, known) : {}) };
}

/** The files of staff, each with its day: all of it first, then parts with what has changed, and newcomers. */
export function people(chance, days, known, count) {
  const everybody = persons(chance, known, count);
  let now = everybody.flatMap((who) => posts(chance, days, known, who));
  const files = [{ asAt: days.day(), rows: now }];
  for (let n = chance.between(0, 3); n > 0; n -= 1) {
    const told = chance.some(now, Math.ceil(now.length / 3)).map((post) => changed(chance, days, known, post));
    files.push({ asAt: days.day(), rows: told });
    now = [...now.filter((post) => !told.some((later) => samePost(later, post))), ...told];
  }
  return { everybody, files };
}

const samePost = (a, b) =>
  a.employer_code === b.employer_code &&
  a.employee_number === b.employee_number &&
  (a.assignment_number ? a.assignment_number === b.assignment_number : a.team_code === b.team_code && a.role_code === b.role_code);
