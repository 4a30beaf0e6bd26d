import type { AnyPackageEditor } from "../package/package-editor";
import { relationshipsName, relativeTarget, resolveTarget } from "../package/relationships";
import { escapeXml } from "../package/xml-write";
import { partKey } from "../package/zip";

/** The namespaces and relationship types of a package: strict (ISO) or transitional, as its workbook is. */
export interface Dialect {
  readonly main: string;
  readonly relationships: string;
}

const CONTENT_TYPES = "[Content_Types].xml";
const STRICT = "http://purl.oclc.org/ooxml/";

/** The dialect that belongs to the namespace of the workbook part. */
export function dialectOf(mainNamespace: string): Dialect {
  return {
    main: mainNamespace,
    relationships: mainNamespace.startsWith(STRICT)
      ? `${STRICT}officeDocument/relationships`
      : "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  };
}

/** States the content type of a part. */
export function addContentType(editor: AnyPackageEditor, part: string, type: string): void {
  const edit = editor.editExisting(CONTENT_TYPES);
  const name = `/${part}`;
  if (edit.root.children.some((each) => isOverrideOf(each.attributes, part))) return;
  edit.append(edit.root, `<${edit.prefix}Override PartName="${escapeXml(name)}" ContentType="${type}"/>`);
  editor.set(CONTENT_TYPES, edit);
}

/** Removes a part, the statement of its type, and what leads to it from the given part. */
export function removePart(editor: AnyPackageEditor, from: string, part: string): void {
  editor.remove(part);
  const types = editor.editExisting(CONTENT_TYPES);
  for (const each of types.root.children) if (isOverrideOf(each.attributes, part)) types.remove(each);
  editor.set(CONTENT_TYPES, types);
  const relationships = editor.edit(relationshipsName(from));
  if (!relationships) return;
  for (const each of relationships.root.children) {
    const { Target: target, TargetMode: mode } = each.attributes;
    if (mode !== "External" && partKey(resolveTarget(from, target ?? "")) === partKey(part)) relationships.remove(each);
  }
  editor.set(relationshipsName(from), relationships);
}

/** Adds a relationship and gives its id. The type is a whole URI. */
export function addRelationship(editor: AnyPackageEditor, from: string, to: string, type: string): string {
  const name = relationshipsName(from);
  const edit = editor.edit(name);
  const target = escapeXml(relativeTarget(from, to));
  if (!edit) {
    editor.set(name, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
      `<Relationship Id="rId1" Type="${type}" Target="${target}"/></Relationships>`);
    return "rId1";
  }
  const taken = new Set(edit.root.children.map((each) => each.attributes["Id"]?.toLowerCase()));
  let number = taken.size + 1;
  while (taken.has(`rid${number}`)) number++;
  edit.append(edit.root, `<${edit.prefix}Relationship Id="rId${number}" Type="${type}" Target="${target}"/>`);
  editor.set(name, edit);
  return `rId${number}`;
}

/** Whether those are the attributes of the override that states the type of the part. */
export function isOverrideOf(attributes: Record<string, string>, part: string): boolean {
  const name = attributes["PartName"];
  return name !== undefined && partKey(name.replace(/\\/g, "/").replace(/^\/+/, "")) === partKey(part);
}
