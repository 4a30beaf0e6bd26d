import { Button, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { Copy16Regular, EyeOff16Regular } from "@fluentui/react-icons";
import { memo, useContext, useEffect, useRef } from "react";
import { isOfSentence } from "../../report/written-findings";
import type { RelatedCell, RelatedSentence } from "../../report/statement-types";
import { FINDING_ITEM } from "../findings/item-styles";
import { LinkButton } from "../LinkButton";
import { SeverityIcon } from "../SeverityIcon";
import { Terms } from "../Terms";
import { LanguageContext, useWords } from "../words";
import { placeText } from "./as-text";
import { keyOf, type AnyFinding } from "./marks";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none", border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium, overflow: "hidden" },
  ...FINDING_ITEM,
  place: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorBrandForegroundLink },
  quote: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  body: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}` },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS }
});

/** What can be done with a finding, and where it leads. */
export interface FindingDeeds {
  select(key: string | null): void;
  goToCell(place: RelatedCell): void;
  goToSentence(place: Pick<RelatedSentence, "paragraph">): void;
  ignore(finding: AnyFinding): void;
  copy(finding: AnyFinding): void;
  rule(rule: string): void;
}

interface DocumentFindingsProps {
  readonly findings: readonly AnyFinding[];
  readonly selected: string | null;
  readonly deeds: FindingDeeds;
}

/** The findings of a report, the text's first. */
export function DocumentFindings({ findings, selected, deeds }: DocumentFindingsProps) {
  const styles = useStyles();
  const words = useWords();
  if (findings.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={words("document-findings")}>
      {findings.map((finding) => <Item key={keyOf(finding)} finding={finding} open={keyOf(finding) === selected} deeds={deeds} />)}
    </ul>
  );
}

interface ItemProps {
  readonly finding: AnyFinding;
  readonly open: boolean;
  readonly deeds: FindingDeeds;
}

const Item = memo(function Item({ finding, open, deeds }: ItemProps) {
  const styles = useStyles();
  const words = useWords();
  const language = useContext(LanguageContext);
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (open) item.current?.scrollIntoView({ block: "nearest" });
  }, [open]);
  const key = keyOf(finding);
  return (
    <li ref={item} className={mergeClasses(styles.item, styles[finding.severity], open && styles.open)} data-finding={finding.rule} data-severity={finding.severity} data-place={placeText(finding, "zh")}>
      <button type="button" className={styles.head} aria-expanded={open} onClick={() => deeds.select(open ? null : key)}>
        <span className={styles.line}>
          <SeverityIcon kind={finding.severity} />
          <span className={styles.hidden}>{words(`severity-${finding.severity}`)}</span>
          <span className={styles.place}>{placeText(finding, language)}</span>
        </span>
        {isOfSentence(finding) && <span className={styles.quote}>「{finding.place.quote}」</span>}
        <Text>{finding.message}</Text>
      </button>
      {open && <Body finding={finding} deeds={deeds} />}
    </li>
  );
});

function Body({ finding, deeds }: Omit<ItemProps, "open">) {
  const styles = useStyles();
  const words = useWords();
  const language = useContext(LanguageContext);
  const { related, consequences, basis, rule } = finding;
  const place = (one: RelatedCell) => {
    const name = `${one.file === undefined ? "" : `[${one.file}]`}${one.sheet}!${one.cell}`;
    return <LinkButton label={words("pane-go-to", { place: name })} onClick={() => deeds.goToCell(one)}>{name}</LinkButton>;
  };
  return (
    <div className={styles.body}>
      <Terms beside>
        <dt>{words("pane-cell")}</dt>
        <dd>
          {isOfSentence(finding)
            ? <LinkButton label={words("document-go-sentence", { number: finding.place.paragraph + 1 })} onClick={() => deeds.goToSentence(finding.place)}>{placeText(finding, language)}</LinkButton>
            : place({ sheet: finding.sheet, cell: finding.cell, label: "" })}
        </dd>
        <dt>{words("pane-basis")}</dt>
        <dd>{basis} <LinkButton onClick={() => deeds.rule(rule)}>{words("pane-rule")}</LinkButton></dd>
        {related.length > 0 && <dt>{words("pane-compared")}</dt>}
        {related.map((one, index) => (
          <dd key={index}>
            {"paragraph" in one
              ? <><LinkButton label={words("document-go-sentence", { number: one.paragraph + 1 })} onClick={() => deeds.goToSentence(one)}>{words("document-paragraph", { number: one.paragraph + 1 })}</LinkButton> 「{one.quote}」</>
              : place(one)} {one.label}
          </dd>
        ))}
        {consequences.length > 0 && <dt>{words("pane-consequences")}</dt>}
        {consequences.map((one, index) => <dd key={index}>{place(one)} {words("pane-consequence", { ...one })}</dd>)}
      </Terms>
      <div className={styles.actions}>
        <Button size="small" icon={<EyeOff16Regular />} onClick={() => deeds.ignore(finding)}>{words("pane-ignore")}</Button>
        <Button size="small" appearance="subtle" icon={<Copy16Regular />} onClick={() => deeds.copy(finding)}>{words("pane-copy")}</Button>
      </div>
    </div>
  );
}
