import type { SentenceFinding, WrittenReport } from "../report/statement-types";
import type { ReportedFinding, WorkbookReport } from "../report/types";
import type { CellAddress } from "../workbook";

/** What is asked of the station: to mend an error, to look into what needs an explanation. */
export type Asked = "mend" | "verify";

/** What a letter is made of: the check of a workbook, or of an evaluation report with its sentences. */
export type LetterReport = WorkbookReport | WrittenReport;
export type LetterFinding = ReportedFinding | SentenceFinding;

/** One cell of an item, or a sentence of a report. */
export interface LetterCell {
  /** null of a sentence. */
  readonly at: CellAddress | null;
  /** "D9", "第 3 段" */
  readonly name: string;
  /** What it shows, and what it should show; "" where that is blank or only a person can tell. */
  readonly actual: string;
  readonly expected: string;
  /** What is wrong with this cell, without how to mend it; and how to mend it. */
  readonly message: string;
  readonly how: string;
}

/** What the station is to do, about one cell or about several with the same thing wrong. */
export interface LetterItem {
  /** Counted through the whole letter. */
  readonly number: number;
  readonly asked: Asked;
  /** In words: "到岗表（附件2）"; of a sentence what it says: "正文“完成小组35个”". */
  readonly table: string;
  readonly cells: readonly LetterCell[];
  /** Of a single cell its own; of several what they have in common, with an example. */
  readonly message: string;
  readonly how: string;
  /** Cells that are wrong only because of these. */
  readonly consequences: string;
  /** The staff whom it concerns, where names are wanted. */
  readonly people: readonly string[];
}

/** Something that the check took for granted and that the station is asked about. */
export interface LetterQuestion {
  readonly number: number;
  readonly text: string;
}

/** 整改清单: what a station is asked to mend and to confirm, in one language, as data. Days are as they are read ("2025年4月15日"). */
export interface Letter {
  readonly station: string | null;
  /** "" where a report does not say. */
  readonly period: string;
  /** The name of the workbook or report, without its folders; and with the word for what it is. */
  readonly file: string;
  readonly fileText: string;
  readonly date: string;
  readonly by: string | null;
  /** Until when all of it is to be done; null where none is set. */
  readonly until: string | null;
  readonly items: readonly LetterItem[];
  readonly questions: readonly LetterQuestion[];
  /** What a reader must know: what was put together, left out or not checked. */
  readonly notes: readonly string[];
}
