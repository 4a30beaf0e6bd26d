import type { Language } from "../messages";
import type { WorkbookReport } from "../report/types";
import { numberText, percentText } from "../values/numbers";
import { wholeIndicators } from "./indicators";
import { wordsIn } from "./words";

/** A picture for a report: an SVG of that size in pixels, on white, with what it shows in words. */
export interface Chart {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const FACE = "'Microsoft YaHei','Noto Sans CJK SC',sans-serif";
const TEXT = "#262626";
const MUTED = "#5F6670";
const LINE = "#D5DBE3";
const DUE = "#B7C4D8";
const CERTIFIED = "#2F6DB5";
const UNCERTIFIED = "#8DB4E2";
const REACHED = "#1E6B34";
const OPEN = "#2F6DB5";

const MONTHS = { width: 720, height: 340, left: 28, right: 16, top: 78, bottom: 40, widest: 80 } as const;

/** Of each month what was due and who was there; null without a roster. */
export function attendanceChart({ evaluation }: WorkbookReport, language: Language): Chart | null {
  const word = wordsIn(language);
  const staffing = evaluation?.staffing;
  if (!staffing || staffing.byMonth.length === 0) return null;
  const { byMonth } = staffing;
  const { width, height, left, right, top, bottom } = MONTHS;
  const most = Math.max(1, ...byMonth.map(({ due, total }) => Math.max(due, total)));
  const step = (width - left - right) / byMonth.length;
  const bar = Math.min(MONTHS.widest, step * 0.36);
  const y = (value: number): number => height - bottom - (value / most) * (height - top - bottom);
  const columns = byMonth.flatMap(({ month, due, certified, total }, index) => {
    const middle = left + step * (index + 0.5);
    return [
      rect(middle - bar - 1, y(due), bar, y(0) - y(due), DUE), rect(middle + 1, y(certified), bar, y(0) - y(certified), CERTIFIED),
      rect(middle + 1, y(total), bar, y(certified) - y(total), UNCERTIFIED),
      text(middle - bar / 2 - 1, y(due) - 5, numberText(due), { anchor: "middle", color: MUTED, size: 12 }), text(middle + bar / 2 + 1, y(total) - 5, numberText(total), { anchor: "middle", size: 12 }),
      text(middle, height - bottom + 20, month, { anchor: "middle", size: 12 })
    ];
  });
  const legend = [[DUE, "prose-head-due"], [CERTIFIED, "prose-chart-certified"], [UNCERTIFIED, "prose-chart-others"]] as const;
  return drawn(width, height, word("prose-attendance-title"), [
    ...legend.flatMap(([color, id], index) => [rect(left + index * 130, 32, 12, 12, color), text(left + index * 130 + 18, 43, word(id), { size: 12, color: MUTED })]),
    `<line x1="${left}" y1="${y(0)}" x2="${width - right}" y2="${y(0)}" stroke="${MUTED}"/>`, ...columns
  ]);
}

const BARS = { width: 720, name: 250, right: 80, top: 44, row: 26, thick: 14, bottom: 12 } as const;
/** Rates beyond this would press the others together; their number stands beside the bar all the same. */
const MOST_SHOWN = 2;

/** The station's rates as bars, with the line of the target; null where no indicator has one. */
export function indicatorChart(report: WorkbookReport, language: Language): Chart | null {
  const word = wordsIn(language);
  const rated = wholeIndicators(report).flatMap(({ subject, rate }) => (rate === null ? [] : [{ subject, rate }]));
  if (rated.length === 0) return null;
  const { width, name, right, top, row, thick, bottom } = BARS;
  const height = top + rated.length * row + bottom;
  const most = Math.min(MOST_SHOWN, Math.max(1, ...rated.map(({ rate }) => rate)));
  const x = (rate: number): number => name + (Math.min(rate, most) / most) * (width - name - right);
  return drawn(width, height, word("prose-indicators-title"), [
    `<line x1="${x(1)}" y1="${top - 6}" x2="${x(1)}" y2="${height - bottom}" stroke="${MUTED}" stroke-dasharray="4 3"/>`,
    text(x(1), top - 10, "100%", { anchor: "middle", size: 11, color: MUTED }),
    ...rated.flatMap(({ subject, rate }, index) => {
      const middle = top + row * (index + 0.5);
      return [
        text(name - 8, middle + 4, shortened(subject), { anchor: "end", size: 12 }),
        rect(name, middle - thick / 2, Math.max(0, x(rate) - name), thick, rate >= 1 ? REACHED : OPEN), text(x(rate) + 6, middle + 4, percentText(rate), { size: 12 })
      ];
    })
  ]);
}

/** So many characters have room beside the bars. */
const MOST_CHARACTERS = 19;

function shortened(name: string): string {
  return name.length > MOST_CHARACTERS ? `${name.slice(0, MOST_CHARACTERS - 1)}…` : name;
}

function drawn(width: number, height: number, title: string, parts: readonly string[]): Chart {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FACE}">` +
    `<title>${escaped(title)}</title><rect width="${width}" height="${height}" fill="#FFFFFF" stroke="${LINE}"/>${text(16, 24, title, { size: 15, bold: true })}${parts.join("")}</svg>`;
  return { svg, width, height };
}

function rect(x: number, y: number, width: number, height: number, color: string): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(Math.max(0, height))}" fill="${color}"/>`;
}

interface TextLook {
  readonly size: number;
  readonly anchor?: "middle" | "end";
  readonly color?: string;
  readonly bold?: boolean;
}

function text(x: number, y: number, content: string, { size, anchor, color = TEXT, bold }: TextLook): string {
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" fill="${color}"${anchor ? ` text-anchor="${anchor}"` : ""}${bold ? ' font-weight="600"' : ""}>${escaped(content)}</text>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escaped(content: string): string {
  return content.replace(/[\u0000-\u001f]|\p{Surrogate}/gu, " ").replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
