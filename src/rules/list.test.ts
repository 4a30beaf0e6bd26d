import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { render, say } from "../messages";
import { RULES } from "./list";

const GROUPS = ["indicators", "attendance", "scores", "formulas", "workbook"];

describe("the list of rules", () => {
  test("ids are unique", () => {
    const ids = RULES.map(({ meta }) => meta.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("each file of a group's folder is a rule of that group", () => {
    const files = GROUPS.flatMap((group) => readdirSync(join(__dirname, group)).filter((file) => !file.endsWith(".test.ts")).map((file) => `${group}/${file}`));
    expect(files.sort()).toEqual(RULES.map(({ meta }) => `${meta.group}/${meta.id}.ts`).sort());
  });

  test.each(RULES.map(({ meta }) => [meta.id, meta] as const))("%s has a title in both languages and cases beside it", (id, meta) => {
    expect(render(say(meta.title))).not.toBe(render(say(meta.title), "en"));
    expect(existsSync(join(__dirname, meta.group, `${id}.test.ts`))).toBe(true);
  });
});
