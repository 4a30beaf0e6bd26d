import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircle16Filled, ErrorCircle16Filled, QuestionCircle16Regular, Warning16Filled } from "@fluentui/react-icons";
import type { ReactNode } from "react";

export type StatusKind = "good" | "warning" | "bad" | "open";

const ICONS = { good: CheckmarkCircle16Filled, warning: Warning16Filled, bad: ErrorCircle16Filled, open: QuestionCircle16Regular } as const;
const INHERITED = { "@media (forced-colors: active)": { color: "inherit" } } as const;

const useStyles = makeStyles({
  status: { display: "inline-flex", alignItems: "flex-start", gap: tokens.spacingHorizontalXS },
  icon: { flexShrink: 0, marginTop: "2px" },
  good: { color: tokens.colorStatusSuccessForeground1, ...INHERITED },
  warning: { color: tokens.colorStatusWarningForeground1, ...INHERITED },
  bad: { color: tokens.colorStatusDangerForeground3, ...INHERITED },
  open: { color: tokens.colorNeutralForeground3, ...INHERITED }
});

/** How something stands: a sign and its words. */
export function Status({ kind, children }: { readonly kind: StatusKind; readonly children: ReactNode }) {
  const styles = useStyles();
  const Icon = ICONS[kind];
  return <span className={mergeClasses(styles.status, styles[kind])}><Icon className={styles.icon} aria-hidden /><span>{children}</span></span>;
}
