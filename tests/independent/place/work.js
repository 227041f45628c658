// What is asked: a framework of few competencies, roles with and without groups, requirements that change and overlap.

import { span } from "./calendar.js";

const DOMAINS = ["RSK", "EMG", "HMS", "ENG"];
const PROFESSIONS = ["Nurse", "General practitioner", "Social worker", "Nurse", ""];
const GPW = ["GP", "Nurses", "Direct Patient Care", ""];
const ESR = ["Nursing and Midwifery Registered", "Medical and Dental", ""];
const YES = ["yes", "no", "", "no"];

function framework(chance, days) {
  const rows = [];
  for (const domain of chance.some(DOMAINS, chance.between(2, 3))) {
    for (let n = 1; n <= chance.between(1, 4); n += 1) {
      const strand = chance.pick(["mental_health", "integrated_care"]);
      const about = { code: `${domain}-${n}`, domain_code: domain, title: `${domain} ${n}`, statement: `Does ${domain} ${n}` };
      rows.push({ ...about, refresh_months: days.refresh(), strand, rare_event: chance.pick(["yes", "no"]) });
    }
  }
  return rows;
}

function roles(chance) {
  return Array.from({ length: chance.between(3, 6) }, (_, at) => ({
    code: `R${at + 1}`,
    title: `Role ${at + 1}`,
    setting: chance.pick(["primary_care", "mental_health"]),
    profession: chance.pick(PROFESSIONS),
    gpw_staff_group: chance.pick(GPW),
    esr_staff_group: chance.pick(ESR),
    mental_health_professional: chance.pick(["yes", "no"]),
  }));
}

/** What is asked on every day. */
const always = (chance, role, competency) => ({
  role_code: role.code,
  competency_code: competency.code,
  required_level: chance.between(1, 3),
  necessity: "core",
  critical: chance.pick(YES),
  effective_from: "",
  effective_to: "",
});

/** What one role asks in one competency: up to three rows, of which several may hold on a day. */
function rows(chance, days, { role, calm }, competency) {
  if (calm) return chance.often(70) ? [always(chance, role, competency)] : [];
  const starts = new Map();
  for (let n = chance.pick([0, 0, 1, 1, 2, 3]); n > 0; n -= 1) {
    const [from, to] = span(chance, days, 55);
    starts.set(from, { effective_from: from, effective_to: to });
  }
  return [...starts.values()].map((dates) => ({
    role_code: role.code,
    competency_code: competency.code,
    required_level: chance.pick([0, 1, 1, 2, 2, 3, 3, 4, 5]),
    necessity: chance.pick(["core", "core", "", "core", "optional"]),
    critical: chance.pick(YES),
    ...dates,
  }));
}

/** Framework, roles and requirements; some of either are put right by later files. */
export function work(chance, days, calm) {
  const competencies = framework(chance, days);
  const known = roles(chance);
  const asked = known.flatMap((role) => competencies.flatMap((competency) => rows(chance, days, { role, calm }, competency)));
  const laterRequirements = chance.some(asked, chance.between(0, 3)).map((row) => ({
    ...row,
    required_level: chance.between(1, 5),
    critical: chance.pick(["yes", "no"]),
    effective_to: chance.often(50) ? row.effective_to : "",
  }));
  const laterRoles = chance.some(known, chance.between(0, 1)).map((row) => ({
    ...row,
    profession: chance.pick(PROFESSIONS),
    gpw_staff_group: chance.pick(GPW),
    esr_staff_group: chance.pick(ESR),
  }));
  return { competencies, roles: known, requirements: asked, laterRequirements, laterRoles };
}
