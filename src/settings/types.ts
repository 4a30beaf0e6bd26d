import type { ToldTable } from "../told/types";
import type { Party } from "../values/party";
import type { Period } from "../values/period";

/** 中期 or 末期. */
export type Phase = "mid" | "final";

/**
 * The vetoes (一票否决情形) that only a person can tick: cleaners or guards on posts, personnel spending under 80%,
 * rectification late, professional or financial evaluation failed, serious breach of law.
 */
export type TickedVeto = "posts" | "spending" | "rectification" | "evaluation" | "breach";
export const TICKED_VETOES: readonly TickedVeto[] = ["posts", "spending", "rectification", "evaluation", "breach"];

/** Short by that many person-months (人次) or more is a veto. */
export interface VetoLimits {
  readonly staff: number;
  readonly certified: number;
}

/** The settings of one evaluation, all values filled in. */
export interface Settings {
  /** 协议要求社工数. */
  readonly headcount: number;
  /** 持证应到 as a share of 应到, 0 … 1. */
  readonly certifiedShare: number;
  /** null: guessed from the months counted. */
  readonly phase: Phase | null;
  /** null: taken from the titles. */
  readonly period: Period | null;
  /** Joined up to this day, a month counts in full. */
  readonly joinCutoffDay: number;
  /** Left on this day or later, a month counts in full. */
  readonly leaveCutoffDay: number;
  /** 稳岗率 must reach this ratio. */
  readonly retentionLimit: number;
  readonly trainingHoursPerPersonMonth: number;
  readonly weights: Readonly<Record<Party, number>>;
  readonly gradeLimits: { readonly excellent: number; readonly good: number; readonly pass: number };
  readonly vetoLimits: Readonly<Record<Phase, VetoLimits>>;
  /** Scores typed in by the assessor; they win over those found in the workbook. */
  readonly scores: Readonly<Partial<Record<Party, number>>>;
  /** true: met, false: not met, missing: nobody has said. */
  readonly vetoes: Readonly<Partial<Record<TickedVeto, boolean>>>;
  /** Names of staff in JSON, exports and the summary. */
  readonly showNames: boolean;
  /** The top-level keys that were given; the others hold defaults. */
  readonly given: ReadonlySet<SettingKey>;
}

/** What a settings file or the workbook's own part may hold: every key optional. */
export interface SettingsValues {
  readonly headcount?: number;
  readonly certifiedShare?: number;
  readonly phase?: Phase;
  readonly period?: Period;
  readonly joinCutoffDay?: number;
  readonly leaveCutoffDay?: number;
  readonly retentionLimit?: number;
  readonly trainingHoursPerPersonMonth?: number;
  readonly weights?: Partial<Record<Party, number>>;
  readonly gradeLimits?: Partial<Settings["gradeLimits"]>;
  readonly vetoLimits?: Partial<Record<Phase, Partial<VetoLimits>>>;
  readonly scores?: Partial<Record<Party, number>>;
  readonly vetoes?: Partial<Record<TickedVeto, boolean>>;
  readonly showNames?: boolean;
}

export type SettingKey = keyof SettingsValues;

/** What is known of a station's agreement from a list of many; money in 元. */
export interface Agreement {
  /** As the list has it: 联和街, 联和街社工站. */
  readonly station: string;
  readonly headcount?: number;
  readonly certifiedShare?: number;
  /** The year of the agreement (年度服务协议时间). */
  readonly period?: Period;
  readonly budget?: number;
}

/** Settings as they are written, with what differs for single stations. */
export interface SettingsInput extends SettingsValues {
  /** By the station's name as the title has it (compared after normalising). */
  readonly stations?: Readonly<Record<string, SettingsValues>>;
  /** What a list says of the stations' agreements: holds for a station before what is set for all, after what is set for it. */
  readonly agreements?: readonly Agreement[];
  /** 识别方案: what tables are that are not recognised, or not rightly. The first that fits a table speaks for it. */
  readonly profiles?: readonly ToldTable[];
}

/** A finding that the user does not want to see again while its cell shows the same. */
export interface IgnoredFinding {
  readonly fingerprint: string;
  readonly reason: string;
  /** What the cell showed when it was ignored. */
  readonly actual: string;
}

/** What the workbook's own custom XML part holds. */
export interface StoredSettings {
  readonly settings: SettingsInput;
  readonly ignored: readonly IgnoredFinding[];
  /** The tables as they were when 核查汇总 was written last; missing where it never was. */
  readonly digest?: TableDigest;
}

/** What a workbook remembers of its tables, by which a later change is seen without the old file: hashes only, no value, no name. */
export interface TableDigest {
  /** "2025-03-01" */
  readonly day: string;
  /** Ten hexadecimal digits a cell: six of what the cell is, four of what it held. */
  readonly cells: string;
}
