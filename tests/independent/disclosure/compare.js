// Holds a return's `coverage.csv` against the rules: what is shown must be the figure, what the primary rule holds must be held.

import { join } from "node:path";
import { readCsv } from "../files.js";
import { heldAlone } from "./alone.js";
import { returnOf } from "./return.js";

const TOLD = 10;
const KEY = ["geography_level", "org_code", "care_setting", "staff_classification", "staff_group", "domain_code", "measure", "basis"];
const SHOWN = ["numerator", "denominator", "percent"];

const name = (row) => KEY.map((column) => row[column]).join(" ");

/** What is wrong with one line. More may be held than the primary rule holds (clause 9), never less; `p` stands beside numbers. */
function wrongWith(line, figure) {
  if (!figure) return `only the program has it: ${JSON.stringify(line)}`;
  const { shown, n, d } = figure;
  const held = line.note === "c";
  if (shown.note === "c" && !held) return `${n} of ${d} must be held, and is not: ${JSON.stringify(line)}`;
  const expected = held ? { ...shown, numerator: "", percent: "" } : shown;
  const differs = SHOWN.find((column) => line[column] !== expected[column]);
  if (differs) return `${differs} of ${n} of ${d}: rules ${expected[differs]}, program ${line[differs]}`;
  if (!held && shown.note !== line.note && line.note !== "p") return `note of ${n} of ${d}: rules ${shown.note}, program ${line.note}`;
  return undefined;
}

function compareOne({ facts, days, program }, place) {
  const day = days.day();
  const id = `${place}-${day}-r1`;
  program.does("return", "prepare", "--place", place, "--as-at", day);
  const out = join(program.folder, id);
  program.does("return", "export", id, "--out", out);
  const lines = readCsv(join(out, "coverage.csv"));
  const figures = new Map(returnOf(facts, place, day).map((figure) => [name(figure.at), figure]));
  const told = new Map(lines.map((line) => [name(line), line]));
  const found = lines.map((line) => [name(line), wrongWith(line, figures.get(name(line)))]);
  const missing = [...figures].filter(([key, { d }]) => d > 0 && !told.has(key));
  const lacking = missing.map(([key]) => [key, "only the rules have it"]);
  const all = [...found.filter(([, why]) => why), ...lacking, ...heldAlone(facts, lines, day)];
  if (all.length > 0) console.error(`seed ${program.seed}: esteem return prepare --place ${place} --as-at ${day}`);
  for (const [key, why] of all.slice(0, TOLD)) console.error(`  ${key}: ${why}`);
  return { cells: lines.length * SHOWN.length, wrong: all.length };
}

/** Every place of the installation, on a day each. */
export function compareReturns(context) {
  const places = [...context.facts.areas.values()].filter((area) => area.kind === "place");
  const each = places.map((area) => compareOne(context, area.code));
  return each.reduce((a, b) => ({ cells: a.cells + b.cells, wrong: a.wrong + b.wrong }));
}
