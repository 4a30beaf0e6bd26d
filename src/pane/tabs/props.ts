import type { Language } from "../../messages";
import type { SettingsInput } from "../../settings";
import type { ToldTable } from "../../told";
import type { Checked } from "../session";

/** What every tab of a result gets: the check, and the way to a cell. */
export interface TabProps {
  readonly checked: Checked;
  readonly language: Language;
  /** Shows a cell ("D9") or a range ("A3:I20", its first cell) to the user. */
  goTo(sheet: string, cell: string): void;
}

/** 评分: scores that no table gives and vetoes that only a person can tick are given in 设置. */
export interface ScoresTabProps extends TabProps {
  openSettings(): void;
}

/** 设置: what of it is kept in the workbook, what by this computer. */
export interface SettingsTabProps extends TabProps {
  /** The settings as the workbook is to keep them; a check follows. */
  onChange(settings: SettingsInput): void;
  /** The workbook can keep no settings: they hold for this time only. */
  readonly isReadOnly: boolean;
  /** The workbook is being checked with the settings given last. */
  readonly busy: boolean;
  /** What the user said of a table is taken back. */
  onForget(name: string): void;
  /** What a file of profiles says of tables joins what the workbook keeps. */
  onProfiles(given: readonly ToldTable[]): void;
  /** Hands a file to the user; null where that cannot be done (Excel): its text is copied then. */
  readonly deliver: ((content: string, fileName: string, type: string) => void) | null;
  /** The check repeats itself when cells change; null where nobody but us changes the workbook. */
  readonly liveCheck: boolean | null;
  onLiveCheck(on: boolean): void;
  onLanguage(language: Language): void;
}
