import { tokens, type GriffelStyle } from "@fluentui/react-components";

/** What the tabs and, below, a notice and the steps take, in pixels. */
export const UPPER_EDGE = 48;
export const LOWER_EDGE = 84;

/** A finding in a list, of a workbook or of a report: its frame with the colour of its severity, and its head, which opens it. */
export const FINDING_ITEM = {
  item: {
    position: "relative",
    // What keeps to the upper and lower edge, a notice among it, covers nothing of a finding that is stepped to.
    scrollMarginTop: `${UPPER_EDGE}px`,
    scrollMarginBottom: `${LOWER_EDGE}px`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: "anywhere",
    ":not(:first-child)": { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
    "::before": { content: "''", position: "absolute", left: 0, top: 0, bottom: 0, width: "3px" }
  },
  error: { "::before": { backgroundColor: tokens.colorStatusDangerBorderActive } },
  warning: { "::before": { backgroundColor: tokens.colorStatusWarningBorderActive } },
  info: { "::before": { backgroundColor: tokens.colorBrandStroke1 } },
  open: { backgroundColor: tokens.colorNeutralBackground2, "::before": { width: "5px" } },
  head: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXXS,
    boxSizing: "border-box",
    width: "100%",
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: 0,
    background: "none",
    font: "inherit",
    color: "inherit",
    textAlign: "left",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" }
  },
  line: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: tokens.spacingHorizontalXS, width: "100%" },
  hidden: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)", whiteSpace: "nowrap" }
} satisfies Record<string, GriffelStyle>;
