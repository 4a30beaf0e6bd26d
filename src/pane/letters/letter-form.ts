import { XLSX_TYPE } from "../download";

export const LETTER_FORMATS = ["docx", "xlsx", "txt"] as const;
export type LetterFormat = (typeof LETTER_FORMATS)[number];

/** What the user says of letters. */
export interface LetterForm {
  /** "YYYY-MM-DD"; "" where no day is set. */
  readonly until: string;
  readonly by: string;
  readonly names: boolean;
  readonly format: LetterFormat;
}

export const LETTER_TYPES: Readonly<Record<LetterFormat, string>> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", xlsx: XLSX_TYPE, txt: "text/plain"
};

const EMPTY: LetterForm = { until: "", by: "", names: false, format: "docx" };

/** As the user left it: who checks writes one letter after the other. Gone with the page. */
let last = EMPTY;

export function lastForm(): LetterForm {
  return last;
}

export function rememberForm(form: LetterForm): void {
  last = form;
}

/** "2025-04-01", where the user is. */
export function today(): string {
  const time = new Date();
  return [time.getFullYear(), time.getMonth() + 1, time.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
