import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ErrorCircle16Filled, EyeOff16Regular, Info16Filled, QuestionCircle16Regular, Warning16Filled } from "@fluentui/react-icons";

const ICONS = { error: ErrorCircle16Filled, warning: Warning16Filled, info: Info16Filled, ignored: EyeOff16Regular, awaiting: QuestionCircle16Regular } as const;

/** With forced colours a sign takes the colour of the button or card that it stands on. */
const INHERITED = { "@media (forced-colors: active)": { color: "inherit" } } as const;

const useStyles = makeStyles({
  icon: { flexShrink: 0 },
  error: { color: tokens.colorStatusDangerForeground1, ...INHERITED },
  warning: { color: tokens.colorStatusWarningForeground3, ...INHERITED },
  info: { color: tokens.colorBrandForeground1, ...INHERITED },
  awaiting: { color: tokens.colorNeutralForeground3, ...INHERITED },
  ignored: { color: tokens.colorNeutralForeground3, ...INHERITED }
});

/** The sign of a severity; the word stands beside it. */
export function SeverityIcon({ kind }: { readonly kind: keyof typeof ICONS }) {
  const styles = useStyles();
  const Icon = ICONS[kind];
  return <Icon className={mergeClasses(styles.icon, styles[kind])} aria-hidden />;
}
