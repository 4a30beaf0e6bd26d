import { say } from "../messages";
import { contradictionIn, isMarkRole, MARK_MEANINGS, ROLES_OF, ROW_KINDS, SHAPES, TOLD_KINDS, type ToldTable } from "../told";
import { list, number, object, oneOf, SettingsError, text, type Check } from "./checks";
import type { SettingsInput } from "./types";

const VERSION = 1;
/** A district has a few forms; a table for people has few columns and marks. */
const MOST_PROFILES = 200;
const MOST_COLUMNS = 200;
const MOST_ROWS = 100;
const LONGEST = 200;

const roles = [...new Set(Object.values(ROLES_OF).flat())];

const profile = object({
  name: text(LONGEST, say("profile-name"), 1),
  kind: oneOf(...TOLD_KINDS),
  headRows: number(0, 6, 1),
  columns: list(object({ head: text(LONGEST), holds: oneOf(...SHAPES), role: oneOf(...roles) }, ["head", "holds", "role"]), MOST_COLUMNS),
  rows: list(object({ label: text(LONGEST), is: oneOf(...ROW_KINDS) }, ["label", "is"]), MOST_ROWS),
  marks: list(object({ mark: text(LONGEST), means: oneOf(...MARK_MEANINGS) }, ["mark", "means"]), MOST_ROWS),
  firstMonth: number(1, 12, 1),
  sheet: text(LONGEST)
}, ["name", "kind", "headRows", "columns"]);

/** 识别方案: each by itself without contradiction, each under a name of its own. */
export const profiles: Check = (value, key) => {
  const all = list(profile, MOST_PROFILES)(value, key) as ToldTable[];
  for (const told of all) {
    const why = contradictionIn(told);
    if (why) throw new SettingsError(say("profile-columns", { name: told.name, why }));
    if (!hasKey(told)) throw new SettingsError(say("profile-keyless", { name: told.name }));
    if (all.some((other) => other !== told && other.name === told.name)) throw new SettingsError(say("profile-names", { name: told.name }));
  }
  return all;
};

/** A table is known again by a head, or by at least two columns of numbers or marks side by side. */
function hasKey({ columns }: ToldTable): boolean {
  return columns.some(({ head }) => head !== "") || columns.filter(({ holds, role }) => isMarkRole(role) || holds === "number" || holds === "percent").length >= 2;
}

/** The version of a file of profiles; settings alone have none. */
export const version: Check = (value) => {
  if (value !== VERSION) throw new SettingsError(say("profile-version", { version: typeof value === "number" || typeof value === "string" ? value : "?" }));
  return VERSION;
};

/** The text of a file of profiles. */
export function profilesText(told: readonly ToldTable[]): string {
  return `${JSON.stringify({ version: VERSION, profiles: told }, null, 2)}\n`;
}

/** The settings with this table told as well, in place of what was told under its name; `null` takes back what was told under `name`. */
export function withProfile(settings: SettingsInput, name: string, told: ToldTable | null): SettingsInput {
  const { profiles: before = [], ...rest } = settings;
  const others = before.filter((one) => one.name !== name);
  const after = told ? [told, ...others] : others;
  return after.length > 0 ? { ...rest, profiles: after } : rest;
}
