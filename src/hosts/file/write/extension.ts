import { WorkbookError } from "../../../workbook";
import { parseXml } from "../package/xml";
import { openFile } from "../read/open";
import { isOverrideOf } from "./parts";

/** By the content type of the workbook part. Excel opens none under the name of another. */
const EXTENSIONS: readonly [RegExp, string][] = [
  [/\.sheet\.macroEnabled\.main\+xml$/i, ".xlsm"], [/\.template\.macroEnabled\.main\+xml$/i, ".xltm"], [/\.addin\.macroEnabled\.main\+xml$/i, ".xlam"],
  [/\.template\.main\+xml$/i, ".xltx"]
];
const TYPES = "[Content_Types].xml";

/** The extension that the written workbook must bear, whatever the file is called now; null for kinds that are only read, and for what cannot be read. */
export function writtenExtension(bytes: Uint8Array): string | null {
  try {
    const file = openFile(bytes);
    const types = file.kind === "package" ? file.opened.zip.read(TYPES) : null;
    if (file.kind !== "package" || !types) return null;
    const { part } = file.opened;
    let type = "";
    parseXml(TYPES, types, {
      open(name, attributes) {
        if (name === "Override" && isOverrideOf(attributes, part)) type = attributes["ContentType"] ?? "";
      }
    });
    return EXTENSIONS.find(([pattern]) => pattern.test(type))?.[1] ?? ".xlsx";
  } catch (error) {
    if (error instanceof WorkbookError) return null;
    throw error;
  }
}
