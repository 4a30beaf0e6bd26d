import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseCases, runCases } from "../test/formula-cases-runner";

/** Computes lists of formula cases and compares: `formula-cases [FILE...]`. Exit code 1 when any differs. */
const files = process.argv.slice(2);
let right = 0;
let total = 0;
for (const file of files.length > 0 ? files : [resolve(__dirname, "../test/formula-cases.json")]) {
  const results = runCases(parseCases(readFileSync(file, "utf8")));
  for (const { formula, expected, got, isRight } of results) {
    total++;
    if (isRight) right++;
    else console.log(`${formula}\texpected ${JSON.stringify(expected)}\tgot ${JSON.stringify(got)}`);
  }
}
console.log(`${right}/${total}`);
process.exitCode = right === total ? 0 : 1;
