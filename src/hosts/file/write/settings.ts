import { SETTINGS_NAMESPACE, WorkbookError } from "../../../workbook";
import { findSettings } from "../package/package";
import type { PackageEditor } from "../package/package-editor";
import { readRelationships, relationshipsName } from "../package/relationships";
import { addContentType, addRelationship, dialectOf, removePart } from "./parts";
import { XmlEdit } from "../package/xml-edit";

const PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";
/** Excel knows custom parts by such an id; ours is always the same, there being one such part in a workbook. */
const ITEM_ID = "{5D2C1A0E-6A37-4B0B-9E64-3C9A8E1F7B21}";

/** Keeps the settings in their custom XML part, as `workbook.customXmlParts` in Excel does; null removes the part. */
export function writeSettings(editor: PackageEditor, xml: string | null): void {
  const existing = findSettings(editor.opened.zip);
  if (xml === null) {
    if (existing) removeSettings(editor, existing.part);
    return;
  }
  if (!isSettings(xml)) throw new WorkbookError("write-failed", "the settings are no XML of ours");
  const content = xml.startsWith("<?xml") ? xml : `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`;
  if (existing) editor.set(existing.part, content);
  else addSettings(editor, content);
}

function isSettings(xml: string): boolean {
  try {
    return new XmlEdit("settings", xml).namespace === SETTINGS_NAMESPACE;
  } catch {
    return false;
  }
}

function addSettings(editor: PackageEditor, content: string): void {
  const workbookPart = editor.opened.part;
  const { relationships: types } = dialectOf(editor.editExisting(workbookPart).namespace);
  const item = editor.freeName((number) => `customXml/item${number}.xml`);
  const properties = item.replace("customXml/item", "customXml/itemProps");
  editor.set(item, content);
  // The namespace of these properties is named after that of the relationships, in either dialect.
  const namespace = types.replace(/relationships$/, "customXml");
  editor.set(properties, '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n' +
    `<ds:datastoreItem ds:itemID="${ITEM_ID}" xmlns:ds="${namespace}">` +
    `<ds:schemaRefs><ds:schemaRef ds:uri="${SETTINGS_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`);
  addContentType(editor, item, "application/xml");
  addContentType(editor, properties, PROPERTIES_TYPE);
  addRelationship(editor, item, properties, `${types}/customXmlProps`);
  addRelationship(editor, workbookPart, item, `${types}/customXml`);
}

function removeSettings(editor: PackageEditor, item: string): void {
  for (const { type, target, external } of readRelationships(editor.opened.zip, item)) {
    if (type === "customXmlProps" && !external) removePart(editor, item, target);
  }
  if (editor.has(relationshipsName(item))) editor.remove(relationshipsName(item));
  removePart(editor, editor.opened.part, item);
}
