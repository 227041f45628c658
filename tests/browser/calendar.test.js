// A feed of sessions, read by a library that is not ours: 1pm stays 1pm when the clocks change.

import assert from "node:assert/strict";
import { test } from "node:test";
import ICAL from "ical.js";
import { openBrowser, shareEsteem, signIn } from "./esteem.js";

const shared = shareEsteem();
const main = (page) => page.locator("main");
const press = (page, name) => main(page).getByRole("button", { name, exact: true }).click();

async function enter(name) {
  const opened = await openBrowser(shared);
  await signIn(opened.page, `${name}@demo.example`, shared.esteem.password);
  return opened;
}

/** A session of 90 minutes at 1pm, with all that it takes to be scheduled; its address. */
async function schedule({ page }, [day, month, year]) {
  const fill = (label, words) => main(page).getByLabel(label, { exact: true }).fill(words);
  await page.goto("/sessions/new");
  await fill("Title", `Plans, together; ${year}-${month}-${day}`);
  await main(page).getByLabel("Format", { exact: true }).selectOption("workshop");
  const boxes = main(page).getByRole("group", { name: "On which day is it?" });
  for (const [at, name] of ["Day", "Month", "Year"].entries()) await boxes.getByLabel(name).fill([day, month, year][at]);
  await fill("When does it start?", "1pm");
  await fill("How many minutes does it take?", "90");
  await fill("Where is it? (optional)", "The surgery, room 2");
  await main(page).getByLabel("For whom is it held?").selectOption("TH");
  await fill("How many seats are there?", "12");
  await press(page, "Save this draft");
  await main(page).getByText("Before this session can be scheduled").waitFor();
  const at = new URL(page.url()).pathname;
  await page.goto(`${at}/leads`);
  await fill("Their name", "Dr Ito");
  await fill("The organisation they come from", "The trust next door");
  await main(page).getByLabel("They are a mental health professional").check();
  await press(page, "Add this lead");
  await main(page).getByText("Added to those who lead this session").waitFor();
  await page.goto(`${at}/competencies`);
  await main(page).getByLabel(/^RSK-1 /).selectOption("2");
  await press(page, "Save the competencies");
  await press(page, "Schedule this session");
  await main(page).getByText("It can be booked now").waitFor();
  return at;
}

/** The address at which a calendar reads somebody's sessions. */
async function makeFeed({ page }) {
  await page.goto("/my/calendar");
  await press(page, "Make a calendar address");
  return main(page).locator("code").innerText();
}

/** What the library makes of a feed: its time zone, and its sessions by title. */
async function read(address) {
  const answer = await fetch(address);
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get("content-type"), "text/calendar; charset=utf-8");
  const calendar = new ICAL.Component(ICAL.parse(await answer.text()));
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent("vtimezone"));
  const events = calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
  return { zone, events };
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
    const at = await schedule(educator, day);
    await nurse.page.goto(at);
    await press(nurse.page, "Book a seat");
    await main(nurse.page).getByText("You have a seat").waitFor();
  }
  const { zone, events } = await read(await makeFeed(nurse));
  assert.equal(zone.tzid, "Europe/London");
  const told = events.map((event) => [event.summary, moment(event.startDate, zone), moment(event.endDate, zone)]);
  assert.deepEqual(told, [
    ["Plans, together; 2027-3-22", "2027-03-22T13:00:00.000Z", "2027-03-22T14:30:00.000Z"],
    ["Plans, together; 2027-3-29", "2027-03-29T12:00:00.000Z", "2027-03-29T13:30:00.000Z"],
    ["Plans, together; 2027-10-25", "2027-10-25T12:00:00.000Z", "2027-10-25T13:30:00.000Z"],
    ["Plans, together; 2027-11-1", "2027-11-01T13:00:00.000Z", "2027-11-01T14:30:00.000Z"],
  ]);
  for (const event of events) {
    assert.equal(event.startDate.hour, 13);
    assert.equal(event.location, "The surgery, room 2");
    assert.equal(event.attendees.length, 0, "a feed names nobody");
  }
  // The last change before the demonstration's day: there is no session to be planned in the past.
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
