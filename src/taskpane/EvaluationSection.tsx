import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { useContext } from "react";
import type { ReportedEvaluation } from "../report/types";
import { percentText, splitNotes } from "../summary";
import { Bullets } from "./Bullets";
import { Fold } from "./Fold";
import { Section } from "./Section";
import { MonthTable } from "./MonthTable";
import { LanguageContext, useWords, type Words } from "./words";

const useStyles = makeStyles({
  facts: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) max-content",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    margin: 0,
    maxWidth: "420px",
    "& dt": { color: tokens.colorNeutralForeground2 },
    "& dd": { margin: 0, textAlign: "right", fontVariantNumeric: "tabular-nums" }
  },
  veto: { color: tokens.colorStatusDangerForeground1 }
});

/** Staffing, retention, score: the few figures that the assessors ask for. */
export function EvaluationSection({ evaluation }: { readonly evaluation: ReportedEvaluation }) {
  const styles = useStyles();
  const words = useWords();
  const { found, assumed } = splitNotes(evaluation.notes, useContext(LanguageContext));
  const byMonth = evaluation.staffing?.byMonth ?? [];
  const facts = factsOf(evaluation, words);
  const met = evaluation.vetoes.filter((veto) => veto.state === "met");
  if (!facts.length && !met.length && !evaluation.notes.length) return null;
  return (
    <Section title={words("pane-evaluation")}>
      <dl className={styles.facts}>{facts.map(([label, value]) => [<dt key={label}>{label}</dt>, <dd key={`${label}=`}>{value}</dd>])}</dl>
      {met.map((veto) => <Text key={veto.id} className={styles.veto}>{veto.detail}</Text>)}
      {byMonth.length > 0 && <Fold title={words("summary-by-month")}><MonthTable byMonth={byMonth} /></Fold>}
      {found.length > 0 && <Fold title={words("pane-notes", { count: found.length })}><Bullets sentences={found} /></Fold>}
      {assumed.length > 0 && <Fold title={words("pane-assumed", { count: assumed.length })}><Bullets sentences={assumed} /></Fold>}
    </Section>
  );
}

function factsOf({ months, staffing, retention, scores }: ReportedEvaluation, words: Words): [label: string, value: string][] {
  const facts: [string, string][] = [];
  if (months !== null) facts.push([words("summary-months"), String(months)]);
  if (staffing) {
    const { headcount, due, actual, surplus, certified } = staffing;
    const balance = surplus === 0 ? "" : ` · ${words(surplus < 0 ? "pane-shortage" : "pane-surplus", { count: Math.abs(surplus) })}`;
    facts.push([words("summary-headcount"), String(headcount)]);
    facts.push([words("summary-due"), String(due)]);
    facts.push([words("summary-actual-months"), `${actual}${balance}`]);
    facts.push([words("summary-certified-due", { share: percentText(certified.share) }), String(certified.due)]);
    facts.push([words("summary-certified-actual"), String(certified.actual)]);
  }
  if (retention) {
    const limit = words(retention.meets ? "pane-reached" : "pane-below", { limit: percentText(retention.limit) });
    facts.push([words("summary-retained"), `${retention.retained} / ${retention.headcount}`]);
    facts.push([words("pane-retention"), `${(retention.rate * 100).toFixed(2)}% · ${limit}`]);
  }
  if (scores && (scores.total !== null || scores.grade !== null)) {
    facts.push([words("pane-score"), [scores.total?.toFixed(2), scores.grade].filter(Boolean).join(" · ")]);
  }
  return facts;
}
