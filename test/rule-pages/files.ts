import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { RulePage } from "../../src/rules/pages/types";
import { indexDocument, pageDocument } from "./markdown";
import { allPages } from "./page";

const ROOT = resolve(__dirname, "../..");
const DOCUMENTS = "docs/rules";

/** Everything that is generated of the rules, by path from the project's folder. */
export function ruleFiles(): Map<string, string> {
  const zh = allPages("zh");
  const en = allPages("en");
  const pairs = zh.map((page, i) => [page, en[i]!] as const);
  return new Map([
    ["src/rules/pages/zh.json", json(zh)],
    ["src/rules/pages/en.json", json(en)],
    [`${DOCUMENTS}/README.md`, indexDocument(pairs)],
    ...pairs.map(([page, english]) => [`${DOCUMENTS}/${page.id}.md`, pageDocument(page, english)] as const)
  ]);
}

/** The files that are not as they should be: out of date, missing, or of a rule that does not exist. */
export function staleRuleFiles(wanted: ReadonlyMap<string, string>): string[] {
  const differing = [...wanted].filter(([path, content]) => !existsSync(join(ROOT, path)) || readFileSync(join(ROOT, path), "utf8") !== content);
  return [...differing.map(([path]) => path), ...strangers(wanted)];
}

export function writeRuleFiles(wanted: ReadonlyMap<string, string>): void {
  mkdirSync(join(ROOT, DOCUMENTS), { recursive: true });
  for (const path of strangers(wanted)) rmSync(join(ROOT, path));
  for (const [path, content] of wanted) writeFileSync(join(ROOT, path), content);
}

function strangers(wanted: ReadonlyMap<string, string>): string[] {
  if (!existsSync(join(ROOT, DOCUMENTS))) return [];
  return readdirSync(join(ROOT, DOCUMENTS)).map((name) => `${DOCUMENTS}/${name}`).filter((path) => !wanted.has(path));
}

/** A rule a line, so that a change shows which rule it is of. */
function json(pages: readonly RulePage[]): string {
  return `{\n${pages.map((page) => `${JSON.stringify(page.id)}: ${JSON.stringify(page)}`).join(",\n")}\n}\n`;
}
