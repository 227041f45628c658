// How somebody else writes the same file: other headers, other dates, other ends of lines, columns that nobody asked for.

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

const HEADERS = [
  (name) => name,
  (name) => name.toUpperCase(),
  (name) => name.replaceAll("_", " "),
  (name) => name.split("_").map((word) => word[0].toUpperCase() + word.slice(1)).join("-"),
];

const DAYS = [
  (day) => day,
  (day) => day.replace(DAY, (_, y, m, d) => `${d}-${MONTHS[Number(m) - 1]}-${y}`),
  (day) => day.replace(DAY, "$1/$2/$3 00:00:00"),
  (day) => day.replace(DAY, "$3/$2/$1"),
];

/** A way of writing a file: `columns` and `rows` become a text. */
export function manner(chance) {
  const [header, day] = [chance.pick(HEADERS), chance.pick(DAYS)];
  const [bom, end] = [chance.often(20) ? "\uFEFF" : "", chance.pick(["\n", "\n", "\r\n"])];
  const always = chance.often(20);
  const extra = chance.often(20) ? ["Favourite colour"] : [];
  const quoted = (value) => (always || /[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  return (columns, rows) => {
    const lines = rows.map((row) => [...columns.map((name) => quoted(day(String(row[name] ?? "")))), ...extra.map(() => "blue")]);
    const head = [...columns.map((name) => quoted(header(name))), ...extra];
    return bom + [head, ...lines].map((line) => line.join(",") + end).join("");
  };
}
