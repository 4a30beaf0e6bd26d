import { makeStyles, ToggleButton, tokens } from "@fluentui/react-components";
import { SeverityIcon } from "./SeverityIcon";
import { useWords } from "./words";

const KINDS = ["error", "warning", "info", "ignored"] as const;

export type ShownKind = (typeof KINDS)[number];
/** Which findings are shown. */
export type Shown = Readonly<Record<ShownKind, boolean>>;

const useStyles = makeStyles({
  filter: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  button: { minWidth: "auto", fontVariantNumeric: "tabular-nums" }
});

interface FindingFilterProps {
  readonly counts: Readonly<Record<ShownKind, number>>;
  readonly shown: Shown;
  readonly onChange: (shown: Shown) => void;
}

/** The counts by severity, each a switch. */
export function FindingFilter({ counts, shown, onChange }: FindingFilterProps) {
  const styles = useStyles();
  const words = useWords();
  return (
    <div className={styles.filter} role="group" aria-label={words("pane-filter")}>
      {KINDS.filter((kind) => counts[kind] > 0).map((kind) => (
        <ToggleButton
          key={kind}
          size="small"
          shape="circular"
          className={styles.button}
          icon={<SeverityIcon kind={kind} />}
          checked={shown[kind]}
          onClick={() => onChange({ ...shown, [kind]: !shown[kind] })}
        >
          {`${words(`severity-${kind}`)} ${counts[kind]}`}
        </ToggleButton>
      ))}
    </div>
  );
}
