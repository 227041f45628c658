// What has to be done before some pages can be reached: by whom, and which page comes of it.

import assert from "node:assert/strict";
import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { readFileSync } from "node:fs";
import { canonical } from "./canonical.js";
import { untilAwake } from "./esteem.js";
import { look, lookOnPhone } from "./look.js";
import { hear, PHONE, tick } from "./phone.js";

const main = (page) => page.locator("main");
const press = (page, name) => main(page).getByRole("button", { name, exact: true }).click();
const file = (name, text) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

/** Follows the first link of a page that leads to an address of this shape. */
async function follow({ page }, shape) {
  const links = await main(page).locator("a").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  const next = links.find((href) => shape.test(href ?? ""));
  assert.ok(next, `${page.url()}: no link like ${shape}`);
  await page.goto(next);
}

/** Does everything, each act after those that it builds on; `person` opens a browser for a name, or for a stranger, and with options. */
export async function lead(person) {
  const administrator = await person("yusra.hakimi");
  await invite(administrator, await person());
  await makeEditor(administrator);
  const editor = await person("sanjay.merchant");
  await draft(editor, await person());
  await publish(administrator);
  await bringCourses(administrator);
  await bringMeasures(administrator);
  await acceptFrom(administrator, await person("farzana.noor"), await person("grace.adomako"));
  await confirm(await person("grace.adomako"), editor);
  await redact(await person("tobias.quayle"));
  await promiseTime(await person("maureen.castell"));
  const workforce = await person("maureen.castell");
  await fund(workforce, await person("denise.okoro"));
  await rule(workforce);
  await group(workforce);
  await scheduleReturns(workforce);
  await publishReturn(workforce, await person("patricia.lindqvist"));
  const at = await teach(editor, await person("farzana.noor"));
  await bringPeople(editor, await person("denise.okoro"), at);
  await cutSeats(editor, at);
  const phone = await person("sanjay.merchant", PHONE);
  await takeRegister(editor, await person("farzana.noor"), await person("grace.adomako"), phone);
}

async function invite({ page }, newcomer) {
  await page.goto("/accounts/add");
  await main(page).getByLabel("Email address").fill("new.nurse@demo.example");
  await press(page, "Add account and make a link");
  await newcomer.page.goto(await main(page).locator("code").innerText());
  await newcomer.arrive();
}

async function makeEditor(administrator) {
  const { page } = administrator;
  await page.goto("/grants/give?search=sanjay.merchant@demo.example");
  await follow(administrator, /^\/grants\/give\/[^?]+$/);
  await main(page).getByLabel("Framework editor").check();
  await main(page).getByLabel("Where does it apply?").selectOption({ label: "Everywhere" });
  await press(page, "Give this grant");
}

/** A draft, its pages, and somebody without an account who is invited to comment on it. */
async function draft(editor, reviewer) {
  const { page } = editor;
  await page.goto("/frameworks");
  await main(page).getByLabel("A copy of the version published last").check();
  await press(page, "Start the draft");
  for (const name of ["domains/new", "domains/RSK", "competencies/new?domain=RSK", "crosswalk", "crosswalk/RSK-1", "comments"]) {
    await page.goto(`/frameworks/2/${name}`);
    await editor.arrive();
  }
  await main(page).getByLabel("Who is invited?").fill("A carer");
  await enterDay(page, "Until when does the link work?", ["30", "11", "2026"]);
  await press(page, "Make a link");
  await reviewer.page.goto(await main(page).locator("code").innerText());
  await reviewer.arrive();
}

async function publish(administrator) {
  await administrator.page.goto("/frameworks/2");
  await follow(administrator, /\/publish$/);
  await administrator.arrive();
}

/** What the place measures besides, from a file. */
async function bringMeasures(administrator) {
  const { page } = administrator;
  const told =
    "code,definition,source,unit,level,scope_code,from,to,value\n" +
    "DEP-1,People with depression who had a review,Practice systems,%,place,TH,2026-04-01,2026-09-30,61.5\n";
  await page.goto("/import");
  await main(page).getByLabel("What is in the file?").selectOption("local_measures");
  await main(page).getByLabel("Choose a file").setInputFiles(file("measures.csv", told));
  await press(page, "Upload and check");
  await press(page, "Import this file");
  await main(page).getByRole("heading", { name: /^Imported/ }).waitFor();
}

