// The input files of a place of any size, the same every time: teams in practices in networks, staff, judgements.

import { createWriteStream, mkdirSync, writeFileSync } from "node:fs";
import { once } from "node:events";

const PEOPLE_A_TEAM = 12;
const TEAMS_A_NETWORK = 10;
/** Each of so many competencies of the set that ships is judged so often. */
const COMPETENCIES = ["HMS", "ENG", "RSK", "REC", "EMG"].flatMap((domain) => [1, 2, 3, 4, 5].map((n) => `${domain}-${n}`));
const ROUNDS = 4;
const ROLES = ["GP", "PN", "HCA", "ANP"];
const FIRST_DAY = Date.UTC(2024, 0, 1);
const DAYS = 1000;
const DAY = 24 * 60 * 60 * 1000;

/** Judgements of each person: 100. */
export const JUDGEMENTS_EACH = COMPETENCIES.length * ROUNDS;

/** Writes areas, organisations, teams and staff into a folder, then `judgements.csv`; so many a person. */
export async function writePlace(folder, people, judgementsEach) {
  mkdirSync(folder, { recursive: true });
  const teams = Math.ceil(people / PEOPLE_A_TEAM);
  const networks = Math.ceil(teams / TEAMS_A_NETWORK);
  const file = (name, head, rows) => writeFileSync(`${folder}/${name}.csv`, [head, ...rows, ""].join("\n"));
  const count = (n, row) => Array.from({ length: n }, (_, at) => row(at));
  file("areas", "code,name,kind,parent_code", ["TH,Tower Hamlets,place,", ...count(networks, (n) => `N${n},Network ${n},network,TH`)]);
  file("organisations", "code,name,sector,network_code", count(teams, (n) => `P${n},Practice ${n},gp_practice,N${Math.floor(n / TEAMS_A_NETWORK)}`));
  file("teams", "code,name,setting,organisation_code", count(teams, (n) => `T${n},Team ${n},primary_care,P${n}`));
  file(
    "staff",
    "employee_number,first_name,last_name,work_email,team_code,role_code,fte,assignment_number,start_date",
    count(people, (n) => `E${n},First${n},Last${n},e${n}@staff.example,T${n % teams},${ROLES[n % ROLES.length]},0.80,A${n},2023-01-02`),
  );
  await writeJudgements(`${folder}/judgements.csv`, people, judgementsEach);
}

async function writeJudgements(path, people, each) {
  const out = createWriteStream(path);
  out.write("employee_number,competency_code,kind,made_on,level,evidence\n");
  for (let person = 0; person < people; person += 1) {
    let rows = "";
    for (let nth = 0; nth < each; nth += 1) rows += judgement(person, nth);
    if (!out.write(rows)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
}

/** Rounds of self assessment and confirmation go through the competencies, later ones on later days. */
function judgement(person, nth) {
  const competency = COMPETENCIES[nth % COMPETENCIES.length];
  const round = Math.floor(nth / COMPETENCIES.length);
  const spread = (person * 7919 + nth * 104729) % Math.floor(DAYS / ROUNDS);
  const day = new Date(FIRST_DAY + (round * Math.floor(DAYS / ROUNDS) + spread) * DAY).toISOString().slice(0, 10);
  const level = 1 + ((person + nth) % 4);
  const kind = round % 2 === 0 ? `self,${day},${level},` : `confirmed,${day},${level},observation`;
  return `E${person},${competency},${kind}\n`;
}
