import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { Settings16Regular } from "@fluentui/react-icons";
import type { ReportedEvaluation } from "../../../report/types";
import { Section } from "../../Section";
import { useWords, type Words } from "../../words";
import { Status } from "../Status";

type Veto = ReportedEvaluation["vetoes"][number];

const KINDS = { "met": "bad", "not-met": "good", "unconfirmed": "open", "unknown": "open" } as const;
const COMPUTED = ["staff-shortage", "certified-shortage"] as const;

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground3 },
  list: { listStyleType: "none", margin: 0, padding: 0, maxWidth: "460px", "& > li": { padding: `${tokens.spacingVerticalS} 0` }, "& > li + li": { borderTop: `1px solid ${tokens.colorNeutralStroke2}` } },
  line: { display: "flex", flexWrap: "wrap", justifyContent: "space-between", columnGap: tokens.spacingHorizontalM },
  state: { marginLeft: "auto" },
  button: { alignSelf: "flex-start" }
});

/** 一票否决情形: met, not met, or for the assessor to say. */
export function VetoesSection({ vetoes, openSettings }: { readonly vetoes: readonly Veto[]; readonly openSettings: () => void }) {
  const styles = useStyles();
  const words = useWords();
  if (vetoes.length === 0) return null;
  return (
    <Section title={words("scores-tab-vetoes")}>
      <Text size={200} className={styles.quiet}>{words("scores-tab-vetoes-what")}</Text>
      <ul className={styles.list}>{vetoes.map((veto) => <VetoItem key={veto.id} veto={veto} words={words} />)}</ul>
      {vetoes.some((veto) => veto.state === "unknown" && !computedVeto(veto)) && (
        <Button className={styles.button} icon={<Settings16Regular />} onClick={openSettings}>{words("scores-tab-go-vetoes")}</Button>
      )}
    </Section>
  );
}

function VetoItem({ veto, words }: { readonly veto: Veto; readonly words: Words }) {
  const styles = useStyles();
  const computed = computedVeto(veto);
  // What is computed rests on settings that no report states, such as the headcount.
  const kind = computed && veto.state === "met" ? "warning" : KINDS[veto.state];
  return (
    <li>
      <div className={styles.line}>
        <span>{computed ? words(`scores-tab-veto-${computed}`) : veto.detail}</span>
        <span className={styles.state}><Status kind={kind}>{words(veto.state === "unknown" && computed ? "scores-tab-veto-unknowable" : `scores-tab-veto-${veto.state}`)}</Status></span>
      </div>
      {computed && <Text size={200} className={styles.quiet}>{veto.detail}</Text>}
    </li>
  );
}

/** The shortage that a veto is computed from; undefined for one that only a person can tick. */
function computedVeto({ id }: Veto) {
  return COMPUTED.find((candidate) => candidate === id);
}
