import { makeStyles, ToggleButton, tokens } from "@fluentui/react-components";

export interface Choice<Key extends string> {
  readonly key: Key;
  readonly label: string;
}

interface ChoicesProps<Key extends string> {
  readonly label: string;
  readonly choices: readonly Choice<Key>[];
  readonly chosen: Key | null;
  readonly onChoose: (key: Key) => void;
}

const useStyles = makeStyles({
  group: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalXS },
  label: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, minWidth: "2.5em" },
  button: { minWidth: "auto", fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" }
});

/** A row of small switches of which at most one is on. */
export function Choices<Key extends string>({ label, choices, chosen, onChoose }: ChoicesProps<Key>) {
  const styles = useStyles();
  return (
    <div className={styles.group} role="group" aria-label={label}>
      <span className={styles.label} aria-hidden>{label}</span>
      {choices.map(({ key, label: text }) => (
        <ToggleButton key={key} size="small" shape="circular" className={styles.button} checked={chosen === key} onClick={() => onChoose(key)}>{text}</ToggleButton>
      ))}
    </div>
  );
}
