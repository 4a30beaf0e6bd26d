import { makeStyles, tokens, type GriffelStyle } from "@fluentui/react-components";

/** Width of the row numbers and height of the column letters. */
export const HEAD_WIDTH = 56;
export const HEAD_HEIGHT = 24;

const LINE = `1px solid ${tokens.colorNeutralStroke2}`;
const head = {
  backgroundColor: tokens.colorNeutralBackground3,
  color: tokens.colorNeutralForeground3,
  fontSize: tokens.fontSizeBase200,
  boxSizing: "border-box",
  display: "flex",
  alignItems: "center",
  justifyContent: "center",
  userSelect: "none"
} as const;

export const useGridStyles = makeStyles({
  grid: {
    position: "relative",
    overflow: "auto",
    flexGrow: 1,
    minHeight: 0,
    overscrollBehavior: "contain",
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: "13px",
    // What scrolls keeps its place: the view moves it itself.
    overflowAnchor: "none",
    // The cell is what the keys move, so it bears the ring.
    outlineStyle: "none",
    ":focus-visible [aria-selected=true]": { boxShadow: `inset 0 0 0 var(--ring, 2px) ${tokens.colorStrokeFocus2}, inset 0 0 0 calc(var(--ring, 2px) + 1px) ${tokens.colorStrokeFocus1}` }
  },
  heads: { position: "sticky", top: 0, height: `${HEAD_HEIGHT}px`, zIndex: 7 },
  corner: { ...head, position: "sticky", left: 0, width: `${HEAD_WIDTH}px`, height: `${HEAD_HEIGHT}px`, zIndex: 1, borderRight: LINE, borderBottom: LINE },
  unseen: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
  columnHead: { ...head, position: "absolute", top: 0, height: `${HEAD_HEIGHT}px`, borderRight: LINE, borderBottom: LINE },
  row: { position: "absolute", left: 0 },
  rowHead: { ...head, position: "sticky", left: 0, width: `${HEAD_WIDTH}px`, height: "100%", zIndex: 5, borderRight: LINE, borderBottom: LINE },
  // As far as a table reaches, its heads and its names may go along with the view.
  track: { position: "absolute", top: 0, height: "100%", zIndex: 4, pointerEvents: "none" },
  staying: { position: "sticky", height: "100%", pointerEvents: "auto", boxShadow: `1px 0 0 ${tokens.colorNeutralStroke1}` },
  headTrack: { position: "absolute", left: 0, width: "100%", zIndex: 6, pointerEvents: "none" },
  stayingHeads: { position: "sticky", top: `${HEAD_HEIGHT}px`, pointerEvents: "auto", backgroundColor: tokens.colorNeutralBackground1, boxShadow: `0 1px 0 ${tokens.colorNeutralStroke1}` },
  // The text of a merged cell is seen as long as anything of the cell is.
  kept: { position: "sticky", top: "var(--kept-top)", bottom: "var(--kept-bottom)", left: "var(--kept-left)", right: 0, minWidth: 0 },
  current: { backgroundColor: tokens.colorBrandBackground2, color: tokens.colorBrandForeground2, fontWeight: tokens.fontWeightSemibold },
  labelled: { backgroundColor: tokens.colorPaletteTealBackground2, color: tokens.colorPaletteTealForeground2, justifyContent: "flex-start", gap: "3px", paddingLeft: "3px", overflow: "hidden" },
  label: { fontSize: tokens.fontSizeBase100, whiteSpace: "nowrap", overflow: "hidden", textOverflow: "ellipsis" },
  // Of what is hidden only this mark is seen.
  hiddenAbove: { "::before": { content: '""', position: "absolute", left: 0, right: 0, top: "-2px", height: "4px", backgroundColor: tokens.colorNeutralForeground3 } },
  hiddenLeft: { "::before": { content: '""', position: "absolute", top: 0, bottom: 0, left: "-2px", width: "4px", backgroundColor: tokens.colorNeutralForeground3 } },
  hiddenShown: { fontStyle: "italic", textDecorationLine: "underline", textDecorationStyle: "dotted" },
  lines: { position: "absolute", top: 0, left: 0, pointerEvents: "none" },
  columnLine: { position: "absolute", top: 0, width: "1px", height: "100%", backgroundColor: tokens.colorNeutralStroke3 },
  rowLine: { position: "absolute", left: 0, right: 0, bottom: 0, height: "1px", backgroundColor: tokens.colorNeutralStroke3, pointerEvents: "none" },
  cell: {
    position: "absolute",
    top: 0,
    // Over the lines of the rows below, which a merged cell covers.
    zIndex: 1,
    display: "flex",
    boxSizing: "border-box",
    // Not "hidden": what is clipped still follows the view.
    overflow: "clip",
    padding: "0 3px 1px",
    whiteSpace: "pre",
    lineHeight: 1.25,
    cursor: "cell",
    color: "var(--ink, inherit)",
    backgroundColor: `var(--fill, ${tokens.colorNeutralBackground1})`,
    borderRight: `1px solid ${tokens.colorNeutralStroke3}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    "@media (forced-colors: active)": { color: "CanvasText", backgroundColor: "Canvas" }
  },
  // Colours made for white paper: on a dark page the fill is but a tint, and the text keeps the page's colour.
  dark: {
    color: "inherit",
    backgroundColor: `color-mix(in srgb, var(--fill, ${tokens.colorNeutralBackground1}) 22%, ${tokens.colorNeutralBackground1})`
  },
  blank: { backgroundColor: "transparent", borderRightColor: "transparent", borderBottomColor: "transparent" },
  error: { outline: `2px solid ${tokens.colorStatusDangerBorder2}`, outlineOffset: "-2px", "--fill": tokens.colorStatusDangerBackground1, "--ring": "4px", zIndex: 2 },
  // Not by colour alone: dashed and dotted.
  warning: { outline: `2px dashed ${tokens.colorStatusWarningBorder2}`, outlineOffset: "-2px", "--fill": tokens.colorStatusWarningBackground1, "--ring": "4px", zIndex: 2 },
  info: { outline: `2px dotted ${tokens.colorBrandStroke1}`, outlineOffset: "-2px", "--ring": "4px", zIndex: 2 },
  awaiting: { outline: `2px dotted ${tokens.colorNeutralForeground3}`, outlineOffset: "-2px", "--ring": "4px", zIndex: 2 },
  ignored: { outline: `1px dotted ${tokens.colorNeutralForeground4}`, outlineOffset: "-2px", "--ring": "4px", zIndex: 2 },
  compared: {
    boxShadow: `inset 0 0 0 2px ${tokens.colorBrandStroke2}`,
    zIndex: 2,
    "@media (forced-colors: active)": { outline: "2px double Highlight", outlineOffset: "-2px" }
  },
  // Inside of the cell, and of the frame that a finding draws there: what stays beside it or above it would hide a ring around it.
  selected: {
    zIndex: 3,
    boxShadow: `inset 0 0 0 var(--ring, 2px) ${tokens.colorBrandStroke1}`,
    "@media (forced-colors: active)": { outline: "3px solid Highlight", outlineOffset: "-3px" }
  },
  writing: {
    position: "absolute",
    zIndex: 8,
    boxSizing: "border-box",
    maxWidth: "420px",
    padding: "0 3px 1px",
    border: 0,
    resize: "none",
    overflow: "auto",
    fontFamily: "inherit",
    fontSize: "inherit",
    lineHeight: 1.25,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    outline: `2px solid ${tokens.colorBrandStroke1}`,
    boxShadow: tokens.shadow8,
    fieldSizing: "content"
  } as GriffelStyle,
  why: {
    position: "absolute",
    zIndex: 7,
    boxSizing: "border-box",
    maxWidth: "340px",
    width: "max-content",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    pointerEvents: "none",
    whiteSpace: "normal",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16
  },
  whyIgnored: { color: tokens.colorNeutralForeground3 },
  whyHead: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS, fontWeight: tokens.fontWeightSemibold }
});

export type GridStyles = ReturnType<typeof useGridStyles>;
