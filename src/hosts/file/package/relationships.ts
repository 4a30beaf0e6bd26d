import { parseXml } from "./xml";
import type { ZipArchive } from "./zip";

/** One relationship of a part. */
export interface Relationship {
  readonly id: string;
  /** The last word of the type, which strict and transitional packages have in common: "worksheet", "styles" … */
  readonly type: string;
  /** The name of the part it leads to, or for an external one the target as written. */
  readonly target: string;
  readonly external: boolean;
}

/** Reads the relationships of a part; "" stands for the package itself. None are there when it has no such file. */
export function readRelationships(zip: ZipArchive, part: string): Relationship[] {
  const name = relationshipsName(part);
  const bytes = zip.read(name);
  const relationships: Relationship[] = [];
  if (!bytes) return relationships;
  parseXml(name, bytes, {
    open(element, attributes) {
      if (element !== "Relationship") return;
      const written = attributes["Target"] ?? "";
      const external = attributes["TargetMode"] === "External";
      relationships.push({
        id: attributes["Id"] ?? "",
        type: (attributes["Type"] ?? "").split("/").pop()!,
        target: external ? written : existingName(zip, resolveTarget(part, written)),
        external
      });
    }
  });
  return relationships;
}

/** Those of a part of the user's; none where they cannot be read, which is no matter here. */
export function anyRelationships(zip: ZipArchive, part: string): readonly Relationship[] {
  try {
    return readRelationships(zip, part);
  } catch {
    return [];
  }
}

/** "xl/workbook.xml" → "xl/_rels/workbook.xml.rels". */
export function relationshipsName(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** The part that a target leads to, seen from the part that names it. */
export function resolveTarget(from: string, target: string): string {
  const path = target.replace(/\\/g, "/").replace(/#.*$/, "");
  const segments = path.startsWith("/") ? [] : from.split("/").slice(0, -1);
  for (const segment of path.split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "" && segment !== ".") segments.push(segment);
  }
  return segments.join("/");
}

/** How a part is named from another one: the way {@link resolveTarget} leads back. */
export function relativeTarget(from: string, to: string): string {
  const base = from.split("/").slice(0, -1);
  const segments = to.split("/");
  let common = 0;
  while (common < base.length && common < segments.length - 1 && base[common] === segments[common]) common++;
  return [...base.slice(common).map(() => ".."), ...segments.slice(common)].join("/");
}

function existingName(zip: ZipArchive, name: string): string {
  const entry = zip.find(name) ?? zip.find(decoded(name));
  return entry?.name ?? name;
}

/** Undoes %20 and the like; a lone % stays. */
export function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
