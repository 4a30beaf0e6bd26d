export const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
export const XLSM_TYPE = "application/vnd.ms-excel.sheet.macroEnabled.12";
export const JSON_TYPE = "application/json";

/** The browser needs the address for as long as it takes to start the download. */
const ADDRESS_LIFETIME = 60_000;

/** Hands the content to the browser as a download. */
export function download(content: Uint8Array | Blob | string, fileName: string, type: string): void {
  const address = URL.createObjectURL(new Blob([content as BlobPart], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), ADDRESS_LIFETIME);
}

/** "lianhe.xlsx" and "核查.xlsx" → "lianhe.核查.xlsx"; the former extension, if there is one, goes. */
export function nameBeside(fileName: string, ending: string): string {
  return `${fileName.replace(/\.[^.]*$/, "") || fileName}.${ending}`;
}
