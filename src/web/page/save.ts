import { render, say, type Language } from "../../messages";
import { download, nameBeside, XLSM_TYPE, XLSX_TYPE } from "../../pane/download";
import type { FileSession } from "../file-session";

/** What a copy is called: lianhe.核查.xlsx. */
export function copyName(fileName: string, extension: string, language: Language): string {
  return nameBeside(fileName, `${render(say("pane-copy-name"), language)}${extension}`);
}

/** Hands the copy as it is now to the browser, with its summary brought up to date, and gives its name. */
export async function downloadCopy(session: FileSession, language: Language): Promise<string> {
  await session.prepare();
  const name = copyName(session.fileName, session.opened.get().extension ?? ".xlsx", language);
  download(session.bytes(), name, /\.xlsm$/i.test(name) ? XLSM_TYPE : XLSX_TYPE);
  session.saved();
  session.handedOut(name);
  return name;
}
