import type { Tables } from "../tables/tables";
import { cellName, type CellAddress } from "../workbook";
import type { ReportedEvaluation } from "./types";

type Printed = NonNullable<ReportedEvaluation["scores"]>["printed"];

/** The total and the grade that the workbook itself states, of the first score table that has one. */
export function printedScores({ scores }: Tables): Printed {
  const place = ({ sheet, row, column }: CellAddress) => ({ sheet, cell: cellName(row, column) });
  const totals = scores.flatMap((table): Printed["total"][] => {
    const reading = table.total?.converted ?? table.total?.score ?? null;
    if (reading && reading.kind !== "blank") return [{ ...place(reading.at), text: reading.text, value: reading.number }];
    const line = table.lines.find(({ party }) => party === "total");
    return line ? [{ ...place(line.at), text: line.text, value: line.value }] : [];
  });
  const grades = scores.flatMap(({ grade }) => (grade ? [{ ...place(grade.at), text: grade.grade }] : []));
  return { total: totals[0] ?? null, grade: grades[0] ?? null };
}
