import { newWorkbook } from "../../hosts/file/write/new-workbook";
import { writeSettingsXml } from "../../settings";
import { templateSettings, templateSheets, type TemplateOptions } from "../../template";

/** The standard tables as the bytes of a workbook, with the settings that a check of them needs. Throws a TemplateError. */
export function makeTables(options: TemplateOptions): Uint8Array {
  return newWorkbook(templateSheets(options), writeSettingsXml({ settings: templateSettings(options), ignored: [] }));
}
