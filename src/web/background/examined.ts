import type { Language } from "../../messages";
import { reportFailure } from "../../report/document";
import type { StationPerson } from "../../report/people";
import { retellingOf, retold, type Retelling } from "../../report/retelling";
import type { WorkbookReport } from "../../report/types";

/** What a batch knows of a workbook that was checked. */
export interface Examined {
  readonly report: WorkbookReport;
  /** 姓名 by "sheet!row", for letters that are to name the staff. */
  readonly names: ReadonlyMap<string, string>;
  /** The same for the same bytes; null where the file could not be read. */
  readonly hash: string | null;
  /** Those of its roster; missing where it could not be checked. */
  readonly people?: readonly StationPerson[];
  /** What tells it in the other language; missing where only another check would. */
  readonly other?: Retelling | null;
}

/** A workbook that could not be checked. */
export function failedExamination(fileName: string, error: unknown, language: Language, hash: string | null): Examined {
  const [report, other] = (language === "zh" ? ["zh", "en"] as const : ["en", "zh"] as const).map((each) => reportFailure(fileName, error, each));
  return { report: report!, names: new Map(), hash, other: retellingOf({ report }, { report: other }) };
}

/** The same in the other language; null where only another check tells it. */
export function inOtherLanguage(examined: Examined): Examined | null {
  const { other, ...told } = examined;
  if (other === undefined) return null;
  const { other: _, ...now } = retold(examined, other);
  return { ...now, other: retellingOf(now, told) };
}

/** The report of a workbook that was opened in the meantime; what was told of it in the other language holds where nothing is found otherwise. */
export function withReport(examined: Examined, report: WorkbookReport): Examined {
  const { other, ...rest } = examined;
  const isSame = retellingOf(examined.report, report) === null;
  return { ...rest, report, ...(isSame && other !== undefined && { other }) };
}
