import { say, type Sentence } from "../messages";
import { isoDate } from "../values/dates";

/** Settings that can't be taken, with a sentence that names the key and what is allowed. */
export class SettingsError extends Error {
  constructor(readonly sentence: Sentence) {
    super(`${sentence.id} ${JSON.stringify(sentence.data)}`);
    this.name = "SettingsError";
  }
}

/** Takes one value at `key` or throws a SettingsError. */
export type Check = (value: unknown, key: string) => unknown;

export function refuse(key: string, allowed: Sentence): never {
  throw new SettingsError(say("settings-value", { key, allowed }));
}

export function number(from: number, to: number, step = 0): Check {
  return (value, key) => {
    const whole = step === 0 || (typeof value === "number" && Number.isInteger(value / step));
    if (typeof value !== "number" || !Number.isFinite(value) || value < from || value > to || !whole) {
      refuse(key, step === 0 ? say("settings-number", { from, to }) : step === 1 ? say("settings-number-whole", { from, to }) : say("settings-number-step", { from, to, step }));
    }
    return value;
  };
}

export const flag: Check = (value, key) => (typeof value === "boolean" ? value : refuse(key, say("settings-boolean")));

export function oneOf(...words: string[]): Check {
  return (value, key) => (typeof value === "string" && words.includes(value) ? value : refuse(key, say("settings-one-of", { words: words.join(" | ") })));
}

export const date: Check = (value, key) => {
  const match = typeof value === "string" ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) : null;
  if (!match || isoDate(Number(match[1]), Number(match[2]), Number(match[3])) !== value) refuse(key, say("settings-date"));
  return value;
};

/** An object whose keys are all known; `required` ones must be there. */
export function object(fields: Readonly<Record<string, Check>>, required: readonly string[] = []): Check {
  return (value, key) => {
    const entries = entriesOf(value, key);
    const known = new Map(Object.entries(fields));
    for (const name of required) if (!entries.some(([given]) => given === name)) refuse(join(key, name), say("settings-missing"));
    return Object.fromEntries(entries.map(([name, inner]) => {
      const check = known.get(name);
      if (!check) throw new SettingsError(say("settings-unknown", { key: join(key, name), known: Object.keys(fields).join(", ") }));
      return [name, check(inner, join(key, name))];
    }));
  };
}

// JSON.parse makes "__proto__" a key like any other; it is never assigned, only compared and refused or defined.
export function entriesOf(value: unknown, key: string): [string, unknown][] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) refuse(key === "" ? "{}" : key, say("settings-object"));
  return Object.entries(value);
}

export function join(key: string, name: string): string {
  return key === "" ? name : `${key}.${name}`;
}

export function each(names: readonly string[], check: Check): Record<string, Check> {
  return Object.fromEntries(names.map((name) => [name, check]));
}

/** A text of so many characters at most. */
export function text(longest: number, allowed: Sentence = say("profile-text"), fewest = 0): Check {
  return (value, key) => (typeof value === "string" && value.length <= longest && value.length >= fewest ? value : refuse(key, allowed));
}

/** A list of so many entries at most. */
export function list(entry: Check, most: number): Check {
  return (value, key) => (Array.isArray(value) && value.length <= most ? value.map((inner: unknown, index) => entry(inner, `${key}[${index}]`)) : refuse(key, say("profile-list", { most })));
}
