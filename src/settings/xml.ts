import { SaxesParser } from "saxes";
import { say } from "../messages";
import { SETTINGS_NAMESPACE } from "../workbook";
import { SettingsError } from "./checks";
import { parseSettings } from "./parse";
import type { IgnoredFinding, StoredSettings, TableDigest } from "./types";

/** The part as XML: the JSON of the settings and of the ignored findings, each in an element of its own. */
export function writeSettingsXml({ settings, ignored, digest }: StoredSettings): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<hebiao xmlns="${SETTINGS_NAMESPACE}" version="1"><settings>${xmlJson(settings)}</settings>`
    + `<ignored>${xmlJson(ignored)}</ignored>${digest ? `<digest>${xmlJson(digest)}</digest>` : ""}</hebiao>`;
}

/** Reads the part back; null stands for no part. Throws a SettingsError when it is not ours or damaged. */
export function readSettingsXml(xml: string | null): StoredSettings {
  if (xml === null) return { settings: {}, ignored: [] };
  const texts = new Map<string, string>();
  let path: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", () => damaged());
  parser.on("opentag", (tag) => {
    if (path.length === 0 && (tag.local !== "hebiao" || tag.uri !== SETTINGS_NAMESPACE)) damaged();
    path = [...path, tag.local];
  });
  parser.on("closetag", () => {
    path = path.slice(0, -1);
  });
  const take = (text: string): void => {
    const name = path.length === 2 ? path[1]! : null;
    if (name !== null) texts.set(name, (texts.get(name) ?? "") + text);
  };
  parser.on("text", take);
  parser.on("cdata", take);
  parser.write(xml).close();
  const digest = digestIn(texts.get("digest"));
  return { settings: parseSettings(json(texts.get("settings") ?? "{}")), ignored: ignoredIn(json(texts.get("ignored") ?? "[]")), ...(digest && { digest }) };
}

/** Settings and ignored findings as given, what the workbook remembers of its tables as it does now. */
export function keepingDigest(xml: string, current: string | null): string {
  try {
    const { digest } = readSettingsXml(current);
    return digest ? writeSettingsXml({ ...readSettingsXml(xml), digest }) : xml;
  } catch {
    return xml;
  }
}

function digestIn(text: string | undefined): TableDigest | null {
  if (text === undefined) return null;
  const { day, cells } = (json(text) ?? {}) as Record<string, unknown>;
  if (typeof day !== "string" || typeof cells !== "string" || !/^\d{4}-\d\d-\d\d$/.test(day) || !/^(?:[0-9a-f]{10})*$/.test(cells)) damaged();
  return { day, cells };
}

function ignoredIn(value: unknown): IgnoredFinding[] {
  if (!Array.isArray(value)) damaged();
  return value.map((entry: unknown) => {
    const { fingerprint, reason, actual } = (entry ?? {}) as Record<string, unknown>;
    if (typeof fingerprint !== "string" || typeof reason !== "string" || typeof actual !== "string") damaged();
    return { fingerprint, reason, actual };
  });
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return damaged();
  }
}

function damaged(): never {
  throw new SettingsError(say("settings-part-damaged"));
}

/** JSON that XML 1.0 can carry: control characters are escaped by JSON already, these few are not. */
function xmlJson(value: unknown): string {
  return JSON.stringify(value)
    .replace(/[\u007f-\u009f\ufffe\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;");
}
