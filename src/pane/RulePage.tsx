import { makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { render, say, type MessageId } from "../messages";
import type { Example, RulePage as Page } from "../rules/pages/types";
import { ExcerptTable } from "./ExcerptTable";
import { SeverityIcon } from "./SeverityIcon";

const useStyles = makeStyles({
  page: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere"
  },
  kind: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS, color: tokens.colorNeutralForeground2 },
  head: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS, "& h2": { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 } },
  section: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    "& h3": { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
    "& p": { margin: 0 }
  },
  basis: {
    margin: 0,
    padding: 0,
    listStyleType: "none",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS
  },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  standing: { display: "block" },
  says: {
    margin: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300
  },
  error: { borderLeftColor: tokens.colorStatusDangerBorderActive },
  warning: { borderLeftColor: tokens.colorStatusWarningBorderActive },
  info: { borderLeftColor: tokens.colorBrandStroke1 }
});

/** The page of a rule: what it checks, why, on what it rests, wrong and right, how to mend, when to ignore. In the language of the page itself. */
export function RulePage({ page }: { readonly page: Page }) {
  const styles = useStyles();
  const words = (id: MessageId): string => render(say(id), page.language);
  const { wrong, right } = page;
  return (
    <article className={styles.page} lang={page.language === "zh" ? "zh-CN" : "en"}>
      <header className={styles.head}>
        <span className={styles.kind}><SeverityIcon kind={page.severity} /><Text size={200}>{words(`severity-${page.severity}`)}</Text></span>
        <h2>{page.title}</h2>
      </header>
      <Part title={words("rule-page-what")}><p>{page.what}</p></Part>
      <Part title={words("rule-page-why")}><p>{page.why}</p></Part>
      <Part title={words(right ? "rule-page-wrong" : "rule-page-given")}>
        <Tables example={wrong} page={page} kind={right ? "wrong" : "given"} />
        <blockquote className={mergeClasses(styles.says, styles[wrong.severity])}>
          <span className={mergeClasses(styles.quiet, styles.standing)}>{words("rule-page-says")}</span>
          {wrong.message}
        </blockquote>
      </Part>
      {right && <Part title={words("rule-page-right")}><Tables example={right} page={page} kind="right" /></Part>}
      <Part title={words(right ? "rule-page-mend" : "rule-page-look")}><p>{page.mend}</p></Part>
      <Part title={words("rule-page-ignore")}><p>{page.ignore}</p></Part>
      <Part title={words("rule-page-basis")}>
        <ul className={styles.basis}>
          {page.basis.map(({ text, standing }) => (
            <li key={text}>
              {text}
              <span className={mergeClasses(styles.quiet, styles.standing)}>{words(`rule-standing-${standing}`)}</span>
            </li>
          ))}
        </ul>
      </Part>
    </article>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return <section className={useStyles().section}><h3>{title}</h3>{children}</section>;
}

function Tables({ example: { note, tables }, page, kind }: { readonly example: Example; readonly page: Page; readonly kind: "wrong" | "right" | "given" }) {
  const styles = useStyles();
  return (
    <>
      {note !== "" && <p className={styles.quiet}>{note}</p>}
      {tables.map((table, index) => <ExcerptTable key={index} table={table} kind={kind} language={page.language} />)}
    </>
  );
}
