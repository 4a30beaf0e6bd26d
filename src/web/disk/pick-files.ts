import { DOCUMENT_KINDS, WORKBOOK_KINDS, type GivenFile } from "../page/given-files";

/** Whether the browser's own dialog gives files that can be read again and written. */
export function canPickFiles(): boolean {
  return typeof window.showOpenFilePicker === "function";
}

/**
 * Lets the user choose workbooks and reports by the browser's own dialog, whose files can be read again. null where the browser does not let the page
 * ask (in a frame of another origin); empty where the user chose nothing.
 */
export async function pickFiles(description: string): Promise<GivenFile[] | null> {
  try {
    const accept = { "application/octet-stream": [...WORKBOOK_KINDS.split(","), ...DOCUMENT_KINDS.split(",")] };
    const handles = await window.showOpenFilePicker!({ multiple: true, types: [{ description, accept }] });
    return await Promise.all(handles.map(async (handle) => ({ path: handle.name, file: await handle.getFile(), handle })));
  } catch (error) {
    return error instanceof DOMException && error.name === "AbortError" ? [] : null;
  }
}
