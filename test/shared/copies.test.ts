import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "..", "..");
const SHARED = join(ROOT, "..", "shared");

/** What the project keeps a copy of, by its path here and in ../shared. */
const COPIES: readonly (readonly [string, string])[] = [
  ...readdirSync(join(SHARED, "workbooks")).map((name) => [`samples/${name}`, `workbooks/${name}`] as const),
  ["test/formula-cases.json", "formula-cases.json"]
];

test.each(COPIES)("%s is what ../shared/%s is", (copy, original) => {
  expect(existsSync(join(ROOT, copy)) && readFileSync(join(ROOT, copy)).equals(readFileSync(join(SHARED, original)))).toBe(true);
});
