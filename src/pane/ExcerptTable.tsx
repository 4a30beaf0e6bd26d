import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { render, say, type Datum, type Language, type MessageId } from "../messages";
import type { Excerpt, ExcerptCell } from "../rules/pages/types";

const useStyles = makeStyles({
  // Wide tables scroll by themselves, the page around them does not.
  scroll: { position: "relative", overflowX: "auto", ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  table: {
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: "tabular-nums",
    backgroundColor: tokens.colorNeutralBackground1,
    "& caption": { captionSide: "top", textAlign: "left", color: tokens.colorNeutralForeground3, paddingBottom: tokens.spacingVerticalXXS },
    "& th": { backgroundColor: tokens.colorNeutralBackground3, color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular, textAlign: "center", whiteSpace: "nowrap" },
    "& th, & td": { border: `1px solid ${tokens.colorNeutralStroke2}`, padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS}` },
    "& td": { minWidth: "24px", maxWidth: "160px", overflowWrap: "break-word", wordBreak: "normal" }
  },
  hidden: { "& td": { color: tokens.colorNeutralForeground3, fontStyle: "italic" } },
  short: { whiteSpace: "nowrap" },
  number: { textAlign: "right" },
  head: { textAlign: "center" },
  // An outline stays visible in forced colours, where backgrounds do not.
  marked: { outlineWidth: "2px", outlineStyle: "solid", outlineOffset: "-2px", fontWeight: tokens.fontWeightSemibold },
  wrong: { outlineColor: tokens.colorStatusDangerBorderActive, backgroundColor: tokens.colorStatusDangerBackground1, color: tokens.colorStatusDangerForeground1 },
  right: { outlineColor: tokens.colorStatusSuccessBorderActive, backgroundColor: tokens.colorStatusSuccessBackground1, color: tokens.colorStatusSuccessForeground1 },
  given: { outlineColor: tokens.colorBrandStroke1 },
  formula: { display: "block", fontFamily: tokens.fontFamilyMonospace, fontWeight: tokens.fontWeightRegular, fontSize: tokens.fontSizeBase100, lineHeight: tokens.lineHeightBase100, overflowWrap: "anywhere" },
  unseen: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)", whiteSpace: "nowrap" }
});

interface ExcerptTableProps {
  readonly table: Excerpt;
  /** How the cell in question is marked. */
  readonly kind: "wrong" | "right" | "given";
  readonly language: Language;
}

/** Numbers and marks, and what is soon read: month heads, names of areas. */
const NUMBER = /^-?[\d.]+%?$/;
const MARK = /^(√|—+)$/;
const SHORT = 5;

/** Some rows and columns of a sheet with their letters and numbers, as Excel shows them. */
export function ExcerptTable({ table, kind, language }: ExcerptTableProps) {
  const styles = useStyles();
  const words = (id: MessageId, data?: Readonly<Record<string, Datum>>): string => render(say(id, data), language);
  const caption = words("rule-page-sheet", { sheet: table.sheet });
  return (
    <div className={styles.scroll} role="group" aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col"><span className={styles.unseen}>{words("rule-page-row")}</span></th>
            {table.columns.map((letters) => <th key={letters} scope="col">{letters}</th>)}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ row, hidden, cells }) => (
            <tr key={row} className={hidden ? styles.hidden : undefined}>
              <th scope="row">{row}{hidden && <><br />{words("rule-page-hidden")}</>}</th>
              {cells.map((cell, index) => cell !== null && <Cell key={index} cell={typeof cell === "string" ? { text: cell } : cell} kind={kind} marked={words("rule-page-marked")} />)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ cell, kind, marked }: { readonly cell: ExcerptCell; readonly kind: ExcerptTableProps["kind"]; readonly marked: string }) {
  const styles = useStyles();
  const aligned = cell.across || MARK.test(cell.text) ? styles.head : NUMBER.test(cell.text) ? styles.number : undefined;
  return (
    <td colSpan={cell.across} rowSpan={cell.down} className={mergeClasses(aligned, cell.text.length <= SHORT && !cell.formula && styles.short, cell.marked && styles.marked, cell.marked && styles[kind])}>
      {cell.text}
      {cell.formula && <code className={styles.formula}>{cell.formula}</code>}
      {cell.marked && <span className={styles.unseen}>{marked}</span>}
    </td>
  );
}