/** Certificates from a learning platform: the run, and the course that they name. */
async function bringCourses(administrator) {
  const { page } = administrator;
  const told = "work_email,course,completed_on\nfarzana.noor@demo.example,Talking about suicide,2026-10-05\n";
  await page.goto("/import");
  await main(page).getByLabel("What is in the file?").selectOption("certificates");
  await main(page).getByLabel("Choose a file").setInputFiles(file("certificates.csv", told));
  await press(page, "Upload and check");
  await administrator.arrive();
  await press(page, "Import this file");
  await page.goto("/import/courses");
  await follow(administrator, /^\/import\/courses\/./);
  await administrator.arrive();
}

/** A record that an earlier employer signed, whose key is trusted here. */
async function acceptFrom(administrator, owner, assessor) {
  const record = await recordFromElsewhere(owner);
  await owner.page.goto("/my/record/bring");
  await main(owner.page).getByLabel("Your passport from an earlier employer").setInputFiles(file("passport.json", record.text));
  await press(owner.page, "Bring this record");
  await main(owner.page).getByText("Records you have brought").waitFor();
  await untilAwake(owner.page);
  await look(owner.page, "my_record_bring-brought");
  const { page } = administrator;
  await page.goto("/trusted-issuers/add");
  await main(page).getByLabel("Name of the issuer").fill("Eastern Trust");
  await main(page).getByLabel("Address of their Esteem").fill("https://esteem.eastern.example");
  await main(page).getByLabel("Fingerprint of their key").fill(record.fingerprint);
  await press(page, "Add this issuer");
  await page.goto("/trusted-issuers");
  await follow(administrator, /\/end$/);
  await administrator.arrive();
  await assessor.page.goto("/confirm/records");
  await follow(assessor, /^\/confirm\/records\/./);
  await assessor.arrive();
}

/** The owner's own passport as another installation would have signed it. */
async function recordFromElsewhere({ page }) {
  await page.goto("/my/passport");
  const button = page.getByRole("button", { name: "Download the signed file alone" });
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  const { signature, ...own } = JSON.parse(readFileSync(await download.path(), "utf8"));
  assert.ok(signature);
  const pair = generateKeyPairSync("ed25519");
  const { crv, kty, x } = pair.publicKey.export({ format: "jwk" });
  const issuer = { name: "Eastern Trust", address: "https://esteem.eastern.example" };
  const said = { ...own, issuer, key: { crv, kty, x } };
  const signed = sign(null, Buffer.from(canonical(said)), pair.privateKey).toString("base64url");
  const fingerprint = createHash("sha256").update(JSON.stringify({ crv, kty, x })).digest("base64url");
  return { text: JSON.stringify({ ...said, signature: signed }), fingerprint };
}

/** Several requests side by side; what was seen, without a request; and a level 5 that a second assessor signs too. */
async function confirm(assessor, second) {
  const { page } = assessor;
  await page.goto("/confirm");
  for (const box of (await main(page).getByRole("checkbox").all()).slice(0, 2)) await box.check();
  await press(page, "Open those chosen side by side");
  await assessor.arrive();
  for (const nth of [0, 1, 2, 3, 4, 5, 6, 7]) {
    await assessor.page.goto(await holderOf4(page, nth));
    if (nth === 0) await assessor.arrive();
    await main(page).getByLabel(/^5 /).first().check();
    await main(page).getByLabel("Teaching or supervising others").first().check();
    await press(page, "Confirm what I saw");
    // Where she holds 5 herself, her word is enough.
    await second.page.goto("/confirm");
    const waits = main(second.page).locator("a[href^='/confirm/countersign/']");
    if ((await waits.count()) > 0) break;
  }
  await follow(second, /^\/confirm\/countersign\/./);
  await second.arrive();
}

/** The page on which to say what was seen of the nth level 4 of those to whom something falls due. */
async function holderOf4(page, nth) {
  await page.goto("/confirm/due");
  const people = await main(page).locator("tbody a").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  const found = [];
  for (const href of people) {
    await page.goto(href);
    const held = main(page).locator(".nhsuk-checkboxes__item", { hasText: "confirmed at 4" }).getByRole("checkbox");
    const codes = await held.evaluateAll((all) => all.map((box) => box.value));
    found.push(...codes.map((code) => `${href}/observe?code[]=${code}`));
    if (found.length > nth) return found[nth];
  }
  return assert.fail("nobody holds a level 4");
}

