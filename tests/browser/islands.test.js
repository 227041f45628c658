// What needs the bundle: it wakes under the page's own policy, does its work, and is light enough for a phone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { plan, schedule } from "./acts.js";
import { openBrowser, shareEsteem, signIn, untilAwake } from "./esteem.js";

const NURSE = "farzana.noor@demo.example";
const EDUCATOR = "sanjay.merchant@demo.example";
const LEAD = "maureen.castell@demo.example";
/** The most that a first visit loads, and WebAssembly's part of it, in bytes on the wire. */
const MOST = 100_000;
const MOST_WASM = 60_000;

const shared = shareEsteem();

test("a box narrows the list of competencies to those with some words", async () => {
  const { page, faults } = await openBrowser(shared);
  await signIn(page, NURSE, shared.esteem.password);
  await page.goto("/my/competencies");
  const box = page.getByRole("searchbox", { name: "Find a competency" });
  await box.fill("SUICIDE");
  const rows = page.locator("main section tbody tr:visible");
  await assert.doesNotReject(page.waitForFunction(() => [...document.querySelectorAll("main section tbody tr")].filter((row) => row.checkVisibility()).length === 1));
  assert.match(await rows.innerText(), /Ask about suicide and self-harm/);
  await box.fill("xylophone");
  await page.getByRole("status").filter({ hasText: "Nothing in this list has these words." }).waitFor();
  await box.fill("");
  assert.ok((await rows.count()) > 20, "all of them again");
  assert.deepEqual(faults, []);
});

test("without scripts every row is there, and no box that does nothing", async () => {
  const { page, faults } = await openBrowser(shared, { javaScriptEnabled: false });
  await signIn(page, NURSE, shared.esteem.password);
  await page.goto("/my/competencies");
  assert.equal(await page.getByRole("searchbox", { name: "Find a competency" }).isVisible(), false);
  assert.ok((await page.locator("main section tbody tr").count()) > 20);
  assert.deepEqual(faults, []);
});

test("a long text says when its end is near", async () => {
  const { page, faults } = await openBrowser(shared);
  await signIn(page, NURSE, shared.esteem.password);
  await page.goto("/my/competencies/LTC-5");
  await untilAwake(page);
  await page.getByText("This is not part of my post").click();
  const form = page.locator("form").filter({ has: page.getByLabel("Why is it not part of your post?") });
  await form.getByRole("textbox").fill("x".repeat(490));
  await form.getByText("You have 10 characters left").waitFor();
  assert.deepEqual(faults, []);
});

test("what is ticked in a register is kept without a connection, and over a sign-in that ended", async () => {
  const { context, page } = await openBrowser(shared, { bypassCSP: true });
  await signIn(page, EDUCATOR, shared.esteem.password);
  const at = await plan(page, "Keeping", ["2", "11", "11:59pm"]);
  await schedule(page, at);
  await page.goto(`${at}/guests`);
  await page.locator("main").getByLabel("Their name", { exact: true }).fill("Ada");
  await page.locator("main").getByLabel("The organisation they come from", { exact: true }).fill("Mind");
  await page.locator("main").getByLabel("Their profession").selectOption("*");
  await page.locator("main").getByLabel("Which other profession? (optional)", { exact: true }).fill("Peer support");
  await page.getByRole("button", { name: "Add this guest", exact: true }).click();
  await page.getByText("Ada has a seat").waitFor();
  const nurse = await openBrowser(shared);
  await signIn(nurse.page, NURSE, shared.esteem.password);
  await nurse.page.goto(at);
  await nurse.page.getByRole("button", { name: "Book a seat", exact: true }).click();
  await nurse.page.getByText("You have a seat").waitFor();
  const says = (words) => page.locator("main").getByRole("status").filter({ hasText: words }).waitFor({ timeout: 20_000 });
  // By name: the guest, then the nurse.
  const answer = (label, nth = 0) => page.locator("main").getByLabel(label).nth(nth);
  await page.goto(`${at}/register`);
  await untilAwake(page);
  await context.setOffline(true);
  const counts = (name, people) => page.locator(".nhsuk-summary-list__row").filter({ hasText: name }).getByText(people, { exact: true }).waitFor();
  await counts("Not said", "2 people");
  await answer("Arrived").check();
  await counts("Arrived", "1 person");
  await counts("Not said", "1 person");
  await says("Not saved yet – trying again");
  await page.getByRole("button", { name: "Save, and everyone else arrived", exact: true }).click();
  await says("You are offline. What you ticked is kept on this device");
  await context.setOffline(false);
  await page.getByText("Saved the register for 1 person").waitFor({ timeout: 20_000 });
  await untilAwake(page);
  await counts("Arrived", "2 people");
  await answer("Not said", 1).check();
  await counts("Not said", "1 person");
  await says(/^Saved$/);
  await context.clearCookies();
  await answer("Came for a part", 1).check();
  await counts("Not said", "0 people");
  await says("Sign in again");
  const colleague = await openBrowser(shared, { javaScriptEnabled: false });
  await signIn(colleague.page, LEAD, shared.esteem.password);
  await colleague.page.goto(`${at}/register`);
  await colleague.page.locator("main").getByLabel("Arrived").nth(1).check();
  await colleague.page.getByRole("button", { name: "Save the register", exact: true }).click();
  await colleague.page.getByText("Saved the register").waitFor();
  await signIn(page, EDUCATOR, shared.esteem.password);
  await page.goto(`${at}/register`);
  await untilAwake(page);
  await says("What you ticked before was not saved");
  assert.ok(await answer("Came for a part", 1).isChecked());
  await page.getByRole("button", { name: "Save the register", exact: true }).click();
  await page.getByText("“Arrived” was said meanwhile").first().waitFor();
  assert.ok(await answer("Came for a part", 1).isChecked(), "what was ticked stays");
  await page.getByRole("button", { name: "Save the register", exact: true }).click();
  await page.getByText("Saved the register").waitFor();
  await untilAwake(page);
  assert.ok(await answer("Came for a part", 1).isChecked(), "the server has it");
  assert.equal(await page.getByText("What you ticked before was not saved").isVisible(), false, "and nothing is kept");
  await context.close();
});

test("a first visit loads less than 100 KB, of which WebAssembly is less than 60", async () => {
  const { context, page } = await openBrowser(shared);
  const network = await context.newCDPSession(page);
  const [paths, weights] = [new Map(), new Map()];
  network.on("Network.responseReceived", ({ requestId, response }) => paths.set(requestId, new URL(response.url).pathname));
  network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => weights.set(paths.get(requestId), encodedDataLength));
  await network.send("Network.enable");
  await signIn(page, NURSE, shared.esteem.password);
  await page.goto("/my/competencies", { waitUntil: "networkidle" });
  const all = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const wasm = [...weights].find(([path]) => path.endsWith(".wasm"))?.[1];
  const told = JSON.stringify(Object.fromEntries(weights));
  assert.ok(wasm < MOST_WASM && wasm > 0, told);
  assert.ok(all < MOST, `${all}: ${told}`);
});
