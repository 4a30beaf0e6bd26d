import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReportedEvaluation } from "../report/types";
import { percentText } from "../summary";
import { Fold } from "./Fold";
import { Section } from "./Section";
import { useWords, type Words } from "./words";

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
  const facts = factsOf(evaluation, words);
  const met = evaluation.vetoes.filter((veto) => veto.state === "met");
  if (!facts.length && !met.length && !evaluation.notes.length) return null;
  return (
    <Section title={words("pane-evaluation")}>
      <dl className={styles.facts}>{facts.map(([label, value]) => [<dt key={label}>{label}</dt>, <dd key={`${label}=`}>{value}</dd>])}</dl>
      {met.map((veto) => <Text key={veto.id} className={styles.veto}>{veto.detail}</Text>)}
      {evaluation.notes.length > 0 && (
        <Fold title={words("pane-notes", { count: evaluation.notes.length })}>
          {evaluation.notes.map((note, index) => <dd key={index}>{note}</dd>)}
        </Fold>
      )}
    </Section>
  );
}

function factsOf({ staffing, retention, scores }: ReportedEvaluation, words: Words): [label: string, value: string][] {
  const facts: [string, string][] = [];
  if (staffing) {
    const { due, actual, surplus, certified } = staffing;
    const balance = surplus === 0 ? "" : ` · ${words(surplus < 0 ? "pane-shortage" : "pane-surplus", { count: Math.abs(surplus) })}`;
    facts.push([words("pane-attendance"), `${due} / ${actual}${balance}`]);
    facts.push([words("pane-certified", { share: percentText(certified.share) }), `${certified.due} / ${certified.actual}`]);
  }
  if (retention) {
    const limit = words(retention.meets ? "pane-reached" : "pane-below", { limit: percentText(retention.limit) });
    facts.push([words("pane-retention"), `${(retention.rate * 100).toFixed(2)}% · ${limit}`]);
  }
  if (scores && (scores.total !== null || scores.grade !== null)) {
    facts.push([words("pane-score"), [scores.total?.toFixed(2), scores.grade].filter(Boolean).join(" · ")]);
  }
  return facts;
}
