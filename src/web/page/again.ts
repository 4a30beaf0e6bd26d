import type { WorkbookReport } from "../../report/types";
import { WorkerClient } from "../background/client";
import type { FileSession } from "../file-session";

/** Whether a file holds the tables of the same station and period as the workbook that is open: another state of it, then. */
export async function isSameAgain(session: FileSession, file: File): Promise<boolean> {
  const open = session.opened.get().checked?.report;
  if (!open) return false;
  const worker = new WorkerClient();
  try {
    const { report } = await worker.ask("examine", { content: file, fileName: file.name, language: "zh", settings: {} });
    return isSameSubject(open, report);
  } finally {
    worker.end();
  }
}

/** Two reports on the same station and period. Of a workbook whose titles name neither nobody can tell. */
export function isSameSubject(a: Subject, b: Subject): boolean {
  return a.station !== null && a.station === b.station && a.period !== null && b.period !== null && a.period.start === b.period.start && a.period.end === b.period.end;
}

type Subject = Pick<WorkbookReport, "station" | "period">;
