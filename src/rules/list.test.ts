import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { render, say } from "../messages";
import { RULE_METAS } from "./list";

const GROUPS = ["indicators", "attendance", "scores", "formulas", "workbook", "report"];

describe("the list of rules", () => {
  test("ids are unique", () => {
    const ids = RULE_METAS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("each file of a group's folder is a rule of that group", () => {
    const files = GROUPS.flatMap((group) => readdirSync(join(__dirname, group)).filter((file) => !/\.test\.ts$|-rule\.ts$/.test(file)).map((file) => `${group}/${file}`));
    expect(files.sort()).toEqual(RULE_METAS.map(({ group, id }) => `${group}/${id}.ts`).sort());
  });

  test.each(RULE_METAS.map((meta) => [meta.id, meta] as const))("%s has a title in both languages and cases beside it", (id, meta) => {
    expect(render(say(meta.title))).not.toBe(render(say(meta.title), "en"));
    expect(existsSync(join(__dirname, meta.group, `${id}.test.ts`))).toBe(true);
  });
});
