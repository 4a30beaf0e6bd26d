import { Checkbox, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { Candidate } from "../../letters";
import type { Severity } from "../../rules/finding";
import { LazyFold } from "../tabs/LazyFold";
import { useWords, type Words } from "../words";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  part: { display: "flex", flexDirection: "column" },
  all: { fontWeight: tokens.fontWeightSemibold },
  item: { alignItems: "flex-start", overflowWrap: "anywhere" }
});

interface CandidateListProps {
  readonly candidates: readonly Candidate[];
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}

/** What may stand in the letter, part by part, each part and each item with its tick. */
export function CandidateList({ candidates, ...rest }: CandidateListProps) {
  const words = useWords();
  const of = (severity: Severity) => candidates.filter((candidate) => candidate.kind === "finding" && candidate.finding.severity === severity);
  const infos = of("info");
  return (
    <>
      <Part title={words("letters-errors")} candidates={of("error")} {...rest} />
      <Part title={words("letters-warnings")} candidates={of("warning")} {...rest} />
      <Part title={words("letters-questions")} candidates={candidates.filter(({ kind }) => kind === "question")} {...rest} />
      {infos.length > 0 && <LazyFold title={words("letters-infos", { count: infos.length })}>{() => <Items candidates={infos} {...rest} />}</LazyFold>}
    </>
  );
}

function Part({ title, candidates, chosen, onChange }: CandidateListProps & { readonly title: string }) {
  const styles = useStyles();
  if (candidates.length === 0) return null;
  const taken = candidates.filter(({ key }) => chosen.has(key)).length;
  const toggle = (on: boolean): void => onChange(changed(chosen, candidates, on));
  return (
    <div className={styles.part} role="group" aria-label={title}>
      <Checkbox
        checked={taken === candidates.length ? true : taken > 0 ? "mixed" : false}
        label={<Text className={styles.all}>{title} {taken} / {candidates.length}</Text>}
        onChange={() => toggle(taken < candidates.length)}
      />
      <Items candidates={candidates} chosen={chosen} onChange={onChange} />
    </div>
  );
}

function Items({ candidates, chosen, onChange }: CandidateListProps) {
  const styles = useStyles();
  const words = useWords();
  return (
    <ul className={styles.list}>
      {candidates.map((candidate) => (
        <li key={candidate.key}>
          <Checkbox
            className={styles.item}
            checked={chosen.has(candidate.key)}
            label={<Text size={200}>{labelOf(candidate, words)}</Text>}
            onChange={(_, { checked }) => onChange(changed(chosen, [candidate], checked === true))}
          />
        </li>
      ))}
    </ul>
  );
}

function labelOf(candidate: Candidate, words: Words): string {
  if (candidate.kind === "question") return candidate.text;
  const { finding } = candidate;
  return words("letters-item", { place: finding.sheet === null ? words("letter-sentence", { quote: finding.place.quote }) : `${finding.sheet}!${finding.cell}`, message: finding.message });
}

function changed(chosen: ReadonlySet<string>, candidates: readonly Candidate[], on: boolean): ReadonlySet<string> {
  const next = new Set(chosen);
  for (const { key } of candidates) if (on) next.add(key); else next.delete(key);
  return next;
}
