import { render, say, type Language, type MessageId } from "../../src/messages";
import type { Example, Excerpt, ExcerptRow, RulePage } from "../../src/rules/pages/types";
import type { RuleGroup } from "../../src/rules/rule";

const GENERATED = "<!-- Written by `npm run rule-docs`; do not edit. -->";
const GROUPS: readonly (readonly [RuleGroup, string])[] = [
  ["indicators", "指标表 · Indicators"], ["attendance", "到岗表 · Attendance"], ["scores", "评分表 · Scores"],
  ["formulas", "公式 · Formulas"], ["workbook", "工作簿 · Workbook"], ["report", "报告正文 · Report"], ["mid", "中期与末期 · Mid-term and final"]
];

/** docs/rules/<id>.md: Chinese, then English. */
export function pageDocument(zh: RulePage, en: RulePage): string {
  return [
    `# ${zh.title}`, "", GENERATED, "", `\`${zh.id}\` · ${severityOf(zh)} · [全部规则](README.md)`, "", ...sections(zh, "##"),
    `## English: ${en.title}`, "", `\`${en.id}\` · ${severityOf(en)} · [all rules](README.md)`, "", ...sections(en, "###")
  ].join("\n");
}

/** docs/rules/README.md: every rule in one line. */
export function indexDocument(pages: readonly (readonly [RulePage, RulePage])[]): string {
  const lines = [
    "# 核查规则 · Rules", "", GENERATED, "",
    "每条规则一页：查什么、为什么、依据、例子、怎么改、什么时候可以忽略。级别是这条规则给出的最高级别。", "",
    "A page a rule: what it checks, why, its basis, an example, how to mend it, when to ignore it. The severity is the highest that the rule gives.", ""
  ];
  for (const [group, heading] of GROUPS) {
    lines.push(`## ${heading}`, "", "| 规则 rule | 级别 severity | 查什么 | looks for |", "|---|---|---|---|");
    for (const [zh, en] of pages.filter(([page]) => page.group === group)) {
      lines.push(`| [\`${zh.id}\`](${zh.id}.md) | ${severityOf(zh)} ${severityOf(en).toLowerCase()} | ${text(zh.title)} | ${text(en.title)} |`);
    }
    lines.push("");
  }
  return lines.join("\n");
}

function sections(page: RulePage, level: string): string[] {
  const words = (id: MessageId): string => render(say(id), page.language);
  const section = (id: MessageId, ...body: readonly string[]): string[] => [`${level} ${words(id)}`, "", ...body, ""];
  const basis = page.basis.map(({ number, text: says, standing }) => `- ${number ? `**${number}** ` : ""}${text(says)} *${words(`rule-standing-${standing}`)}*`);
  return [
    ...section("rule-page-what", text(page.what)),
    ...section("rule-page-why", text(page.why)),
    ...section("rule-page-basis", ...basis),
    ...section(page.right ? "rule-page-wrong" : "rule-page-given", ...example(page.wrong, page.language), `> **${words("rule-page-says")}** ${text(page.wrong.message)}`),
    ...(page.right ? section("rule-page-right", ...example(page.right, page.language).slice(0, -1)) : []),
    ...section(page.right ? "rule-page-mend" : "rule-page-look", text(page.mend)),
    ...section("rule-page-ignore", text(page.ignore))
  ];
}

function example({ note, tables }: Example, language: Language): string[] {
  return [...(note === "" ? [] : [text(note), ""]), ...tables.flatMap((table) => [...excerpt(table, language), ""])];
}

function excerpt({ sheet, columns, rows }: Excerpt, language: Language): string[] {
  return [`| ${text(sheet)} | ${columns.join(" | ")} |`, `|---|${columns.map(() => "---|").join("")}`, ...rows.map((row) => line(row, language))];
}

function line({ row, hidden, cells }: ExcerptRow, language: Language): string {
  const shown = cells.map((cell) => {
    if (cell === null || typeof cell === "string") return text(cell ?? "");
    const value = text(cell.text) || (cell.marked ? "（空）" : "");
    return `${cell.marked ? `**⚑ ${value}**` : value}${cell.formula ? `<br>\`${cell.formula.replaceAll("|", "\\|")}\`` : ""}`;
  });
  return `| ${row}${hidden ? ` (${render(say("rule-page-hidden"), language)})` : ""} | ${shown.join(" | ")} |`;
}

function severityOf({ severity, language }: RulePage): string {
  return render(say(`severity-${severity}`), language);
}

/** Plain text in Markdown. */
function text(plain: string): string {
  return plain.replace(/[|*_<>`[\]]/g, "\\$&").replace(/\s*\n\s*/g, " ");
}
