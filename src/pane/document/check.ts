import { documentOfText, documentOfTextFile, readDocument, withComments } from "../../hosts/document";
import { render, say, type Language } from "../../messages";
import { stationOnCover, workbookFor } from "../../report/pairing";
import type { SentenceFinding, WrittenReport } from "../../report/statement-types";
import { checkWorkbook } from "../../report";
import { checkWritten, type Beside } from "../../report/written";
import { remarksOf } from "../../report/written-remarks";
import type { TextDocument } from "../../workbook";
import { shownDocument, type ShownDocument } from "./shown";

/** A report as the user gave it: a file, or a text that was pasted. */
export type DocumentSource =
  | { readonly kind: "file"; readonly bytes: Uint8Array; readonly fileName: string }
  | { readonly kind: "text"; readonly text: string; readonly fileName: string };

/** A report that was checked, as plain data. */
export interface CheckedDocument {
  readonly shown: ShownDocument;
  readonly report: WrittenReport;
}

/** Checks a report beside the one workbook, or beside that of several which is of its station and period. To be done in a worker. Throws a WorkbookError. */
export function checkDocument(source: DocumentSource, workbooks: readonly Beside[], language: Language): CheckedDocument {
  const document = opened(source);
  const options = { fileName: source.fileName, language };
  const beside = workbooks.length > 1 ? paired(document, workbooks) : workbooks[0] ?? null;
  const shown = shownDocument(document);
  if (beside === "none" || beside === "several") {
    const alone = checkWritten(document, options);
    return { shown, report: { ...alone, notChecked: [render(say(`document-beside-${beside}-page`), language), ...alone.notChecked] } };
  }
  return { shown, report: { ...checkWritten(document, options, beside), ...(beside && { beside: beside.file }) } };
}

/** A copy of the file with a remark at each of the findings. */
export function remarked(bytes: Uint8Array, findings: readonly SentenceFinding[], language: Language): Uint8Array {
  return withComments(bytes, remarksOf(findings, language), { author: render(say("document-remark-author"), language), date: new Date() });
}

function opened(source: DocumentSource): TextDocument {
  if (source.kind === "text") return documentOfText(source.text);
  return /\.txt$/i.test(source.fileName) ? documentOfTextFile(source.bytes) : readDocument(source.bytes);
}

function paired(document: TextDocument, workbooks: readonly Beside[]): Beside | "none" | "several" {
  const candidates = workbooks.map((beside) => {
    const { station, period } = checkWorkbook(beside.workbook, { fileName: beside.file });
    return { beside, station, period };
  });
  const own = checkWorkbook(document.workbook);
  const found = workbookFor(document, { station: own.station ?? stationOnCover(document), period: own.period }, candidates);
  return typeof found === "string" ? found : found.beside;
}
