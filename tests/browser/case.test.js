// What other programs read of a published framework, held against the schema of CASE 1.0 by a validator that is not ours.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { shareEsteem } from "./esteem.js";

const SCHEMA = fileURLToPath(new URL("../../../shared/data/schemas/case-v1p0-cfpackage-schema.json", import.meta.url));

const shared = shareEsteem();

/** Says what is wrong with a value; nothing when it is valid. */
function validator(schema) {
  // Not strict about the schema itself, which has a word that no validator knows.
  const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
  const validate = ajv.compile(schema);
  return (value) => (validate(value) ? [] : validate.errors.map((error) => `${error.instancePath} ${error.message}`));
}

test("the package of a published framework is valid CASE 1.0", async (t) => {
  if (!existsSync(SCHEMA)) {
    console.error(`\n!!! NOT TESTED: ${SCHEMA} is not there, so no package was held against it.\n`);
    return t.skip("no schema");
  }
  const schema = JSON.parse(readFileSync(SCHEMA, "utf8"));
  const faults = validator(schema);
  const get = async (path) => (await fetch(`${shared.esteem.base}/ims/case/v1p0/${path}`)).json();
  const { CFDocuments: documents } = await get("CFDocuments");
  assert.ok(documents.length > 0, "nothing is published");
  for (const { identifier } of documents) {
    const whole = await get(`CFPackages/${identifier}`);
    assert.deepEqual(faults(whole), []);
    // The schema takes any unknown field of an item; what it does not name is not written.
    for (const [list, kind] of [["CFItems", "CFPackageItem"], ["CFAssociations", "CFPackageAssociation"]]) {
      const named = Object.keys(schema.definitions[kind].properties);
      const written = new Set(whole[list].flatMap(Object.keys));
      assert.deepEqual([...written].filter((field) => !named.includes(field)), []);
    }
    assert.ok(faults({ ...whole, CFItems: [{ ...whole.CFItems[0], uri: 7 }] }).length > 0, "the validator looks");
  }
});
