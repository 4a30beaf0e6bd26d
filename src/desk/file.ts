import { say, SpokenError } from "../messages";
import { parseSettings, SettingsError, type SettingsInput } from "../settings";
import { DESK_STATES, type DeskEntry, type DeskFile } from "./types";

const KIND = "hebiao-batch";
const VERSION = 1;
/** A remark is a note, no report. */
export const LONGEST_REMARK = 2000;
const MOST_STATIONS = 10_000;
const HASH = /^[0-9a-z-]{8,80}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The text of a batch's file. Workbooks of which nothing was noted are left out. */
export function deskText({ settings, columns, stations }: DeskFile): string {
  const noted = stations.filter(({ state, remark }) => state !== "unseen" || remark !== "");
  return JSON.stringify({ kind: KIND, version: VERSION, settings, ...(columns && { columns }), stations: noted }, null, 2);
}

/** What a batch's file says. Throws a SpokenError whose sentence says what is wrong with it. */
export function parseDesk(text: string): DeskFile {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    throw new SpokenError(say("desk-no-file"));
  }
  if (!isRecord(value) || value["kind"] !== KIND) throw new SpokenError(say("desk-no-file"));
  if (value["version"] !== VERSION) throw new SpokenError(say("desk-newer"));
  const { settings = {}, columns, stations } = value;
  if (!Array.isArray(stations) || stations.length > MOST_STATIONS) throw new SpokenError(say("desk-no-file"));
  return {
    settings: settingsOf(settings),
    columns: Array.isArray(columns) ? columns.filter((name): name is string => typeof name === "string") : null,
    stations: stations.map((entry, index) => entryOf(entry, index + 1))
  };
}

function settingsOf(value: unknown): SettingsInput {
  try {
    return parseSettings(value);
  } catch (error) {
    throw error instanceof SettingsError ? new SpokenError(error.sentence) : error;
  }
}

function entryOf(value: unknown, number: number): DeskEntry {
  const wrong = (): never => { throw new SpokenError(say("desk-entry", { number })); };
  if (!isRecord(value)) return wrong();
  const { path, station = null, period = null, hash = null, remark = "" } = value;
  const state = DESK_STATES.find((one) => one === value["state"]);
  if (!state || typeof path !== "string" || typeof remark !== "string" || remark.length > LONGEST_REMARK) return wrong();
  if ((station !== null && typeof station !== "string") || (hash !== null && !(typeof hash === "string" && HASH.test(hash)))) return wrong();
  return { path, station, period: period === null ? null : periodOf(period) ?? wrong(), hash, state, remark };
}

function periodOf(value: unknown): DeskEntry["period"] {
  if (!isRecord(value)) return null;
  const { start, end } = value;
  return typeof start === "string" && typeof end === "string" && DAY.test(start) && DAY.test(end) ? { start, end } : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
