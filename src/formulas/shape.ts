

/**
 * A number for the shape of a formula: equal for formulas filled from one another (their references the same relative
 * to their cells), different otherwise. A hash of one pass over the characters, because a workbook may hold a quarter of
 * a million formulas; what it suspects is confirmed by a parser.
 */
export function shapeOf(formula: string, row: number, column: number): number {
  let low = 0x811c9dc5;
  let high = 0x1b873593;
  const mix = (value: number): void => {
    low = Math.imul(low ^ value, 0x01000193);
    high = Math.imul(high ^ (value + 0x9e37), 0x85ebca6b);
  };
  let index = 0;
  let inWord = false;
  while (index < formula.length) {
    const code = formula.charCodeAt(index);
    if (code === QUOTE || code === APOSTROPHE) {
      // Texts and quoted sheet names stay as they are.
      do mix(formula.charCodeAt(index++));
      while (index < formula.length && formula.charCodeAt(index) !== code);
      if (index < formula.length) mix(formula.charCodeAt(index++));
      inWord = false;
      continue;
    }
    const end = inWord ? 0 : referenceEnd(formula, index);
    if (end > 0) {
      mixReference(formula, index, end, row, column, mix);
      index = end;
      inWord = false;
      continue;
    }
    inWord = isWord(code);
    mix(code);
    index++;
  }
  return (high >>> 0) * 2097152 + (low >>> 11);
}

const QUOTE = 34;

const APOSTROPHE = 39;

const DOLLAR = 36;

function isWord(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95 || code === 46 || code > 127;
}

/** Where the reference that begins here ends; 0 where none does. */
function referenceEnd(formula: string, start: number): number {
  let index = start;
  if (formula.charCodeAt(index) === DOLLAR) index++;
  const letters = index;
  while (formula.charCodeAt(index) >= 65 && formula.charCodeAt(index) <= 90) index++;
  if (index === letters || index - letters > 3) return 0;
  if (formula.charCodeAt(index) === DOLLAR) index++;
  const digits = index;
  while (formula.charCodeAt(index) >= 48 && formula.charCodeAt(index) <= 57) index++;
  if (index === digits) return 0;
  const next = formula.charCodeAt(index);
  return isWord(next) || next === 40 || next === 33 ? 0 : index;
}

function mixReference(formula: string, start: number, end: number, row: number, column: number, mix: (value: number) => void): void {
  let index = start;
  const fixedColumn = formula.charCodeAt(index) === DOLLAR;
  if (fixedColumn) index++;
  let columnNumber = 0;
  for (; formula.charCodeAt(index) >= 65; index++) columnNumber = columnNumber * 26 + formula.charCodeAt(index) - 64;
  const fixedRow = formula.charCodeAt(index) === DOLLAR;
  if (fixedRow) index++;
  let rowNumber = 0;
  for (; index < end; index++) rowNumber = rowNumber * 10 + formula.charCodeAt(index) - 48;
  mix(fixedColumn ? 1_000_003 + columnNumber : 2_000_003 + columnNumber - column);
  mix(fixedRow ? 3_000_017 + rowNumber : 5_000_011 + rowNumber - row);
}
