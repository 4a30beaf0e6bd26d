import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { MouseEvent } from "react";
import type { SettingsInput } from "../../settings";
import { numberText, shareText } from "../../values/numbers";
import { LinkButton } from "../LinkButton";
import type { Checked } from "../session";
import { useWords } from "../words";

const useStyles = makeStyles({
  strip: {
    display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: tokens.spacingHorizontalS, rowGap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`, backgroundColor: tokens.colorNeutralBackground2, fontSize: tokens.fontSizeBase200
  },
  open: { color: tokens.colorStatusWarningForeground1, fontWeight: tokens.fontWeightSemibold }
});

interface AgreementStripProps {
  readonly checked: Checked;
  readonly busy: boolean;
  /** The settings as the workbook is to keep them. */
  readonly onChange: (settings: SettingsInput) => void;
  readonly openSettings: () => void;
}

/** What the agreement is taken to ask for, and whether anybody has said so: shortage and veto hang on it. */
export function AgreementStrip({ checked, busy, onChange, openSettings }: AgreementStripProps) {
  const styles = useStyles();
  const words = useWords();
  const { settings, stored, report } = checked;
  if (!settings || !report.evaluation?.staffing) return null;
  const { headcount, certifiedShare, retentionLimit } = settings;
  const isConfirmed = settings.given.has("headcount") && settings.given.has("certifiedShare");
  function confirm({ currentTarget }: MouseEvent<HTMLElement>): void {
    // What was pressed goes away; what stays beside it takes the focus.
    (currentTarget.nextElementSibling as HTMLElement).focus();
    onChange({ ...stored.settings, headcount, certifiedShare });
  }
  return (
    <div className={styles.strip}>
      <Text size={200}>{words("pane-agreement", { headcount: numberText(headcount), share: shareText(certifiedShare), limit: shareText(retentionLimit) })}</Text>
      {!isConfirmed && <Text size={200} className={styles.open}>{words("pane-agreement-default")}</Text>}
      {!isConfirmed && !busy && <LinkButton onClick={confirm}>{words("pane-agreement-confirm")}</LinkButton>}
      <LinkButton onClick={openSettings}>{words("pane-agreement-change")}</LinkButton>
    </div>
  );
}
