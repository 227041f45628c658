// A feed of sessions and the files of mails about them, read by a library that is not ours: 1pm stays 1pm when the clocks change, in
// a series too, and in whichever order mails come a calendar ends with what the page shows.

import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import ICAL from "ical.js";
import { plan, schedule } from "./acts.js";
import { openBrowser, shareEsteem, signIn } from "./esteem.js";
import { invite } from "./mail.js";

// Before the clocks go back on 25 October 2026.
const shared = shareEsteem("2026-10-12", { mails: true });
/** For how long a mail is waited for, in seconds: the program looks for some every 10. */
const PATIENCE = 60;
const main = (page) => page.locator("main");
const press = (page, name) => main(page).getByRole("button", { name, exact: true }).click();

async function enter(name) {
  const opened = await openBrowser(shared);
  await signIn(opened.page, `${name}@demo.example`, shared.esteem.password);
  return opened;
}

/** A session of 90 minutes at 1pm that can be booked; its address. */
async function scheduled(educator, [day, month, year]) {
  const at = await plan(educator.page, `Plans, together; ${year}-${month}-${day}`, [day, month, "1pm", year]);
  await schedule(educator.page, at);
  return at;
}

/** The address at which a calendar reads somebody's sessions. */
async function makeFeed({ page }) {
  await page.goto("/my/calendar");
  const another = main(page).locator("summary", { hasText: "Make a new address" });
  if ((await another.count()) > 0) {
    await another.click();
    await press(page, "Replace my calendar address");
  } else {
    await press(page, "Make a calendar address");
  }
  return main(page).locator("code").innerText();
}

/** What the library makes of a feed: its time zone, and its sessions by title. */
async function read(address) {
  const answer = await fetch(address);
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get("content-type"), "text/calendar; charset=utf-8");
  return opened(new ICAL.Component(ICAL.parse(await answer.text())));
}

function opened(calendar) {
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent("vtimezone"));
  const events = calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
  return { zone, events };
}

/** The files that somebody was sent about sessions with a title, in the order in which they came; so many are waited for. */
async function sent(name, title, many) {
  const about = (file) => file.getFirstSubcomponent("vevent").getFirstPropertyValue("summary") === title;
  const files = () => {
    const letters = shared.mail.taken.filter(({ to }) => to === `${name}@demo.example`);
    const texts = letters.map(invite).filter((text) => text !== undefined);
    return texts.map((text) => new ICAL.Component(ICAL.parse(text))).filter(about);
  };
  for (let waited = 0; files().length < many && waited < PATIENCE; waited += 1) await pause(1000);
  assert.equal(files().length, many, `mails about ${title}`);
  return files();
}

/** Whether a file was overtaken by another about the same name, which has a higher number, or was made later under the same. */
function isOlder(one, other) {
  const [first, second] = [one, other].map((file) => file.getFirstSubcomponent("vevent"));
  const number = (event) => event.getFirstPropertyValue("sequence");
  const stamp = (event) => event.getFirstPropertyValue("dtstamp").toUnixTime();
  return number(first) < number(second) || (number(first) === number(second) && stamp(first) < stamp(second));
}

/** What a calendar shows of a title that is sent these files in this order and keeps to RFC 5546; all are about one name. */
function kept(files, title) {
  const names = new Set(files.map((file) => file.getFirstSubcomponent("vevent").getFirstPropertyValue("uid")));
  assert.equal(names.size, 1, "one name for all of them");
  const last = files.reduce((before, file) => (isOlder(file, before) ? before : file));
  return last.getFirstPropertyValue("method") === "CANCEL" ? [] : expanded(opened(last), title);
}

/** The days of sessions with a title that somebody sees under their own, each from 1pm to half past 2. */
async function ownDays(page, title) {
  await page.goto("/my/sessions");
  const rows = main(page).getByRole("table", { name: "Coming" }).getByRole("row");
  const own = await rows.filter({ has: page.getByRole("link", { name: title, exact: true }) }).allInnerTexts();
  return own.map((words) => {
    const [, day] = /(\d+ \w+ \d{4}), 1pm to 2:30pm/.exec(words);
    return new Date(`${day} UTC`).toISOString().slice(0, 10);
  });
}

