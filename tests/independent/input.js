// An input file as the contract lets people write it: headers in any case, dates as ESR writes them, a BOM, CRLF, columns unknown.

import { readCsv } from "./files.js";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** What staff systems write for *never*. */
const NEVER = "4712-12-31";

/** The columns that hold a day. */
const DAYS = [
  "opened_on",
  "closed_on",
  "network_from",
  "network_to",
  "effective_from",
  "effective_to",
  "start_date",
  "leaving_date",
  "made_on",
];

const COLUMNS = [
  ...DAYS,
  ...["code", "name", "kind", "parent_code", "sector", "network_code", "setting", "organisation_code", "area_code", "care_level"],
  ...["mental_health_input", "sessions_due_per_year", "title", "profession", "gpw_staff_group", "esr_staff_group"],
  ...["mental_health_professional", "domain_code", "statement", "refresh_months", "strand", "rare_event"],
  ...["role_code", "competency_code", "required_level", "necessity", "critical"],
  ...["employee_number", "employer_code", "first_name", "last_name", "work_email", "team_code", "fte"],
  ...["assignment_number", "assignment_category", "assignment_status", "level", "evidence", "note"],
  ...["starts_at", "minutes", "lead_employee_number", "capacity", "format", "location", "outcomes", "audience", "state"],
  "session_code",
];

/** Headers are compared without case, spaces, hyphens and underscores. */
const bare = (header) => header.toLowerCase().replace(/[ _-]/g, "");
const CALLED = new Map(COLUMNS.map((name) => [bare(name), name]));

/** A day in any of the four ways of writing it. */
export function dayOf(words) {
  const [day] = words.trim().split(" ");
  const esr = /^(\d{1,2})-([A-Za-z]{3})-(\d{4})$/.exec(day);
  if (esr) return `${esr[3]}-${String(MONTHS.indexOf(esr[2].toLowerCase()) + 1).padStart(2, "0")}-${esr[1].padStart(2, "0")}`;
  const british = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(day);
  if (british) return `${british[3]}-${british[2]}-${british[1]}`;
  return day.replaceAll("/", "-");
}

/** The cell of a column as it is meant. */
function meant(name, value) {
  if (!DAYS.includes(name) || value === "") return value;
  const day = dayOf(value);
  return name === "leaving_date" && day === NEVER ? "" : day;
}

/** The rows of a file under the contract's names; unknown columns are left out. */
export function readInput(path) {
  return readCsv(path).map((row) => {
    const known = Object.entries(row).filter(([header]) => CALLED.has(bare(header)));
    return Object.fromEntries(known.map(([header, value]) => [CALLED.get(bare(header)), meant(CALLED.get(bare(header)), value)]));
  });
}
