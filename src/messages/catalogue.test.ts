import { attendance } from "./attendance";
import { catalogue } from "./catalogue";
import { evaluation } from "./evaluation";
import { faces } from "./faces";
import { formulas } from "./formulas";
import { indicators } from "./indicators";
import { render, say } from "./sentence";
import { settings } from "./settings";
import { summary } from "./summary";
import { workbook } from "./workbook";

const files = { attendance, evaluation, faces, formulas, indicators, settings, summary, workbook };
const placeholders = (template: string): string[] => [...new Set(template.match(/\{\w+\}/g) ?? [])].sort();

describe("the message catalogue", () => {
  test("every id belongs to one file", () => {
    const ids = Object.values(files).flatMap((file) => Object.keys(file));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(ids).toHaveLength(Object.keys(catalogue).length);
  });

  test("the English says nothing that the Chinese does not", () => {
    const strange = Object.entries(catalogue).filter(([, [zh, en]]) => placeholders(en).some((name) => !placeholders(zh).includes(name)));
    expect(strange.map(([id]) => id)).toEqual([]);
  });

  test("a placeholder is filled by text, by a sentence and by a list of sentences", () => {
    const inner = say("label-done");
    expect(render(say("label-station", { name: "电访", column: inner }))).toBe("「电访」的完成量");
    expect(render(say("label-station", { name: "电访", column: [inner, say("label-rate")] }))).toBe("「电访」的完成量；完成百分比");
    expect(render(say("label-station", { name: "calls", column: inner }), "en")).toBe("done of “calls”");
  });

  test("a missing placeholder is a mistake of ours and throws", () => {
    expect(() => render(say("label-station", { name: "电访" }))).toThrow("column");
    expect(() => render(say("label-station", { name: "电访", toString: "x" } as Record<string, string>))).toThrow("column");
  });
});