/** However the files come, they come to what the page shows. */
async function mailsEndAsThePage({ page }, name, title, many) {
  const files = await sent(name, title, many);
  const own = (await ownDays(page, title)).sort().map(onePm);
  assert.deepEqual(kept(files, title), own, `${many} mails, in order`);
  assert.deepEqual(kept([...files].reverse(), title), own, `${many} mails, the latest first`);
  return own;
}

/** The sessions that the library makes of a title's entries, from the rule and what differs from it: from when to when. */
function expanded({ zone, events }, title) {
  const own = events.filter((event) => event.summary === title).map((event) => event.component);
  const exceptions = own.filter((event) => event.hasProperty("recurrence-id"));
  const sessions = [];
  for (const component of own.filter((event) => !exceptions.includes(event))) {
    const event = new ICAL.Event(component, { exceptions });
    const iterator = event.iterator();
    for (let next = iterator.next(); next; next = iterator.next()) {
      const { startDate, endDate } = event.getOccurrenceDetails(next);
      sessions.push([moment(startDate, zone), moment(endDate, zone)]);
    }
  }
  return sessions.sort();
}

/** The moment at which clocks in the feed's zone show a time. */
function moment(time, zone) {
  const there = time.clone();
  there.zone = zone;
  return new Date(there.toUnixTime() * 1000).toISOString();
}

test("1pm in a feed is 1pm in London, on both sides of each change of the clocks", async () => {
  const educator = await enter("sanjay.merchant");
  const nurse = await enter("farzana.noor");
  const days = [["22", "3", "2027"], ["29", "3", "2027"], ["25", "10", "2027"], ["1", "11", "2027"]];
  for (const day of days) {
    const at = await scheduled(educator, day);
    await nurse.page.goto(at);
    await press(nurse.page, "Book a seat");
    await main(nurse.page).getByText("You have a seat").waitFor();
  }
  const { zone, events } = await read(await makeFeed(nurse));
  assert.equal(zone.tzid, "Europe/London");
  const own = events.filter((event) => event.summary.startsWith("Plans, together; 2027"));
  const told = own.map((event) => [event.summary, moment(event.startDate, zone), moment(event.endDate, zone)]);
  assert.deepEqual(told, [
    ["Plans, together; 2027-3-22", "2027-03-22T13:00:00.000Z", "2027-03-22T14:30:00.000Z"],
    ["Plans, together; 2027-3-29", "2027-03-29T12:00:00.000Z", "2027-03-29T13:30:00.000Z"],
    ["Plans, together; 2027-10-25", "2027-10-25T12:00:00.000Z", "2027-10-25T13:30:00.000Z"],
    ["Plans, together; 2027-11-1", "2027-11-01T13:00:00.000Z", "2027-11-01T14:30:00.000Z"],
  ]);
  for (const event of own) {
    assert.equal(event.startDate.hour, 13);
    assert.equal(event.location, "The surgery, room 2");
    assert.equal(event.attendees.length, 0, "a feed names nobody");
  }
  // Before and after each of two changes.
  const changes = [
    ["2026-10-24T13:00:00", "2026-10-24T12:00:00.000Z"],
    ["2026-10-25T00:30:00", "2026-10-24T23:30:00.000Z"],
    ["2026-10-25T13:00:00", "2026-10-25T13:00:00.000Z"],
    ["2027-03-27T13:00:00", "2027-03-27T13:00:00.000Z"],
    ["2027-03-28T00:30:00", "2027-03-28T00:30:00.000Z"],
    ["2027-03-28T13:00:00", "2027-03-28T12:00:00.000Z"],
  ];
  for (const [shown, instant] of changes) {
    assert.equal(moment(ICAL.Time.fromDateTimeString(shown), zone), instant, shown);
  }
  assert.deepEqual([educator.faults, nurse.faults], [[], []]);
  await Promise.all([educator.context.close(), nurse.context.close()]);
});

/** The address of a session of a series, by how its line begins. */
async function inSeries(page, series, name) {
  await page.goto(series);
  return main(page).getByRole("link", { name }).getAttribute("href");
}

