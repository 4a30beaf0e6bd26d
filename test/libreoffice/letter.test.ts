import { strFromU8, unzipSync } from "fflate";
import { newDocument } from "../../src/hosts/word";
import { letterDocument, letterOf, type Letter } from "../../src/letters";
import { checkWorkbook } from "../../src/report";
import { build, FAMILIES, Random, ROSTER_FAMILIES, type Spec } from "../generator";
import { SEEDED_ERRORS } from "../generator/errors";
import { indicatorSpec, rosterSpec } from "../matrix/plan";
import { convertedByOffice, OFFICE_TIMEOUT } from "./through-office";

const ITEMS = 12;

/** The letter to a station with so many mistakes, of kinds that the seed chooses. */
function letterOfTwelve(spec: Spec, seed: number): Letter {
  const built = build(spec);
  const random = new Random(`letter ${seed}`);
  let letter: Letter | null = null;
  for (const error of random.shuffle(SEEDED_ERRORS.filter(({ kind }) => kind === "indicators" || (kind === "roster" && built.roster)))) {
    if (!error.apply(built, random)) continue;
    built.draft.recalculate();
    const report = checkWorkbook(built.draft.toWorkbook(), { settings: built.settings ?? undefined, fileName: "指标完成情况统计表及到岗表.xlsx" });
    const now = letterOf(report, { language: "zh", date: "2025-04-01", until: "2025-04-15", by: "某评估", names: null, chosen: null });
    if (now && now.items.length <= ITEMS) letter = now;
    if (now && now.items.length >= ITEMS) break;
  }
  return letter!;
}

test("a letter of twelve items takes two pages", async () => {
  const specs = [...Object.keys(FAMILIES).slice(0, 2).map((family, i) => indicatorSpec(family, i + 1)), ...Object.keys(ROSTER_FAMILIES).slice(0, 2).map((family, i) => rosterSpec(family, i + 1, true))];
  const letters = new Map(specs.map((spec, seed) => [String(seed), letterOfTwelve(spec, seed)]));
  expect([...letters.values()].map(({ items }) => items.length)).toEqual(specs.map(() => ITEMS));
  const opened = await convertedByOffice(new Map([...letters].map(([name, letter]) => [name, newDocument(letterDocument(letter, "zh"))])), "docx", "odt");
  const pages = [...opened.values()].map((bytes) => Number(/page-count="(\d+)"/.exec(strFromU8(unzipSync(bytes)["meta.xml"]!))?.[1]));
  expect(pages.every((count) => count >= 1 && count <= 2)).toBe(true);
}, OFFICE_TIMEOUT);
