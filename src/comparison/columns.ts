import type { MessageId } from "../messages";
import type { ComparisonRow } from "./rows";

/** The figures of a workbook that stand in columns beside its name. */
export type FigureKey = (typeof FIGURES)[number]["key"];

interface Figure {
  readonly key: keyof ComparisonRow;
  readonly label: MessageId;
  readonly kind: "count" | "halves" | "percent" | "score" | "text";
  /** In characters, on a sheet. */
  readonly width: number;
  /** Shown on the page until the assessor chooses otherwise. */
  readonly isShown: boolean;
}

export const FIGURES = [
  { key: "errors", label: "comparison-errors", kind: "count", width: 8, isShown: true },
  { key: "warnings", label: "comparison-warnings", kind: "count", width: 8, isShown: true },
  { key: "phase", label: "comparison-phase", kind: "text", width: 8, isShown: true },
  { key: "months", label: "comparison-months", kind: "halves", width: 8, isShown: false },
  { key: "due", label: "comparison-due", kind: "halves", width: 9, isShown: true },
  { key: "actual", label: "comparison-actual", kind: "halves", width: 9, isShown: true },
  { key: "shortage", label: "comparison-shortage", kind: "halves", width: 8, isShown: true },
  { key: "certifiedShortage", label: "comparison-certified-shortage", kind: "halves", width: 10, isShown: false },
  { key: "retention", label: "comparison-retention", kind: "percent", width: 10, isShown: true },
  { key: "vetoes", label: "comparison-vetoes", kind: "text", width: 12, isShown: true },
  { key: "behind", label: "comparison-behind", kind: "count", width: 9, isShown: false },
  { key: "unchecked", label: "comparison-unchecked", kind: "count", width: 9, isShown: false },
  { key: "total", label: "comparison-total", kind: "score", width: 9, isShown: true },
  { key: "grade", label: "comparison-grade", kind: "text", width: 9, isShown: true }
] as const satisfies readonly Figure[];

/** The columns that are shown until the assessor chooses others. */
export const SHOWN_FIGURES: readonly FigureKey[] = FIGURES.filter(({ isShown }) => isShown).map(({ key }) => key);
