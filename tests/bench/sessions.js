// The files of a large programme for a place of `place.js`, the same every time: who leads, sessions, who booked and came.

import { createWriteStream, writeFileSync } from "node:fs";
import { once } from "node:events";

/** Two years and more of working days, and so many a day to come; those of the past take the rest. */
const FIRST_DAY = Date.UTC(2024, 10, 4);
const TODAY = Date.UTC(2026, 10, 2);
const DAY = 24 * 60 * 60 * 1000;
const DAYS_AHEAD = 100;
const AHEAD_A_DAY = 20;
const CAPACITY = 30;
const LEADS = 50;
/** Why sessions to come go ahead: nobody was promised protected time. */
const REASON = "The practices asked for it";

const isWorkingDay = (day) => ![0, 6].includes(new Date(day).getUTCDay());
const written = (day) => new Date(day).toISOString().slice(0, 10);

/** The working days from one day to before another. */
function workingDays(from, to) {
  const days = [];
  for (let day = from; day < to; day += DAY) if (isWorkingDay(day)) days.push(day);
  return days;
}

/** Sessions in the order of their days: nobody leads two on one day. */
function* planned(many) {
  const [past, ahead] = [workingDays(FIRST_DAY, TODAY), workingDays(TODAY + 7 * DAY, TODAY + DAYS_AHEAD * DAY)];
  const ofPast = many - ahead.length * AHEAD_A_DAY;
  let nth = 0;
  for (const [days, all] of [[past, ofPast], [ahead, many - ofPast]]) {
    for (let of = 0; of < all; of += 1) {
      const day = days[Math.floor((of * days.length) / all)];
      yield { code: `W${nth}`, day, lead: of % LEADS, over: day < TODAY };
      nth += 1;
    }
  }
}

/** Writes `leads.csv`, `sessions.csv` and `attendance.csv`; answers with the code of a session to come on a day without one of E1. */
export async function writeSessions(folder, people, many, bookings) {
  const leads = Array.from({ length: LEADS }, (_, n) => `L${n},Lead${n},Teaches,l${n}@staff.example,T0,PCMHN,1.00,L${n},2023-01-02`);
  const head = "employee_number,first_name,last_name,work_email,team_code,role_code,fte,assignment_number,start_date";
  writeFileSync(`${folder}/leads.csv`, [head, ...leads, ""].join("\n"));
  const [sessions, attendance] = [createWriteStream(`${folder}/sessions.csv`), createWriteStream(`${folder}/attendance.csv`)];
  sessions.write("code,title,starts_at,minutes,lead_employee_number,capacity,format,location,outcomes,audience,state,reason\n");
  attendance.write("session_code,employee_number,state\n");
  const each = bookings / many;
  let person = 0;
  const [ahead, taken] = [new Map(), new Set()];
  for (const { code, day, lead, over } of planned(many)) {
    sessions.write(`${code},Session ${code},${written(day)} 13:00,60,L${lead},${CAPACITY},workshop,Room ${lead},RSK-1:2,,,${over ? "" : REASON}\n`);
    // Whoever comes next in the list: on one day nobody twice, as long as there are enough of them.
    let rows = "";
    for (let nth = 0; nth < each; nth += 1, person += 1) {
      rows += `${code},E${person % people},${over ? "attended" : "booked"}\n`;
      if (person % people === 1) taken.add(day);
    }
    if (!over) ahead.set(day, code);
    if (!attendance.write(rows)) await once(attendance, "drain");
  }
  for (const file of [sessions, attendance]) {
    file.end();
    await once(file, "finish");
  }
  return [...ahead].find(([day]) => !taken.has(day))[1];
}