/** The Fridays from 23 October 2026 to 2 April 2027, without the bank holidays among them. */
function fridays() {
  const left = ["2026-12-25", "2027-01-01", "2027-03-26"];
  const day = (week) => new Date(Date.UTC(2026, 9, 23 + 7 * week)).toISOString().slice(0, 10);
  return Array.from({ length: 24 }, (_, week) => day(week)).filter((one) => !left.includes(one));
}

/** From 1pm to half past 2 in London on a day: by Greenwich in winter, an hour before that in summer. */
function onePm(day) {
  const summer = day < "2026-10-25" || day >= "2027-03-28";
  return summer ? [`${day}T12:00:00.000Z`, `${day}T13:30:00.000Z`] : [`${day}T13:00:00.000Z`, `${day}T14:30:00.000Z`];
}

test("a weekly series over both changes of the clocks ends with what its page shows", async () => {
  const educator = await enter("sanjay.merchant");
  const nurse = await enter("farzana.noor");
  const { page } = educator;
  const at = await scheduled(educator, ["23", "10", "2026"]);
  const title = "Plans, together; 2026-10-23";
  await page.goto(`${at}/repeat?pace=weekly&every=1&count=24`);
  await press(page, "Make these sessions");
  await main(page).getByText("Made 20 more sessions").waitFor();
  const series = new URL(page.url()).pathname;
  await nurse.page.goto(series);
  await press(nurse.page, "Book all sessions");
  await main(nurse.page).getByText("You have a seat in 21 sessions").waitFor();
  const feed = await makeFeed(nurse);
  const now = async () => expanded(await read(feed), title);
  const days = fridays();
  assert.deepEqual(await now(), days.map(onePm));
  const mailed = (many) => mailsEndAsThePage(nurse, "farzana.noor", title, many);
  assert.deepEqual(await mailed(1), days.map(onePm));
  const { events } = await read(feed);
  const names = new Set(events.filter((event) => event.summary === title).map((event) => event.uid));
  assert.equal(names.size, 1, "one name for all of them");

  // The second is on the Monday after.
  await page.goto(`${await inSeries(page, series, /^2: Friday 30 October 2026/)}/change`);
  const boxes = main(page).getByRole("group", { name: "On which day is it?" });
  await boxes.getByLabel("Day").fill("2");
  await boxes.getByLabel("Month").fill("11");
  await press(page, "Save the session");
  await main(page).getByText("Saved Plans, together").waitFor();
  const moved = days.map((day) => onePm(day === "2026-10-30" ? "2026-11-02" : day));
  assert.deepEqual(await now(), moved);
  assert.deepEqual(await mailed(2), moved);

  // The last, in summer again, does not take place.
  await page.goto(await inSeries(page, series, /^21: Friday 2 April 2027/));
  await main(page).locator("summary", { hasText: "Cancel this session" }).click();
  await main(page).getByLabel("Too few people would come").check();
  await press(page, "Cancel this session");
  await main(page).getByText("Cancelled this session and 1 booking").waitFor();
  assert.deepEqual(await now(), moved.slice(0, -1));
  assert.deepEqual(await mailed(3), moved.slice(0, -1));
  const told = (await read(feed)).events.filter((event) => event.summary === title);
  assert.deepEqual(new Set(told.map((event) => event.uid)), names, "the same name for ever");
  assert.deepEqual(told.map((event) => event.recurrenceId?.toString() ?? null), [null, "2026-10-30T13:00:00"]);

  // And then nothing of it.
  await page.goto(`${at}/series`);
  const several = main(page).locator("details").filter({ hasText: "Cancel several sessions" });
  await several.locator("summary").click();
  await several.getByLabel("All sessions that have not taken place").check();
  await several.getByLabel("Too few people would come").check();
  await several.getByRole("button", { name: "Cancel these sessions" }).click();
  await main(page).getByText("Cancelled 20 sessions and 20 bookings").waitFor();
  assert.deepEqual(await now(), []);
  assert.deepEqual(await mailed(4), []);
  assert.deepEqual([educator.faults, nurse.faults], [[], []]);
  await Promise.all([educator.context.close(), nurse.context.close()]);
});
