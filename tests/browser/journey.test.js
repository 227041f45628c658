// The main job in a browser, by six people: a starter, her invitation, her levels, what was seen of them, the figure.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openBrowser, shareEsteem, signIn } from "./esteem.js";

const TEAM = "T-P01";
const EMAIL = "nadia.miah@practice.example";
const PASSWORD = "walnut harbour signal 7";
const YESTERDAY = "2026-11-01";

const shared = shareEsteem();

/** Somebody of the demonstration, signed in; `faults` stays empty. */
async function person(name) {
  const opened = await openBrowser(shared);
  await signIn(opened.page, `${name}@demo.example`, shared.esteem.password);
  return opened;
}

const main = (page) => page.locator("main");
const press = (page, name) => main(page).getByRole("button", { name }).click();
const follow = (page, name) => main(page).getByRole("link", { name }).first().click();
const says = (page, words) => main(page).getByText(words).first().waitFor();

async function enterDate(page, question, [day, month, year]) {
  const boxes = main(page).getByRole("group", { name: question });
  await boxes.getByLabel("Day").fill(day);
  await boxes.getByLabel("Month").fill(month);
  await boxes.getByLabel("Year").fill(year);
}

/** How many requirements of risk are met in the team, as the lead's heatmap tells it to the ear. */
async function figure(lead, asAt) {
  await lead.page.goto(`/coverage?in=${TEAM}${asAt ? `&as_at=${asAt}` : ""}`);
  const row = await main(lead.page).locator("tbody tr").first().innerText();
  const [, , , risk] = row.matchAll(/(\d+) of (\d+) requirements met/g); // after everything asked, and two domains
  return [Number(risk[1]), Number(risk[2])];
}

