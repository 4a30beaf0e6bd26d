import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { catalogue } from "./catalogue";
import { render, say } from "./sentence";

/** The files of the catalogue, as catalogue.ts imports them. */
const imported = [...readFileSync(join(__dirname, "catalogue.ts"), "utf8").matchAll(/^import \{ (\w+) \} from "(.*)";$/gm)].map(([, name, file]) => {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the list of files is read, not written down a second time
  const content = require(file!) as Record<string, Record<string, readonly [string, string]>>;
  return { file: `${file!.slice(2)}.ts`, ids: Object.keys(content[name!]!) };
});
const NO_CATALOGUES = new Set(["catalogue.ts", "catalogue.test.ts", "index.ts", "sentence.ts"]);
const placeholders = (template: string): string[] => [...new Set([...template.matchAll(/\{(\w+)[#}]/g)].map(([, name]) => name!))].sort();

describe("the message catalogue", () => {
  test("every id belongs to one file", () => {
    const ids = imported.flatMap((file) => file.ids);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(ids).toHaveLength(Object.keys(catalogue).length);
  });

  test("every file of the folder is in the catalogue", () => {
    const files = readdirSync(__dirname).filter((file) => file.endsWith(".ts") && !NO_CATALOGUES.has(file));
    expect(imported.map(({ file }) => file).sort()).toEqual(files.sort());
  });

  test("the English says nothing that the Chinese does not", () => {
    const strange = Object.entries(catalogue).filter(([, [zh, en]]) => placeholders(en).some((name) => !placeholders(zh).includes(name)));
    expect(strange.map(([id]) => id)).toEqual([]);
  });

  test("a placeholder is filled by text, by a sentence and by a list of sentences", () => {
    const inner = say("label-done");
    expect(render(say("label-station", { name: "电访", column: inner }))).toBe("「电访」的完成量");
    expect(render(say("label-station", { name: "电访", column: [inner, say("label-rate")] }))).toBe("「电访」的完成量；完成百分比");
    expect(render(say("label-station", { name: "calls", column: inner }), "en")).toBe("the done of “calls”");
  });

  test("a number in English has its noun in the singular or plural", () => {
    expect([1, 2, "0"].map((count) => render(say("coverage-formulas", { count }), "en"))).toEqual(["1 formula", "2 formulas", "0 formulas"]);
    expect([1, 3].map((count) => render(say("batch-not-packed", { count, files: "a.xlsx" }), "en"))).toEqual(["1 is not in it: a.xlsx", "3 are not in it: a.xlsx"]);
    const odd = Object.entries(catalogue).filter(([, [zh, en]]) => /{\w+#/.test(zh) || /\{\w+\} (?:cells|rows|findings|errors|workbooks|stations|tables|rates|formulas|items|months|posts|numbers)\b/.test(en));
    expect(odd.map(([id]) => id)).toEqual([]);
  });

  test("nobody reads the numbers of our rules", () => {
    const numbered = Object.entries(catalogue).filter(([, texts]) => texts.some((text) => /\bR\d/.test(text)));
    expect(numbered.map(([id]) => id)).toEqual([]);
  });

  test("a missing placeholder is a mistake of ours and throws", () => {
    expect(() => render(say("label-station", { name: "电访" }))).toThrow("column");
    expect(() => render(say("label-station", { name: "电访", toString: "x" } as Record<string, string>))).toThrow("column");
  });
});
