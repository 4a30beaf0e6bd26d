import type { Submission } from "../../src/comparison";
import { checkWithPeople, type CheckOptions } from "../../src/report";
import { takeSitting, type Sitting } from "../../src/review";
import type { SettingsInput } from "../../src/settings";
import type { Workbook } from "../../src/workbook";
import type { Built } from "../generator";

/** So many results are kept, the last ones: more than there are clean workbooks, which most pairs have in common. */
const MOST_KEPT = 200;

/** A check that looks once at workbooks that hold the same under the same settings, to however many pairs they belong. */
function once<T>(check: (workbook: Workbook, options: CheckOptions) => T): (workbook: Workbook, built: Built, fileName?: string) => T {
  const kept = new Map<string, T>();
  return (workbook, built, fileName = "") => {
    const options = { settings: (built.settings as SettingsInput | null) ?? undefined, fileName };
    const key = JSON.stringify([contentOf(workbook), options]);
    const result = kept.get(key) ?? check(workbook, options);
    kept.delete(key);
    kept.set(key, result);
    if (kept.size > MOST_KEPT) kept.delete([...kept.keys()][0]!);
    return result;
  };
}

/** All that a generated workbook holds, as data. */
function contentOf({ sheets, ...rest }: Workbook): unknown {
  return { ...rest, sheets: sheets.map(({ name, visibility, merges, marker, cells, hiddenRows, hiddenColumns }) => [name, visibility, merges, marker, [...cells], [...hiddenRows], [...hiddenColumns]]) };
}

/** A workbook as the review of a pair takes it. */
export const sittingOf = once<Sitting>(takeSitting);

/** A workbook as one of a district's. */
export const submissionOf = once<Submission>(checkWithPeople);
