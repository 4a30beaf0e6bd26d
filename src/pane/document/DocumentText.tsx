import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Fragment, memo, useEffect, useMemo, useRef, type KeyboardEvent } from "react";
import type { SentenceFinding, WrittenReport } from "../../report/statement-types";
import { isOfSentence } from "../../report/written-findings";
import { useWords } from "../words";
import type { CheckedDocument } from "./check";
import { keyOf, segmentsOf, type AnyFinding, type Segment } from "./marks";
import type { ShownTable } from "./shown";

const FORCED = "@media (forced-colors: active)";

const useStyles = makeStyles({
  sheet: { boxSizing: "border-box", width: "100%", maxWidth: "860px", minWidth: 0, margin: "0 auto", padding: tokens.spacingHorizontalXL, "@media (max-width: 599px)": { padding: 0 }, backgroundColor: tokens.colorNeutralBackground1, overflowWrap: "anywhere", lineHeight: tokens.lineHeightBase500, fontSize: tokens.fontSizeBase300 },
  paragraph: { margin: `0 0 ${tokens.spacingVerticalS}`, whiteSpace: "pre-wrap", scrollMarginTop: "64px", scrollMarginBottom: "64px" },
  heading: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase400, marginTop: tokens.spacingVerticalL },
  aside: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, borderLeft: `3px solid ${tokens.colorNeutralStroke2}`, paddingLeft: tokens.spacingHorizontalM },
  agrees: { backgroundColor: tokens.colorStatusSuccessBackground1, textDecorationLine: "underline", textDecorationColor: tokens.colorStatusSuccessForeground1, textUnderlineOffset: "3px" },
  contradicts: { backgroundColor: tokens.colorStatusDangerBackground1, fontWeight: tokens.fontWeightSemibold, textDecorationLine: "underline", textDecorationStyle: "double", textDecorationColor: tokens.colorStatusDangerForeground1, textUnderlineOffset: "3px" },
  unknown: { backgroundColor: tokens.colorNeutralBackground4, textDecorationLine: "underline", textDecorationStyle: "dotted", textDecorationColor: tokens.colorNeutralForeground3, textUnderlineOffset: "3px" },
  unread: { textDecorationLine: "underline", textDecorationStyle: "dotted", textDecorationColor: tokens.colorNeutralStroke1, textUnderlineOffset: "3px" },
  finding: {
    cursor: "pointer",
    borderRadius: tokens.borderRadiusSmall,
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` }
  },
  error: { boxShadow: `inset 0 -2px 0 ${tokens.colorStatusDangerBorderActive}`, [FORCED]: { borderBottom: "2px solid Highlight" } },
  warning: { boxShadow: `inset 0 -2px 0 ${tokens.colorStatusWarningBorderActive}`, [FORCED]: { borderBottom: "2px dashed CanvasText" } },
  info: { boxShadow: `inset 0 -2px 0 ${tokens.colorBrandStroke1}`, [FORCED]: { borderBottom: "2px dotted CanvasText" } },
  selected: { outline: `2px solid ${tokens.colorBrandStroke1}`, [FORCED]: { outlineColor: "Highlight" } },
  /** Words may go on over a line, and numbers among them are drawn apart: a tint holds them together. */
  chosen: { backgroundColor: tokens.colorBrandBackground2, [FORCED]: { outline: "1px solid Highlight" } },
  table: { overflowX: "auto", margin: `0 0 ${tokens.spacingVerticalL}`, ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  /** Room for a few words, where a cell has many: a column as narrow as one word is no use. */
  long: { minWidth: "9em" },
  cells: {
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    "& caption": { textAlign: "left", fontWeight: tokens.fontWeightSemibold, paddingBottom: tokens.spacingVerticalXS },
    "& td": { border: `1px solid ${tokens.colorNeutralStroke1}`, padding: "2px 4px", whiteSpace: "pre-wrap", overflowWrap: "normal", verticalAlign: "middle" }
  }
});

interface DocumentTextProps {
  readonly checked: CheckedDocument;
  /** Those that are shown: the ignored ones are not. */
  readonly findings: readonly AnyFinding[];
  readonly selected: string | null;
  /** What a click of the other side leads to: a paragraph, or a cell as "表3!D9"; a new object each time. */
  readonly target: DocumentTarget | null;
  readonly onSelect: (key: string) => void;
}

export type DocumentTarget = { readonly paragraph: number } | { readonly cell: string };

/** The whole report, each number drawn by what was found of it; the words of a finding lead to it. */
export function DocumentText({ checked: { shown, report }, findings, selected, target, onSelect }: DocumentTextProps) {
  const styles = useStyles();
  const words = useWords();
  const root = useRef<HTMLElement>(null);
  const ofText = useMemo(() => byParagraph(report, findings), [report, findings]);
  const ofCells = useMemo(() => new Map(findings.flatMap((finding) => (isOfSentence(finding) ? [] : [[`${finding.sheet}!${finding.cell}`, finding] as const]))), [findings]);
  const severities = useMemo(() => new Map(findings.map((finding) => [keyOf(finding), finding.severity])), [findings]);

  useEffect(() => {
    if (!target) return;
    const found = root.current?.querySelector("cell" in target ? `[data-cell="${CSS.escape(target.cell)}"]` : `[data-paragraph="${target.paragraph}"]`);
    found?.scrollIntoView({ block: "center", inline: "nearest" });
  }, [target]);

  const paragraph = (index: number) => {
    const { text, level, aside } = shown.paragraphs[index]!;
    if (text.trim() === "") return null;
    return (
      <p key={index} data-paragraph={index} className={mergeClasses(styles.paragraph, level !== null && styles.heading, aside !== null && styles.aside)}>
        {aside && <>{words(`document-aside-${aside.kind}`)}　</>}
        <Segments segments={ofText(index, text)} severities={severities} selected={selected} onSelect={onSelect} />
      </p>
    );
  };
  const order = useMemo(() => shown.paragraphs.map((_, index) => index), [shown]);
  const body = order.filter((index) => shown.paragraphs[index]!.aside === null);
  const asides = order.filter((index) => shown.paragraphs[index]!.aside !== null);
  const after = (at: number) => (
    <>
      {asides.filter((index) => (shown.paragraphs[index]!.aside!.of ?? -1) === at).map(paragraph)}
      {shown.tables.filter((table) => table.after === at).map((table) => (
        <Table key={table.name} table={table} found={ofCells} selected={selected} target={target && "cell" in target ? target.cell : null} onSelect={onSelect} />
      ))}
    </>
  );
  return (
    <article ref={root} className={styles.sheet} aria-label={words("document-text")}>
      {after(-1)}
      {body.map((index) => <Fragment key={index}>{paragraph(index)}{after(index)}</Fragment>)}
    </article>
  );
}

/** What is to be drawn of a paragraph. */
function byParagraph({ statements }: WrittenReport, findings: readonly AnyFinding[]): (index: number, text: string) => Segment[] {
  const own = new Map<number, { statements: WrittenReport["statements"][number][]; findings: SentenceFinding[] }>();
  const at = (index: number) => own.get(index) ?? own.set(index, { statements: [], findings: [] }).get(index)!;
  for (const statement of statements) at(statement.place.paragraph).statements.push(statement);
  for (const finding of findings) if (isOfSentence(finding)) at(finding.place.paragraph).findings.push(finding);
  return (index, text) => segmentsOf(text, own.get(index)?.statements ?? [], own.get(index)?.findings ?? []);
}

interface SegmentsProps {
  readonly segments: readonly Segment[];
  readonly severities: ReadonlyMap<string, AnyFinding["severity"]>;
  readonly selected: string | null;
  readonly onSelect: (key: string) => void;
}

const Segments = memo(function Segments({ segments, severities, selected, onSelect }: SegmentsProps) {
  const styles = useStyles();
  const words = useWords();
  return (
    <>
      {segments.map(({ text, start, verdict, finding }, index) => {
        const drawn = verdict && styles[verdict];
        if (finding === null) return verdict === null ? <Fragment key={start}>{text}</Fragment> : <span key={start} className={drawn!} data-verdict={verdict} title={words(`document-verdict-${verdict}`)}>{text}</span>;
        // One stop of the Tab key for each finding: where its words begin.
        const isFirst = segments[index - 1]?.finding !== finding;
        return (
          <span
            key={start}
            {...(isFirst ? { role: "button", tabIndex: 0 } : {})}
            data-of={finding}
            data-verdict={verdict ?? undefined}
            className={mergeClasses(drawn ?? undefined, styles.finding, styles[severities.get(finding) ?? "info"], finding === selected && styles.chosen)}
            onClick={() => onSelect(finding)}
            onKeyDown={(event) => onKey(event, () => onSelect(finding))}
          >
            {text}
          </span>
        );
      })}
    </>
  );
});

function onKey(event: KeyboardEvent, act: () => void): void {
  if (event.key !== "Enter" && event.key !== " ") return;
  event.preventDefault();
  act();
}

interface TableProps {
  readonly table: ShownTable;
  readonly found: ReadonlyMap<string, AnyFinding>;
  readonly selected: string | null;
  readonly target: string | null;
  readonly onSelect: (key: string) => void;
}

const Table = memo(function Table({ table: { name, rows }, found, selected, target, onSelect }: TableProps) {
  const styles = useStyles();
  return (
    <div className={styles.table} tabIndex={0} role="group" aria-label={name}>
      <table className={styles.cells}>
        <caption>{name}</caption>
        <tbody>
          {rows.map((cells, index) => (
            <tr key={index}>
              {cells.map(({ cell, text, rows: down, columns }) => {
                const place = `${name}!${cell}`;
                const finding = found.get(place);
                const isSelected = (finding && keyOf(finding) === selected) || place === target;
                return (
                  <td
                    key={cell} data-cell={place} rowSpan={down} colSpan={columns} title={finding ? `${cell} ${finding.message}` : cell}
                    className={mergeClasses(text.length > 8 && styles.long, finding && styles[finding.severity], finding && styles.finding, isSelected ? styles.selected : undefined)}
                    onClick={finding && (() => onSelect(keyOf(finding)))}
                  >
                    {text}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
});
