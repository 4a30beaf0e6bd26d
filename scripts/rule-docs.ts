import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { render, say } from "../src/messages";
import { RULES } from "../src/rules/list";

/**
 * Writes the list of all rules from what they declare of themselves.
 *   rule-docs            writes docs/rules.md
 *   rule-docs --check    compares with docs/rules.md; exit code 1 when it differs
 */
const DOCUMENT = resolve(__dirname, "../docs/rules.md");

const GROUPS = {
  indicators: "指标表",
  attendance: "到岗表",
  scores: "评分表",
  formulas: "公式",
  workbook: "工作簿"
} as const;

function rulesDocument(): string {
  const lines = [
    "# 核查规则", "",
    "由 `npm run rule-docs` 根据各规则自己的声明生成，请勿手改。级别是该规则最高会给出的级别。", ""
  ];
  for (const [group, title] of Object.entries(GROUPS)) {
    const rules = RULES.filter(({ meta }) => meta.group === group);
    if (!rules.length) continue;
    lines.push(`## ${title}`, "", "| 规则 | 最高级别 | 查什么 |", "|---|---|---|");
    for (const { meta } of rules) {
      lines.push(`| \`${meta.id}\` | ${render(say(`severity-${meta.severity}`))} | ${render(say(meta.title)).replace(/\|/g, "\\|")} |`);
    }
    lines.push("");
  }
  return lines.join("\n");
}

function readDocument(): string {
  try {
    return readFileSync(DOCUMENT, "utf8");
  } catch {
    return "";
  }
}

const wanted = rulesDocument();
if (!process.argv.includes("--check")) {
  mkdirSync(dirname(DOCUMENT), { recursive: true });
  writeFileSync(DOCUMENT, wanted);
} else if (readDocument() !== wanted) {
  console.error("docs/rules.md is out of date: run `npm run rule-docs`.");
  process.exitCode = 1;
}