async function redact(governance) {
  await governance.page.goto("/redactions?search=Farzana");
  await follow(governance, /^\/redactions\/people\//);
  await governance.arrive();
  await follow(governance, /^\/redactions\/texts\//);
  await governance.arrive();
}

/** More protected time from January on, for the first who teaches. */
async function promiseTime(lead) {
  const { page } = lead;
  await page.goto("/protected-time");
  await follow(lead, /^\/protected-time\/[^?/]+$/);
  await main(page).locator("summary", { hasText: "Give protected time" }).click();
  await main(page).getByLabel("How much?").fill("1");
  await main(page).getByLabel("Programmed activities (PAs) a week, of 4 hours").check();
  await enterDay(page, "First day", ["4", "1", "2027"]);
  await main(page).getByLabel("Where does the time come from?").fill("Job plan 2026");
  await main(page).getByLabel("Who agreed to it?").fill("The medical director");
  await press(page, "Give this time");
  await main(page).getByText("Saved the protected time").waitFor();
  await lead.arrive();
  await follow(lead, /^\/protected-time\/.+\/change$/);
  await lead.arrive();
}

/** A scheme that pays for sessions since April, and a practice's claim under it. */
async function fund(lead, manager) {
  const { page } = lead;
  const fill = (label, words) => main(page).getByLabel(label, { exact: true }).fill(words);
  await page.goto("/funding-schemes/add");
  await lead.arrive();
  await fill("Name of the scheme", "Protected learning");
  await fill("Who pays?", "The integrated care board");
  await main(page).getByLabel("Whose teams is it for?").selectOption("TH");
  await fill("Pounds for a session", "300");
  await fill("Pounds for each branch that closes (optional)", "100");
  await enterDay(page, "First day", ["1", "4", "2026"]);
  await press(page, "Add this scheme");
  await main(page).getByText("Added Protected learning").waitFor();
  await lead.arrive();
  await follow(lead, /^\/funding-schemes\/.+\/change$/);
  await lead.arrive();
  await manager.page.goto("/teams/T-P01/claims");
  await manager.arrive();
  await main(manager.page).getByRole("button", { name: "Make this claim" }).first().click();
  await main(manager.page).getByText("Made this claim").waitFor();
  await manager.arrive();
}

/** What cover a practice must have in emergencies, from some day on. */
async function rule(lead) {
  const { page } = lead;
  const fill = (label, words) => main(page).getByLabel(label, { exact: true }).fill(words);
  await page.goto("/coverage/rules/add");
  await lead.arrive();
  await main(page).getByLabel("Team, for a rule for one team (optional)").selectOption("T-P01");
  await main(page).getByLabel("In which domain or competency?").selectOption("domain:EMG");
  await fill("How many people must hold each competency?", "2");
  await fill("From how many professions?", "1");
  await enterDay(page, "First day", ["4", "1", "2027"]);
  await press(page, "Add this rule");
  await main(page).getByText("Added the cover rule").waitFor();
  await lead.arrive();
  await follow(lead, /^\/coverage\/rules\/.+\/change$/);
  await lead.arrive();
}

/** A named group, of which one practice's team is the first member. */
async function group(lead) {
  const { page } = lead;
  const fill = (label, words) => main(page).getByLabel(label, { exact: true }).fill(words);
  await page.goto("/coverage/groups/add");
  await lead.arrive();
  await follow(lead, /^\/coverage\/groups\/add\?of=teams$/);
  await lead.arrive();
  await fill("Code", "TWO");
  await fill("Name", "Two practices");
  await main(page).getByLabel("Which is the first of its teams?").selectOption("T-P01");
  await press(page, "Add this group");
  await main(page).getByText("Added the named group").waitFor();
  await lead.arrive();
  await follow(lead, /^\/coverage\/groups\/.+\/members\/.+$/);
  await lead.arrive();
  await page.goto("/coverage?in=TWO");
  await lead.arrive();
}

/** The coverage of the place with what it measures besides, then compared with another day; and its returns, prepared by themselves. */
async function scheduleReturns(lead) {
  const { page } = lead;
  await page.goto("/coverage?in=TH");
  await main(page).getByRole("heading", { name: "Local measures" }).waitFor();
  await untilAwake(page);
  await look(page, "coverage-local-measures");
  await page.goto("/coverage?in=TH&scope=network&compared_with=2026-03-31");
  await look(page, "coverage-compared");
  await page.goto("/returns/schedule");
  await lead.arrive();
  await main(page).getByRole("button", { name: /^Switch on/ }).first().click();
  await main(page).getByText("are prepared automatically from now on").waitFor();
  await lead.arrive();
}

/** The return of the place from its first counting to its submission; somebody else approves it. */
async function publishReturn(lead, approver) {
  const { page } = lead;
  await page.goto("/returns");
  await press(page, "Prepare this return");
  await main(page).getByText("is prepared from what is known today").waitFor();
  const at = new URL(page.url()).pathname;
  await lead.arrive();
  await page.goto(`${at}/figures?rows=organisation`);
  await lead.arrive();
  await page.goto(`${at}/needs`);
  await lead.arrive();
  await follow(lead, /\/needs\/say\?/);
  await lead.arrive();
  await main(page).getByLabel("What do you say of it?").fill("Two nurses train in May");
  await press(page, "Save these words");
  await main(page).getByText("Saved what you say of this need").waitFor();
  await page.goto(at);
  for (const box of await main(page).locator("textarea").all()) {
    if (await box.isVisible()) await box.fill("It is known, and being mended");
  }
  await press(page, "I have checked it");
  await main(page).getByText("You checked this return").waitFor();
  await approver.page.goto(at);
  await approver.arrive();
  await press(approver.page, "Approve this return");
  await main(approver.page).getByText("You approved this return").waitFor();
  await page.goto(at);
  await untilAwake(page);
  await look(page, "returns_id-to-submit");
  await main(page).getByRole("checkbox").check();
  await press(page, "Submit this return");
  await main(page).getByText("submitted and locked").waitFor();
  await untilAwake(page);
  await look(page, "returns_id-submitted");
  await page.goto(`${at}/annex`);
  await lead.arrive();
}

/** Begins a draft with all that its first form asks; answers with its address. */
export async function plan(page, title, [day, month, time, year = "2026"]) {
  const fill = (label, words) => main(page).getByLabel(label, { exact: true }).fill(words);
  await page.goto("/sessions/new?one_page=yes");
  await fill("Title", title);
  await main(page).getByLabel("Format", { exact: true }).selectOption("workshop");
  await enterDay(page, "On which day is it?", [day, month, year]);
  await fill("When does it start?", time);
  await fill("How many minutes does it take?", "90");
  await fill("Where is it? (optional)", "The surgery, room 2");
  await main(page).getByLabel("For whom is it held?").selectOption("TH");
  await fill("How many seats are there?", "12");
  await press(page, "Save this draft");
  await main(page).getByText("Before this session can be scheduled").waitFor();
  return new URL(page.url()).pathname;
}

/** Says who else leads a draft and what it builds, and schedules it: in the psychiatrist's protected time. */
export async function schedule(page, at) {
  const fill = (label, words) => main(page).getByLabel(label, { exact: true }).fill(words);
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
}

/** Somebody who leads it was promised no time, so it is asked why a session goes ahead. */
async function sayWhy(page) {
  await main(page).getByLabel("Why does it go ahead without protected time?", { exact: true }).fill("The practices asked for it");
}

/** A session is planned one decision a page, and its answers are checked before they become a draft. */
async function planByStep(educator) {
  const { page } = educator;
  const fill = (label, words) => main(page).getByLabel(label, { exact: true }).fill(words);
  const goOn = async (next) => {
    await press(page, "Save and continue");
    await page.waitForURL(`**${next}`);
  };
  await page.goto("/sessions/plan/what");
  await educator.arrive();
  await fill("Title", "Listening well");
  await main(page).getByLabel("Format", { exact: true }).selectOption("workshop");
  await goOn("/sessions/plan/when");
  await enterDay(page, "On which day is it?", ["3", "2", "2027"]);
  await fill("When does it start?", "9am");
  await fill("How many minutes does it take?", "60");
  await goOn("/sessions/plan/where");
  await fill("Where is it? (optional)", "The surgery, room 2");
  await goOn("/sessions/plan/for-whom");
  await main(page).getByLabel("For whom is it held?").selectOption("TH");
  await goOn("/sessions/plan/seats");
  await fill("How many seats are there?", "12");
  await goOn("/sessions/plan");
  await educator.arrive();
  await press(page, "Make the draft");
  await main(page).getByText("Before this session can be scheduled").waitFor();
  await page.goto("/sessions/new?one_page=yes");
  await educator.arrive();
}

/** A session is planned on each of its pages, and a nurse takes a seat. */
async function teach(educator, nurse) {
  const { page } = educator;
  await planByStep(educator);
  const at = await plan(page, "Safety plans", ["7", "12", "1pm"]);
  await educator.arrive();
  for (const inner of ["change", "seats", "teams", "guests", "times", "leads", "competencies"]) {
    await page.goto(`${at}/${inner}`);
    await educator.arrive();
  }
  await schedule(page, at);
  await nurse.page.goto(at);
  await press(nurse.page, "Book a seat");
  await main(nurse.page).getByText("You have a seat").waitFor();
  await nurse.arrive();
  await cancelBooking(page, at);
  await repeat(educator, nurse, at);
  await planSteps(educator);
  await record(educator);
  await lookThrough(nurse);
  return at;
}

/** A manager books for her people and asks for a session; the educator adds a guest, and reads what is asked. */
async function bringPeople(educator, manager, at) {
  await manager.page.goto(`${at}/people`);
  await manager.arrive();
  await main(manager.page).getByRole("checkbox").first().check();
  await press(manager.page, "Book the people ticked on this page");
  await main(manager.page).getByText("1 person has a seat").waitFor();
  await untilAwake(manager.page);
  await look(manager.page, "sessions_id_people-booked");
  const fill = (page, label, words) => main(page).getByLabel(label, { exact: true }).fill(words);
  await manager.page.goto("/teams/T-P01/session-requests");
  await manager.arrive();
  await fill(manager.page, "What does the team need?", "Capacity and consent, for home visits");
  await enterDay(manager.page, "By when?", ["31", "1", "2027"]);
  await fill(manager.page, "Roughly how many people would come?", "8");
  await press(manager.page, "Ask for this session");
  await main(manager.page).getByText("Educators who teach for your team see it").waitFor();
  await untilAwake(manager.page);
  await look(manager.page, "teams_code_session_requests-asked");
  const { page } = educator;
  await page.goto("/session-requests");
  await educator.arrive();
  await follow(educator, /^\/sessions\/new\?request=/);
  await untilAwake(page);
  await look(page, "sessions_new-from-a-request");
  await page.goto(`${at}/guests`);
  await fill(page, "Their name", "Ada");
  await fill(page, "The organisation they come from", "Mind");
  await main(page).getByLabel("Their profession").selectOption("*");
  await fill(page, "Which other profession? (optional)", "Peer support");
  await press(page, "Add this guest");
  await main(page).getByText("Ada has a seat").waitFor();
  await untilAwake(page);
  await look(page, "sessions_id_guests-added");
}

/** There are to be fewer seats than are held, so the educator is asked whose booking is cancelled: the guest's. */
async function cutSeats({ page }, at) {
  await page.goto(`${at}/change`);
  await main(page).getByLabel("How many seats are there?", { exact: true }).fill("2");
  await press(page, "Save the session");
  await main(page).getByText("There is a problem").waitFor();
  await untilAwake(page);
  await look(page, "sessions_id_change-whose-booking");
  await main(page).getByRole("checkbox", { name: "Ada", exact: true }).check();
  await press(page, "Save the session");
  await main(page).getByText("and cancelled 1 booking").waitFor();
}

/** The sessions of a month and of a week; a month on a phone is a list. */
async function lookThrough({ page }) {
  for (const [view, days] of [["month", "2026-12"], ["week", "2026-W50"]]) {
    await page.goto(`/sessions?view=${view}&${view}=${days}`);
    await main(page).getByText("Safety plans").first().waitFor();
    await untilAwake(page);
    await look(page, `sessions-${view}`);
    if (view === "month") {
      await lookOnPhone(page);
      await hear(page);
    }
  }
}

/** The session again on the next Mondays, of which a bank holiday is left out; all of them changed; a nurse books them. */
async function repeat(educator, nurse, at) {
  const { page } = educator;
  await page.goto(`${at}/repeat?pace=weekly&every=1&count=4`);
  await educator.arrive();
  await press(page, "Make these sessions");
  await main(page).getByText("Made 2 more sessions").waitFor();
  const series = new URL(page.url()).pathname;
  await educator.arrive();
  await page.goto(`${series}/practices`);
  await educator.arrive();
  await page.goto(`${at}/series`);
  await educator.arrive();
  await nurse.page.goto(series);
  await press(nurse.page, "Book all sessions");
  await main(nurse.page).getByText("You have a seat in 3 sessions").waitFor();
  await untilAwake(nurse.page);
  await look(nurse.page, "sessions_series_id-booked");
  await nurse.page.goto(at);
  await untilAwake(nurse.page);
  await look(nurse.page, "sessions_id-in-a-series");
}

/** All steps of a programme as a series of drafts. */
async function planSteps(educator) {
  const { page } = educator;
  await page.goto("/programmes/TH-SMI/series?day=2027-02-01&time=1pm&pace=weekly&every=1");
  await educator.arrive();
  await main(page).getByLabel("For whom is it held?").selectOption("TH");
  await main(page).getByLabel("How many seats are there?", { exact: true }).fill("12");
  await press(page, "Save these drafts");
  await main(page).getByText("sessions as drafts").waitFor();
  await untilAwake(page);
  await look(page, "sessions_series_id-drafts-of-steps");
}

/** What took place before anybody wrote it down: the form, and the draft that comes of it. */
async function record(educator) {
  const { page } = educator;
  const fill = (label, words) => main(page).getByLabel(label, { exact: true }).fill(words);
  await page.goto("/sessions/record");
  await educator.arrive();
  await fill("Title", "Grief and loss");
  await main(page).getByLabel("Format", { exact: true }).selectOption("short");
  await enterDay(page, "On which day is it?", ["5", "10", "2026"]);
  await fill("When does it start?", "1pm");
  await fill("How many minutes does it take?", "60");
  await fill("Where is it? (optional)", "The surgery, room 2");
  await main(page).getByLabel("For whom is it held?").selectOption("TH");
  await fill("How many seats are there?", "12");
  await press(page, "Save this draft");
  await main(page).getByText("The time of this draft has passed").waitFor();
  await untilAwake(page);
  await look(page, "sessions_id-recorded");
}

/** A session of this very evening: its register is open all day. */
async function takeRegister(educator, nurse, assessor, phone) {
  const { page } = educator;
  const at = await plan(page, "Listening", ["2", "11", "11:59pm"]);
  await schedule(page, at);
  await page.goto(`${at}/leads`);
  const colleague = main(page).getByLabel("A colleague’s work email or employee number");
  await colleague.fill("grace.adomako@demo.example");
  await press(page, "Add this lead");
  await main(page).getByText("Added to those who lead this session").waitFor();
  // A psychiatrist of the liaison team.
  await colleague.fill("E000006");
  await press(page, "Add this lead");
  await sayWhy(page);
  await untilAwake(page);
  await look(page, "sessions_id_leads-reason");
  await press(page, "Add this lead");
  await main(page).getByText("Added to those who lead this session").waitFor();
  await assessor.page.goto(`${at}/confirm`);
  await assessor.arrive();
  await nurse.page.goto(at);
  await press(nurse.page, "Book a seat");
  await main(nurse.page).getByText("You have a seat").waitFor();
  await nurse.page.goto(`${at}/check-in`);
  await nurse.arrive();
  for (const inner of ["sheet", "code", "register"]) {
    await page.goto(`${at}/${inner}`);
    await educator.arrive();
  }
  await tick(phone, at);
  await nurse.page.goto(`${at}/feedback`);
  await nurse.arrive();
}

/** The educator cancels the nurse's booking, from the list of those who booked. */
async function cancelBooking(page, at) {
  await page.goto(at);
  await main(page).getByText(/^Cancel the booking of/).click();
  await untilAwake(page);
  await look(page, "sessions_id-bookings");
  await main(page).getByRole("button", { name: /^Cancel this booking/ }).click();
  await main(page).getByText("Cancelled this booking").waitFor();
}

async function enterDay(page, question, parts) {
  const boxes = main(page).getByRole("group", { name: question });
  for (const [at, name] of ["Day", "Month", "Year"].entries()) await boxes.getByLabel(name).fill(parts[at]);
}
