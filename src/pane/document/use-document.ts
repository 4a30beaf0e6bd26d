import { useCallback, useContext, useEffect, useMemo, useState } from "react";
import { say, type Sentence } from "../../messages";
import { problemOf } from "../model/problem";
import { LanguageContext } from "../words";
import type { CheckedDocument } from "./check";
import type { DocumentTarget } from "./DocumentText";
import { inOrder, keyOf, type AnyFinding } from "./marks";
import type { DocumentSession } from "./session";

/** What is shown of a report, and what the user did with its findings. Nothing of it is kept: the report is never changed. */
export interface DocumentState {
  readonly checked: CheckedDocument | null;
  readonly problem: Sentence | null;
  /** Those that are not ignored, in the order of the text. */
  readonly findings: readonly AnyFinding[];
  readonly ignored: readonly { readonly finding: AnyFinding; readonly reason: string }[];
  readonly selected: string | null;
  readonly target: DocumentTarget | null;
  readonly told: Sentence | null;
  select(key: string | null): void;
  step(by: 1 | -1): void;
  show(target: DocumentTarget): void;
  ignore(finding: AnyFinding, reason: string): void;
  takeBack(finding: AnyFinding): void;
  tell(sentence: Sentence | null): void;
}

/**
 * Checks the report, and anew when the language or the workbook beside it is another. `follows`: the text stands beside the findings and
 * shows the one that is chosen; below them it is gone to only when asked for.
 */
export function useDocument(session: DocumentSession, follows = true): DocumentState {
  const language = useContext(LanguageContext);
  const [checked, setChecked] = useState<CheckedDocument | null>(null);
  const [problem, setProblem] = useState<Sentence | null>(null);
  const [reasons, setReasons] = useState<ReadonlyMap<string, string>>(new Map());
  const [selected, setSelected] = useState<string | null>(null);
  const [target, setTarget] = useState<DocumentTarget | null>(null);
  const [told, setTold] = useState<Sentence | null>(null);

  useEffect(() => {
    let wanted = true;
    setProblem(null);
    session.check(language).then(
      (done) => {
        if (!wanted) return;
        setChecked(done);
        const { error } = done.report;
        if (error) setProblem(say("error-internal", { detail: error.message }));
      },
      (error: unknown) => wanted && setProblem(problemOf(error))
    );
    return () => {
      wanted = false;
    };
  }, [session, language]);

  const all = useMemo(() => (checked ? inOrder(checked.report) : []), [checked]);
  const findings = useMemo(() => all.filter((finding) => !reasons.has(keyOf(finding))), [all, reasons]);
  const ignored = useMemo(() => all.flatMap((finding) => (reasons.has(keyOf(finding)) ? [{ finding, reason: reasons.get(keyOf(finding))! }] : [])), [all, reasons]);

  const select = useCallback((key: string | null): void => {
    setSelected(key);
    const finding = all.find((each) => keyOf(each) === key);
    if (finding && follows) setTarget(finding.sheet === null ? { paragraph: finding.place.paragraph } : { cell: `${finding.sheet}!${finding.cell}` });
  }, [all, follows]);

  return {
    checked, problem, findings, ignored, selected, target, told, select,
    step(by) {
      const keys = findings.map(keyOf);
      if (keys.length === 0) return;
      const at = selected === null ? -1 : keys.indexOf(selected);
      select(keys[at < 0 ? (by > 0 ? 0 : keys.length - 1) : (at + by + keys.length) % keys.length]!);
    },
    show: setTarget,
    ignore(finding, reason) {
      setReasons((before) => new Map(before).set(keyOf(finding), reason));
      setSelected(null);
    },
    takeBack: (finding) => setReasons((before) => new Map([...before].filter(([key]) => key !== keyOf(finding)))),
    tell: setTold
  };
}
