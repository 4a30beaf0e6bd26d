import { workbookFrom } from "../../hosts/snapshot/workbook-from";
import type { Language, Sentence } from "../../messages";
import { answerTo, type Answers, type Inquiry } from "../../report/inquiries";
import { type Rechecker } from "../../report/rechecker";
import { summaryState } from "../../summary/state";
import { checkDocument, type CheckedDocument, type DocumentSource } from "../document/check";
import type { Checked } from "../session";
import { WorkbookError, type WorkbookContent, type WorkbookErrorCode } from "../../workbook";

/** A check of a workbook that a host has read, a question about it, or the check of a report beside it. */
export interface Job {
  /** null: the workbook is checked. */
  readonly inquiry: Inquiry | null;
  /** A report that is to be held against the workbook. */
  readonly document?: DocumentSource;
  readonly content: WorkbookContent;
  /** What the host could not read. */
  readonly unread: readonly Sentence[];
  readonly fileName: string;
  readonly language: Language;
}

/** What came of a job. */
export type News =
  | { readonly kind: "checked"; readonly checked: Checked }
  | { readonly kind: "answered"; readonly answer: Answers[Inquiry["kind"]] }
  | { readonly kind: "document"; readonly document: CheckedDocument }
  | { readonly kind: "failed"; readonly code: WorkbookErrorCode | null; readonly detail: string };

/** Does the job and tells what came of it; never throws. `rechecker` knows the workbook from the jobs before. */
export function perform({ inquiry, document, content, unread, fileName, language }: Job, rechecker: Rechecker): News {
  try {
    const workbook = workbookFrom(content);
    if (document) return { kind: "document", document: checkDocument(document, [{ file: fileName, workbook }], language) };
    if (inquiry) return { kind: "answered", answer: answerTo(rechecker.keep(workbook), inquiry, { fileName, language }) };
    const checked = rechecker.check(workbook, { fileName, language }, unread);
    return { kind: "checked", checked: { ...checked, summary: summaryState(workbook, checked.report) } };
  } catch (error) {
    const known = error instanceof WorkbookError;
    return { kind: "failed", code: known ? error.code : null, detail: known ? error.detail : String(error) };
  }
}
