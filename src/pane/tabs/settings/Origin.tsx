import { makeStyles, tokens } from "@fluentui/react-components";
import { LinkButton } from "../../LinkButton";
import { useWords } from "../../words";

const useStyles = makeStyles({
  origin: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalS, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
  given: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  derived: { color: tokens.colorStatusWarningForeground1, "@media (forced-colors: active)": { color: "inherit" } }
});

interface OriginProps {
  /** What is set. */
  readonly label: string;
  readonly given: boolean;
  readonly ofStation: boolean;
  /** The default in words; "" where there is none to name. */
  readonly byDefault: string;
  /** No report states the default. */
  readonly derived?: boolean;
  readonly onReset: () => void;
}

/** Where a value comes from: given, or the default and what that rests on; and the way back. */
export function Origin({ label, given, ofStation, byDefault, derived = false, onReset }: OriginProps) {
  const styles = useStyles();
  const words = useWords();
  const defaultText = byDefault && words("set-default", { value: byDefault });
  if (!given) {
    if (!derived) return null;
    return <div className={styles.origin}><span className={styles.derived}>{words("set-default-derived", { check: words("derived-check") })}</span></div>;
  }
  return (
    <div className={styles.origin}>
      <span className={styles.given}>{words(ofStation ? "set-station" : "set-given")}</span>
      {defaultText && <span>{defaultText}</span>}
      <LinkButton label={words("set-reset-of", { label })} onClick={onReset}>{words("set-reset")}</LinkButton>
    </div>
  );
}
