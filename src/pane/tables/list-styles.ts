import { makeStyles, tokens } from "@fluentui/react-components";

/** Looks of the lists of columns, rows and marks: what it is, what stands there, what it is taken for; the evidence below. */
export const useListStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  item: { display: "grid", gridTemplateColumns: "2.5em minmax(0, 1fr) minmax(0, 9.5em)", columnGap: tokens.spacingHorizontalS, alignItems: "center" },
  unnamed: { gridTemplateColumns: "minmax(0, 1fr) minmax(0, 9.5em)" },
  below: { gridColumn: "2 / -1" },
  quiet: { color: tokens.colorNeutralForeground3 },
  block: { display: "block" }
});
