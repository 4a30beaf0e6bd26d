/** The most characters that Excel keeps in a cell. */
const MAX_TEXT = 32_767;

/** A text cut to what a cell can hold; never between the halves of one character. */
export function fitCell(text: string): string {
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT - 1).replace(/[\ud800-\udbff]$/, "")}…` : text;
}
