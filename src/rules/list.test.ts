import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { render, say } from "../messages";
import { RULES } from "./list";

const tests = readdirSync(__dirname, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".test.ts") && file !== "list.test.ts")
  .map((file) => readFileSync(join(__dirname, file), "utf8"))
  .join("\n");

describe("the list of rules", () => {
  test("ids are unique", () => {
    const ids = RULES.map(({ meta }) => meta.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each(RULES.map(({ meta }) => [meta.id, meta] as const))("%s has a title in both languages and cases beside it", (id, meta) => {
    expect(render(say(meta.title))).not.toBe(render(say(meta.title), "en"));
    expect(tests).toMatch(new RegExp(`\\b${id}\\b`));
  });
});
