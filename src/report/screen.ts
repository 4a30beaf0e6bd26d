import { render, type Sentence } from "../messages";
import type { Settings, StoredSettings } from "../settings";
import type { Workbook } from "../workbook";
import { framesOf, type TableFrame } from "./frames";
import { checkInFull, type CheckOptions, type FullCheck } from "./index";
import { peopleOf, type StationPerson } from "./people";
import { retellingOf, type Retelling } from "./retelling";
import type { WorkbookReport } from "./types";

/** What a check yields for the screen. */
export interface Checked {
  readonly report: WorkbookReport;
  /** What the workbook keeps: the settings as given, the ignored findings. */
  readonly stored: StoredSettings;
  /** The settings that the check used, all filled in; null where no table was found. */
  readonly settings: Settings | null;
  /** 姓名 by "sheet!row", for the screen alone: a report holds no names unless the user wants them. */
  readonly names: ReadonlyMap<string, string>;
  /** The persons of the roster, by which several stations are held against each other. */
  readonly people?: readonly StationPerson[];
  /** What stays in sight of the tables while their sheets are scrolled; missing where there is none. */
  readonly frames?: readonly TableFrame[];
}

/**
 * Checks a workbook for a face that shows it. `unread` says what the host could not hand over; it joins what was not
 * checked. A workbook without a table of ours gives a report with its error, as `checkWorkbook` does.
 */
export function checkForScreen(workbook: Workbook, options: CheckOptions = {}, unread: readonly Sentence[] = []): Checked {
  return shown(checkInFull(workbook, options), options, unread);
}

/** As `checkForScreen`, with what makes it that of the other language: its report and persons. */
export function checkInBothLanguages(workbook: Workbook, options: CheckOptions): { checked: Checked; other: Retelling | null } {
  const full = checkInFull(workbook, options);
  const checked = shown(full, options, []);
  const language = options.language === "en" ? "zh" : "en";
  const told = shown({ ...full, report: full.reportIn(language) }, { ...options, language }, []);
  return { checked, other: retellingOf({ ...checked }, { ...checked, report: told.report, people: told.people }) };
}

function shown({ report, stored, result }: FullCheck, options: CheckOptions, unread: readonly Sentence[]): Checked {
  const people = result?.tables.rosters.flatMap(({ sheet, persons }) => persons.map((person) => [`${sheet}!${person.row}`, person.name] as const));
  return {
    report: { ...report, notChecked: [...unread.map((sentence) => render(sentence, options.language)), ...report.notChecked] },
    stored: { settings: stored.settings, ignored: stored.ignored, ...(stored.digest && { digest: stored.digest }) },
    settings: result?.settings ?? null,
    frames: result ? framesOf(result.tables) : [],
    people: result ? peopleOf(result, options.language ?? "zh") : [],
    names: new Map(people?.filter(([, name]) => name !== ""))
  };
}
