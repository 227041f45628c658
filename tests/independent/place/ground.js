// The ground of a place: areas, organisations with networks that change, teams that open, close and are put right.

import { addDays } from "../dates.js";
import { span } from "./calendar.js";

const SETTINGS = ["primary_care", "mental_health", "community", "crisis"];
const CARE_LEVELS = ["complex_needs", "ongoing_needs", "urgent_care", "whole_population", ""];
const SECTORS = ["gp_practice", "nhs_trust", "voluntary", "police", "other"];
const INPUTS = ["embedded", "link_worker", "none", ""];
/** Some sort otherwise by UTF-16 than by UTF-8, and some are not ASCII. */
const TEAM_CODES = ["T1", "T10", "t2", "Ünit-3", "\uff344", "\u{1d4af}5", "T_6", "T-7", "A8", "z9"];

/** Areas: a tree, perhaps under a system, and a network that nobody has placed. */
function areas(chance, days) {
  const rows = [];
  const add = (code, kind, parent_code) => {
    rows.push({ code, name: `${kind}, "${code}"`, kind, parent_code, ...opened(chance, days) });
    return code;
  };
  const top = chance.often(50) ? add("SYS", "system", "") : "";
  for (let p = 1; p <= chance.between(1, 2); p += 1) {
    const place = add(`P${p}`, "place", top);
    for (let l = 1; l <= chance.between(1, 2); l += 1) {
      const locality = add(`P${p}-L${l}`, "locality", place);
      for (let n = 1; n <= chance.between(1, 2); n += 1) add(`P${p}-L${l}-N${n}`, "network", locality);
    }
  }
  add("N-unplaced", "network", "");
  return rows;
}

/** Nothing depends on when an area or an organisation opens and closes. */
function opened(chance, days) {
  const [from, to] = chance.often(20) ? span(chance, days) : ["", ""];
  return { opened_on: from, closed_on: to };
}

/** Memberships of one organisation: none, one, two in turn with or without a gap, or two that overlap. */
function memberships(chance, days, { networks, calm }) {
  const one = () => chance.pick(networks);
  if (calm) return [[networks[0], "", ""]];
  const [a, b] = [days.day(), days.day()].sort();
  const gap = chance.pick([1, 1, 2, 40]);
  const kinds = [
    [["", "", ""]],
    [[one(), "", ""]],
    [[one(), a, chance.often(50) ? b : ""]],
    [[one(), "", a], [one(), addDays(a, gap), ""]],
    [[one(), "", b], [one(), a, ""]],
    [[one(), "", ""], [one(), a, addDays(b, 1)]],
  ];
  return chance.pick(kinds);
}

function organisations(chance, days, known) {
  const rows = [];
  for (let o = 1; o <= chance.between(3, 5); o += 1) {
    const about = { code: `O${o}`, name: `Organisation ${o}`, sector: chance.pick(SECTORS), ...opened(chance, days) };
    for (const [network, from, to] of memberships(chance, days, known)) {
      rows.push({ ...about, network_code: network, network_from: from, network_to: to });
    }
  }
  return rows;
}

function team(chance, days, { areas: known, organisations: owners, calm }, code) {
  const [opens, closes] = chance.often(calm ? 0 : 30) ? span(chance, days, 50) : ["", ""];
  return {
    code,
    name: `Team ${code}`,
    setting: chance.pick(SETTINGS),
    organisation_code: chance.pick(owners).code,
    area_code: chance.often(calm ? 90 : 60) ? "" : chance.pick(known).code,
    care_level: chance.pick(CARE_LEVELS),
    mental_health_input: chance.pick(INPUTS),
    sessions_due_per_year: chance.pick(["", "3"]),
    opened_on: opens,
    closed_on: closes,
  };
}

/** Some teams as a later file has them: its corrections hold for every day. */
function correctedTeams(chance, ground, teams) {
  return chance.some(teams, chance.between(0, 2)).map((row) => ({
    ...row,
    setting: chance.pick(SETTINGS),
    care_level: chance.pick(CARE_LEVELS),
    area_code: chance.often(50) ? "" : chance.pick(ground.areas).code,
    organisation_code: chance.pick(ground.organisations).code,
  }));
}

/** Networks that belong elsewhere after all. */
function correctedAreas(chance, known) {
  const localities = known.filter((area) => area.kind === "locality");
  const networks = known.filter((area) => area.kind === "network");
  return chance.some(networks, chance.between(0, 1)).map((row) => ({ ...row, parent_code: chance.pick(localities).code }));
}

/** Memberships that end on another day than was said. */
function correctedMemberships(chance, days, rows) {
  const began = rows.filter((row) => row.network_code && row.network_from);
  return chance.some(began, chance.between(0, 1)).map((row) => {
    const to = chance.often(50) ? "" : days.day();
    return { ...row, network_to: to < row.network_from ? "" : to };
  });
}

/** Areas, organisations and teams; `later` holds what is put right of each. */
export function ground(chance, days, calm) {
  const known = areas(chance, days);
  const networks = known.filter((area) => area.kind === "network").map((area) => area.code);
  const owners = organisations(chance, days, { networks, calm });
  const made = { areas: known, organisations: owners, calm };
  const codes = chance.some(TEAM_CODES, chance.between(2, 5));
  const teams = codes.map((code) => team(chance, days, made, code));
  const later = {
    teams: correctedTeams(chance, made, teams),
    areas: correctedAreas(chance, known),
    organisations: correctedMemberships(chance, days, owners),
  };
  return { ...made, teams, later };
}
