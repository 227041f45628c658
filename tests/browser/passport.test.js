// A passport that a person downloads, checked by a program that is not ours: Node's own Ed25519 over the published key.

import assert from "node:assert/strict";
import { createHash, createPublicKey, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { canonical } from "./canonical.js";
import { openBrowser, shareEsteem, signIn } from "./esteem.js";

const shared = shareEsteem();

/** Whether a published key signed all of a passport but its signature. */
function isSigned({ signature, ...statement }, jwk) {
  const key = createPublicKey({ key: jwk, format: "jwk" });
  return verify(null, Buffer.from(canonical(statement)), key, Buffer.from(signature, "base64url"));
}

/** The passport of the first of the demonstration's people who has one to make. */
async function download() {
  for (const email of shared.esteem.emails) {
    const { context, page, faults } = await openBrowser(shared);
    await signIn(page, email, shared.esteem.password);
    await page.goto("/my/passport");
    const button = page.getByRole("button", { name: "Download the signed file alone" });
    if ((await button.count()) > 0) {
      const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
      assert.match(file.suggestedFilename(), /^passport-2026-11-02\.json$/);
      return { path: await file.path(), context, page, faults };
    }
    await context.close();
  }
  throw new Error("nobody in the demonstration has anything confirmed");
}

test("a passport is signed by the published key, and its page says so", async () => {
  const { path, context, page, faults } = await download();
  const passport = JSON.parse(readFileSync(path, "utf8"));
  const { keys } = await (await fetch(`${shared.esteem.base}/.well-known/esteem-keys.json`)).json();
  const jwk = keys.find(({ x }) => x === passport.key.x);
  assert.ok(jwk, "the key in the passport is published");
  assert.ok(isSigned(passport, jwk));
  const members = JSON.stringify({ crv: jwk.crv, kty: jwk.kty, x: jwk.x });
  assert.equal(createHash("sha256").update(members).digest("base64url"), jwk.kid, "RFC 7638");

  const [first, ...others] = passport.competencies;
  const raised = { ...passport, competencies: [{ ...first, level: first.level + 1 }, ...others] };
  assert.ok(!isSigned(raised, jwk), "the other program looks");

  await page.goto("/verify");
  await page.getByLabel("Choose the file of the passport").setInputFiles(path);
  await page.getByRole("button", { name: "Check this passport" }).click();
  await page.getByRole("heading", { name: "Result: Intact", exact: true }).waitFor();
  await page.getByLabel("Or paste its text").fill(JSON.stringify(raised));
  await page.getByRole("button", { name: "Check this passport" }).click();
  await page.getByRole("heading", { name: "Result: Altered", exact: true }).waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});
