export { candidatesOf, defaultChoice, type Candidate } from "./candidates";
export { letterDocument } from "./document";
export { dayText, letterOf, type LetterOptions } from "./letter";
export { LETTER_MARKER, letterSheet } from "./sheet";
export { letterText } from "./text";
export { countsText, wordsIn } from "./words";
export type { Letter, LetterCell, LetterItem, LetterQuestion, LetterReport } from "./types";
