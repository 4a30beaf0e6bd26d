import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  terms: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
    "& dt": { color: tokens.colorNeutralForeground3 },
    "& dd + dt": { marginTop: tokens.spacingVerticalXS },
    "& dd": { margin: 0 }
  },
  beside: {
    display: "grid",
    gridTemplateColumns: "max-content minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXXS,
    "& dt": { gridColumnStart: 1 },
    "& dd": { gridColumnStart: 2 },
    "& dd + dt": { marginTop: 0 }
  }
});

/** A list of terms (dt, dd) in small print; each description below its term or beside it. */
export function Terms({ beside = false, children }: { readonly beside?: boolean; readonly children: ReactNode }) {
  const styles = useStyles();
  return <dl className={mergeClasses(styles.terms, beside && styles.beside)}>{children}</dl>;
}
