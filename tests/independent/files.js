// CSV as the contract has it: a header, commas, quotes where needed; read into objects by column, and written.

import { readFileSync, writeFileSync } from "node:fs";

/** The fields of every record of a text. */
function records(text) {
  const all = [];
  let record = [];
  let field = "";
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const c = text[at];
    if (quoted) {
      if (c !== '"') field += c;
      else if (text[at + 1] === '"') field += text[(at += 1)];
      else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ",") {
      record.push(field);
      field = "";
    } else if (c === "\n") {
      all.push([...record, field]);
      record = [];
      field = "";
    } else if (c !== "\r") field += c;
  }
  if (field !== "" || record.length > 0) all.push([...record, field]);
  return all;
}

/** One object a row, by the names in the header. */
export function parse(text) {
  const [header = [], ...rows] = records(text.replace(/^\uFEFF/, ""));
  return rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ""])));
}

export const readCsv = (path) => parse(readFileSync(path, "utf8"));

const quote = (value) => (/[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** Writes rows under these columns; what a row lacks is blank. */
export function writeCsv(path, columns, rows) {
  const line = (row) => columns.map((name) => quote(String(row[name] ?? ""))).join(",");
  writeFileSync(path, [columns.join(","), ...rows.map(line), ""].join("\n"));
}
