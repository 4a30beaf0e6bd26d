/** `npm run rule-docs`: writes docs/rules.md from the rules themselves; with --check it fails when the file differs. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { render, say } from "../src/messages";
import { RULES } from "../src/rules/list";
import type { RuleMeta } from "../src/rules/rule";

const FILE = join(__dirname, "..", "docs", "rules.md");
const GROUPS: readonly (readonly [RuleMeta["group"], string])[] = [
  ["indicators", "指标表 · Indicators"], ["attendance", "到岗表 · Attendance"], ["scores", "评分表 · Scores"],
  ["formulas", "公式 · Formulas"], ["workbook", "工作簿 · Workbook"]
];
const SEVERITIES = { error: "错误 error", warning: "提醒 warning", info: "提示 info" } as const;

function document(): string {
  const lines = [
    "# 核查规则 · Rules", "",
    "Written by `npm run rule-docs` from `src/rules/list.ts`; do not edit. The severity is the highest that a rule gives.", ""
  ];
  for (const [group, heading] of GROUPS) {
    lines.push(`## ${heading}`, "", "| id | 级别 severity | 查什么 | looks for |", "|---|---|---|---|");
    for (const { meta } of RULES.filter((rule) => rule.meta.group === group)) {
      const title = say(meta.title);
      lines.push(`| \`${meta.id}\` | ${SEVERITIES[meta.severity]} | ${render(title)} | ${render(title, "en")} |`);
    }
    lines.push("");
  }
  return lines.join("\n");
}

const wanted = document();
if (process.argv.includes("--check")) {
  const same = existsSync(FILE) && readFileSync(FILE, "utf8") === wanted;
  console.log(same ? "docs/rules.md is up to date" : "docs/rules.md differs from the rules: run npm run rule-docs");
  process.exitCode = same ? 0 : 1;
} else {
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(FILE, wanted);
  console.log("docs/rules.md written");
}
