const DIGITS: Readonly<Record<string, number>> = { 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const STEPS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 十三 → 13, 两百零五 → 205, 二〇二四 → 2024; null for what is no numeral. */
export function numeralValue(numeral: string): number | null {
  if (!/^[零〇一二两三四五六七八九十百千]+$/.test(numeral)) return null;
  if (!/[十百千]/.test(numeral)) return numeral.length === 1 || /[〇零]/.test(numeral) ? Number([...numeral].map((sign) => DIGITS[sign]).join("")) : null;
  let value = 0;
  let digit: number | null = null;
  for (const sign of numeral) {
    const step = STEPS[sign];
    if (step === undefined) digit = DIGITS[sign]!;
    else {
      value += (digit ?? 1) * step;
      digit = null;
    }
  }
  return value + (digit ?? 0);
}
