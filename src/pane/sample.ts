export const SAMPLE_NAME = "lianhe.xlsx";

/** The sample workbook, which the pages carry with them, as base64. */
export async function sampleBase64(): Promise<string> {
  const { default: address } = await import("../../samples/lianhe.xlsx");
  return address.slice(address.indexOf(",") + 1);
}

/** The sample workbook as bytes. */
export async function sampleBytes(): Promise<Uint8Array> {
  return Uint8Array.from(atob(await sampleBase64()), (character) => character.charCodeAt(0));
}
