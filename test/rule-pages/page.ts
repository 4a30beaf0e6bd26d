import { render, say, type Language } from "../../src/messages";
import { basisTexts, noteTexts, ruleTexts, type Text } from "../../src/messages/rule-texts";
import { BASIS, type BasisId } from "../../src/rules/basis";
import { RULES } from "../../src/rules/list";
import type { Excerpt, RuleBasis, RulePage } from "../../src/rules/pages/types";
import type { RuleMeta } from "../../src/rules/rule";
import type { Workbook } from "../../src/workbook";
import { EXAMPLES } from "./examples";
import type { RuleExample } from "./example";
import { excerptOf } from "./excerpt";
import { findingOf } from "./run";

/** The page of a rule: its meta, its texts, and its example as the engine judged it just now. */
export function pageOf(meta: RuleMeta, language: Language): RulePage {
  const texts = ruleTexts[meta.id];
  const example: RuleExample = EXAMPLES[meta.id];
  const found = findingOf(meta.id, example, language);
  const marked = `${found.sheet}!${found.cell}`;
  const note = (side: "wrong" | "right"): string => (example.notes ? inLanguage(noteTexts[example.notes[side]], language) : "");
  const tables = (workbook: Workbook): Excerpt[] => example.show.map((part) => excerptOf(workbook, part, marked, new Set(example.formulas)));
  const wrong = tables(example.wrong());
  if (!wrong.some(showsMark)) throw new Error(`the example of ${meta.id} does not show ${marked}`);
  return {
    id: meta.id,
    language,
    group: meta.group,
    severity: meta.severity,
    title: capital(render(say(meta.title), language)),
    what: inLanguage(texts.what, language),
    why: inLanguage(texts.why, language),
    basis: meta.basis.map((id) => basisOf(id, language)),
    wrong: { note: note("wrong"), tables: wrong, severity: found.severity, message: found.message },
    right: example.right && { note: note("right"), tables: tables(example.right()) },
    mend: inLanguage(texts.mend, language),
    ignore: inLanguage(texts.ignore, language)
  };
}

/** The pages of all rules, in the order of their list. */
export function allPages(language: Language): RulePage[] {
  return RULES.map(({ meta }) => pageOf(meta, language));
}

function basisOf(id: BasisId, language: Language): RuleBasis {
  return { number: /^R\d+$/.test(id) ? id : null, text: inLanguage(basisTexts[id], language), standing: BASIS[id] };
}

function inLanguage(text: Text, language: Language): string {
  return text[language === "zh" ? 0 : 1];
}

/** As a heading begins, in English. */
function capital(title: string): string {
  return title.charAt(0).toUpperCase() + title.slice(1);
}

function showsMark({ rows }: Excerpt): boolean {
  return rows.some(({ cells }) => cells.some((cell) => typeof cell === "object" && cell?.marked === true));
}

