import type { SettingsInput } from "../settings";

/** How far the assessor is with a station: 未看, 已看, 已通知, 已整改. */
export const DESK_STATES = ["unseen", "seen", "notified", "mended"] as const;
export type DeskState = (typeof DESK_STATES)[number];

/** What the assessor noted of a workbook. */
export interface DeskNote {
  readonly state: DeskState;
  readonly remark: string;
}

export const NO_NOTE: DeskNote = { state: "unseen", remark: "" };

/** What tells one workbook of a batch from another, now and when it comes again. Days as "YYYY-MM-DD"; the hash is that of its bytes. */
export interface DeskSubject {
  /** As it was given, in the folder that holds all of them. */
  readonly path: string;
  readonly station: string | null;
  readonly period: { readonly start: string; readonly end: string } | null;
  readonly hash: string | null;
}

export interface DeskEntry extends DeskSubject, DeskNote {}

/** 批次文件: what an assessor wants to find again on another day. It holds no cell of any workbook and no name of staff. */
export interface DeskFile {
  readonly settings: SettingsInput;
  /** The columns of the table that are shown; null where the file names none. */
  readonly columns: readonly string[] | null;
  readonly stations: readonly DeskEntry[];
}
