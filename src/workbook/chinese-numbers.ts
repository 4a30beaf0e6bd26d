/** 一二三 as usually written, 壹贰叁 as on cheques, or １２３ with 十 and 百 between them. */
export type ChineseStyle = "plain" | "formal" | "wide";

const DIGITS: Readonly<Record<ChineseStyle, string>> = { plain: "○一二三四五六七八九", formal: "零壹贰叁肆伍陆柒捌玖", wide: "０１２３４５６７８９" };
const UNITS: Readonly<Record<ChineseStyle, readonly string[]>> = {
  plain: ["", "十", "百", "千"], formal: ["", "拾", "佰", "仟"], wide: ["", "十", "百", "千"]
};
const GROUPS = ["", "万", "亿", "万亿", "亿亿"];

/** Digit by digit: 2024 → 二○二四. Other characters stay. */
export function chineseDigits(text: string, style: ChineseStyle): string {
  return text.replace(/\d/g, (digit) => DIGITS[style][Number(digit)]!);
}

/** A whole number in words (一百二十三), or digit by digit. */
export function chineseNumber(value: number, style: ChineseStyle, inWords = true): string {
  const digits = String(value);
  if (!inWords || !/^\d+$/.test(digits)) return chineseDigits(digits, style);
  if (value === 0) return DIGITS[style][0]!;
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 4) groups.unshift(digits.slice(Math.max(0, end - 4), end));
  let words = "";
  let gap = false;
  groups.forEach((group, i) => {
    const part = groupWords(group, style);
    if (part === "") {
      gap = words !== "";
      return;
    }
    if (words !== "" && (gap || group.startsWith("0"))) words += DIGITS[style][0]!;
    words += part + (GROUPS[groups.length - 1 - i] ?? "");
    gap = false;
  });
  return words;
}

/** Up to four digits, without zeros before the first and after the last. */
function groupWords(group: string, style: ChineseStyle): string {
  let words = "";
  let gap = false;
  [...group].forEach((digit, i) => {
    if (digit === "0") {
      gap = words !== "";
      return;
    }
    words += (gap ? DIGITS[style][0]! : "") + DIGITS[style][Number(digit)]! + UNITS[style][group.length - 1 - i]!;
    gap = false;
  });
  return words;
}
