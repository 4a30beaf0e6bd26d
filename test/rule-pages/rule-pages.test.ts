import { readFileSync } from "node:fs";
import { join } from "node:path";
import { basisTexts, noteTexts, ruleTexts, type Text } from "../../src/messages/rule-texts";
import { BASIS } from "../../src/rules/basis";
import { loadRulePage } from "../../src/rules/pages/load";
import { findSheet } from "../../src/workbook";
import { EXAMPLES } from "./examples";
import { ruleFiles, staleRuleFiles } from "./files";
import { isOfReport, type AnyExample } from "./example";
import { PAGED, pageOf } from "./page";
import { findingsOf } from "./run";

const ids = PAGED.map(({ id }) => id).sort();
/** Said of every roster, whatever else is the matter. */
const ALWAYS = "attendance-at-end";

test("every rule has texts and an example, and nothing else has", () => {
  expect(Object.keys(ruleTexts).sort()).toEqual(ids);
  expect(Object.keys(EXAMPLES).sort()).toEqual(ids);
  expect(Object.keys(basisTexts).sort()).toEqual(Object.keys(BASIS).sort());
});

test("every text stands in both languages", () => {
  const texts: Text[] = [...Object.values(ruleTexts).flatMap((one) => Object.values(one)), ...Object.values(basisTexts), ...Object.values(noteTexts)];
  const doubtful = texts.filter(([zh, en]) => !/[一-鿿]/.test(zh) || /[，。；：]/.test(en) || en.length < 5);
  expect(doubtful).toEqual([]);
});

describe.each(PAGED.map((meta) => [meta.id, meta] as const))("%s", (id, meta) => {
  const example: AnyExample = EXAMPLES[id];

  test("the wrong example draws this rule once, and no other", () => {
    const found = findingsOf(example, "wrong").map(({ rule }) => rule);
    expect(found.filter((rule) => rule !== ALWAYS || rule === id).sort()).toEqual([id, ...("besides" in example ? example.besides ?? [] : [])].sort());
  });

  test("the right example draws nothing", () => {
    if (example.right === null) expect(meta.severity).toBe("info");
    else expect(findingsOf(example, "right").filter(({ rule }) => rule !== ALWAYS).map(({ rule, cell }) => `${rule} ${cell}`)).toEqual([]);
  });

  test("the right example stands in the same cells", () => {
    if (isOfReport(example)) return expect(example.right.length).toBe(example.wrong.length);
    const right = example.right?.();
    for (const { sheet } of right ? example.show : []) expect(findSheet(right!, sheet)?.used).toEqual(findSheet(example.wrong(), sheet)?.used);
  });

  test("its finding is not above the severity that the rule declares", () => {
    const order = ["info", "warning", "error"];
    const found = findingsOf(example, "wrong").filter(({ rule }) => rule === id);
    expect(found.every(({ severity }) => order.indexOf(severity) <= order.indexOf(meta.severity))).toBe(true);
  });

  test.each(["zh", "en"] as const)("the pane loads its page (%s)", async (language) => {
    const page = await loadRulePage(id, language);
    expect(page).toEqual(pageOf(meta, language));
    expect(JSON.stringify(page)).not.toMatch(/undefined|NaN|\{\w+\}/);
  });
});

test("documents and the pane's pages are up to date, without a page of a rule that does not exist", () => {
  expect(staleRuleFiles(ruleFiles())).toEqual([]);
});

test("a rule that does not exist has no page", async () => {
  await expect(loadRulePage("no-such-rule", "zh")).rejects.toThrow("no-such-rule");
  await expect(loadRulePage("constructor", "en")).rejects.toThrow("constructor");
});

test("the pages that the pane loads stay small", () => {
  for (const language of ["zh", "en"]) {
    expect(readFileSync(join(__dirname, `../../src/rules/pages/${language}.json`)).length).toBeLessThan(142_000);
  }
});