test("a practice manager adds a starter, who is invited, assesses herself, and is confirmed; the figure moves", async () => {
  const lead = await person("maureen.castell");
  const yesterday = await figure(lead, YESTERDAY);
  assert.deepEqual(await figure(lead), yesterday, "nothing has happened today yet");

  const manager = await person("denise.okoro");
  await manager.page.goto(`/teams/${TEAM}`);
  await follow(manager.page, "Add a starter");
  await press(manager.page, "Add this starter");
  await says(manager.page, "Enter the employee number");
  await main(manager.page).getByLabel("Employee number").fill("E990001");
  await main(manager.page).getByLabel("First name").fill("Nadia");
  await main(manager.page).getByLabel("Last name").fill("Miah");
  await main(manager.page).getByLabel("Work email address").fill(EMAIL);
  await main(manager.page).getByLabel("Role").selectOption("Practice nurse");
  await main(manager.page).getByLabel("Full-time equivalent").fill("0.60");
  await main(manager.page).getByLabel("Category").selectOption("Permanent");
  await enterDate(manager.page, "First day", ["2", "11", "2026"]);
  await press(manager.page, "Add this starter");
  await says(manager.page, "Nadia Miah’s post as Practice nurse starts on 2 November 2026");
  const [met, asked] = await figure(lead);
  assert.deepEqual([met, asked], [yesterday[0], yesterday[1] + 3], "three more of risk are asked, and none is met");

  const administrator = await person("yusra.hakimi");
  await administrator.page.goto("/accounts/add");
  await main(administrator.page).getByLabel("Email address").fill(EMAIL);
  await press(administrator.page, "Add account and make a link");
  const link = await main(administrator.page).locator("code").innerText();

  const nurse = await openBrowser(shared);
  await nurse.page.goto(link);
  await main(nurse.page).getByLabel("New password").fill(PASSWORD);
  await main(nurse.page).getByLabel("The same password again").fill(PASSWORD);
  await press(nurse.page, "Set password and sign in");
  await says(nurse.page, "Your password is set");
  await follow(nurse.page, "My competencies");
  await says(nurse.page, "Practice nurse, Alder Wharf Surgery");
  for (const code of ["RSK-1", "RSK-3"]) {
    await nurse.page.goto(`/my/competencies/${code}`);
    await main(nurse.page).getByLabel("3 Practises with support").first().check();
    await press(nurse.page, "Save my level");
    await says(nurse.page, "Saved your own level: 3");
    await main(nurse.page).getByText("Ask for confirmation").first().click();
    const form = main(nurse.page).locator("form").filter({ has: nurse.page.getByLabel("Describe it in a sentence") });
    await form.getByLabel("3 Practises with support").check();
    await form.getByLabel(/^Observation/).check();
    await form.getByRole("textbox").first().fill("Seen in clinic with the integrated team");
    await form.getByRole("button", { name: "Ask for confirmation" }).click();
    await says(nurse.page, "Your request was sent");
  }

  const assessor = await person("grace.adomako");
  await assessor.page.goto("/confirm");
  await follow(assessor.page, "Nadia Miah in Ask about suicide and self-harm");
  await press(assessor.page, "Confirm this level");
  await says(assessor.page, "You confirmed level 3 of Nadia Miah in “Ask about suicide and self-harm”");
  await follow(assessor.page, "Nadia Miah in Make a safety plan");
  await main(assessor.page).getByText("Send it back instead").click();
  await main(assessor.page).getByLabel("What is missing?").fill("Let us look at one together first");
  await press(assessor.page, "Send back");
  await says(assessor.page, "You sent the request of Nadia Miah in “Make a safety plan” back");

  await nurse.page.goto("/");
  await says(nurse.page, "See why 1 request was sent back");
  await nurse.page.goto("/my/competencies/RSK-3");
  await says(nurse.page, "Let us look at one together first");
  assert.deepEqual(await figure(lead), [met + 1, asked], "one more is met");
  assert.deepEqual(await figure(lead, YESTERDAY), yesterday, "yesterday stays as it was");

  await manager.page.goto("/people");
  await follow(manager.page, "Costa, Lucy");
  await follow(manager.page, "End this post");
  await enterDate(manager.page, "Last day in this post", ["2", "11", "2026"]);
  await press(manager.page, "Save the last day");
  await says(manager.page, "Lucy Costa’s post ends on 2 November 2026");
  assert.deepEqual(await figure(lead), [met + 1, asked], "the last day is a day in post");

  const governance = await person("tobias.quayle");
  await governance.page.goto("/sharing/DEMO-P01");
  await main(governance.page).getByLabel("Exact team figures").check();
  await press(governance.page, "Set this level");
  await says(governance.page, "From 2 November 2026: exact team figures");
  assert.deepEqual(await figure(lead), [met + 1, asked], "figures are shared");
  await lead.page.goto(`/coverage/people?in=${TEAM}&item=RSK`);
  await says(lead.page, "Requirements met:");
  const told = await main(lead.page).innerText();
  for (const name of ["Nadia", "Miah", "Noor", "Costa"]) assert.ok(!told.includes(name), `${name} is not for a lead from outside`);
  assert.deepEqual(manager.faults.splice(0), ["console: Failed to load resource: the server responded with a status of 422 (Unprocessable Entity)"], "the empty form");
  for (const one of [lead, manager, administrator, nurse, assessor, governance]) {
    assert.deepEqual(one.faults, []);
    await one.context.close();
  }
});

test("a whole domain is self-assessed by keyboard alone, in fewer presses than two minutes have seconds", async () => {
  const nurse = await person("farzana.noor");
  await nurse.page.goto("/my/domains/PHY");
  const groups = await main(nurse.page).locator("form fieldset").count();
  assert.ok(groups >= 3, `${groups} competencies are asked`);
  let presses = 0;
  const key = async (name) => {
    presses += 1;
    await nurse.page.keyboard.press(name);
  };
  const focused = () => nurse.page.evaluate(() => ({ kind: document.activeElement.type, words: document.activeElement.innerText }));
  const tabTo = async (fits) => {
    do await key("Tab");
    while (!fits(await focused()) && presses < 200);
  };
  for (let nth = 0; nth < groups; nth += 1) {
    await tabTo(({ kind }) => kind === "radio");
    for (let down = 0; down < 3; down += 1) await key("ArrowDown");
  }
  await tabTo(({ words }) => words?.includes("Save my levels"));
  await key("Enter");
  await says(nurse.page, /Saved \d+ levels?/);
  assert.ok(presses < 120, `${presses} presses for ${groups} competencies`);
  assert.deepEqual(nurse.faults, []);
  await nurse.context.close();
});
