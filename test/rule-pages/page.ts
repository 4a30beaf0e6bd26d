import { render, say, type Language } from "../../src/messages";
import { basisTexts, noteTexts, ruleTexts, type Text } from "../../src/messages/rule-texts";
import { BASIS, type BasisId } from "../../src/rules/basis";
import { RULE_METAS } from "../../src/rules/list";
import type { Example, Excerpt, RuleBasis, RulePage } from "../../src/rules/pages/types";
import { MID_RULES } from "../../src/rules/mid-rules";
import type { RuleMeta } from "../../src/rules/rule";
import type { Workbook } from "../../src/workbook";
import { EXAMPLES } from "./examples";
import { isOfReport, type AnyExample, type ReportExample, type RuleExample } from "./example";
import { excerptOf, textExcerpt } from "./excerpt";
import { findingOf, type ExampleFinding } from "./run";

/** The page of a rule: its meta, its texts, and its example as the engine judged it just now. */
export function pageOf(meta: RuleMeta, language: Language): RulePage {
  const texts = ruleTexts[meta.id];
  const example: AnyExample = EXAMPLES[meta.id];
  const found = findingOf(meta.id, example, language);
  const sides = isOfReport(example) ? textSides(example, found) : tableSides(meta.id, example, found, language);
  return {
    id: meta.id,
    language,
    group: meta.group,
    severity: meta.severity,
    title: capital(render(say(meta.title), language)),
    what: inLanguage(texts.what, language),
    why: inLanguage(texts.why, language),
    basis: meta.basis.map((id) => basisOf(id, language)),
    wrong: { ...sides.wrong, severity: found.severity, message: found.message },
    right: sides.right,
    mend: inLanguage(texts.mend, language),
    ignore: inLanguage(texts.ignore, language)
  };
}

interface Sides {
  readonly wrong: Example;
  readonly right: Example | null;
}

function tableSides(id: string, example: RuleExample, found: ExampleFinding, language: Language): Sides {
  const marked = `${found.sheet}!${found.cell}`;
  const note = (side: "wrong" | "right"): string => (example.notes ? inLanguage(noteTexts[example.notes[side]], language) : "");
  const tables = (workbook: Workbook): Excerpt[] => example.show.map((part) => excerptOf(workbook, part, marked, new Set(example.formulas)));
  const wrong = tables(example.wrong());
  if (!wrong.some(showsMark)) throw new Error(`the example of ${id} does not show ${marked}`);
  return { wrong: { note: note("wrong"), tables: wrong }, right: example.right && { note: note("right"), tables: tables(example.right()) } };
}

/** A sentence a row; the one that the finding is about is marked. */
function textSides({ wrong, right }: ReportExample, found: ExampleFinding): Sides {
  const marked = "place" in found ? found.place.paragraph : -1;
  return { wrong: { note: "", tables: [textExcerpt(wrong, marked)] }, right: { note: "", tables: [textExcerpt(right, null)] } };
}

/** Everything that has a page. */
export const PAGED: readonly RuleMeta[] = [...RULE_METAS, ...MID_RULES];

/** The pages of all rules, in the order of their list. */
export function allPages(language: Language): RulePage[] {
  return PAGED.map((meta) => pageOf(meta, language));
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

