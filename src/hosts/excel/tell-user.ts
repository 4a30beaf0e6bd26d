import type { Language } from "../../messages";

/** What the address of the page carries when it is opened as a small window with a message. */
const NOTICE = "#notice=";

/** So long Excel may take to open the window, in milliseconds. */
const PATIENCE = 10_000;

/** The language that Excel's user reads; Chinese where Excel does not say. */
export function languageOfOffice(): Language {
  try {
    return /^en\b/i.test(Office.context.displayLanguage) ? "en" : "zh";
  } catch {
    return "zh";
  }
}

/**
 * Shows a sentence in a small window of Excel's, for commands that run without the pane. The window is this very page, which
 * shows what {@link noticeOf} finds in its address. Never rejects: where Excel opens no window there is nothing left to tell it with.
 */
export async function tellUser(sentence: string): Promise<void> {
  const address = `${location.origin}${location.pathname}${NOTICE}${encodeURIComponent(sentence)}`;
  await new Promise<void>((resolve) => {
    setTimeout(resolve, PATIENCE);
    try {
      Office.context.ui.displayDialogAsync(address, { height: 25, width: 30, displayInIframe: true }, () => resolve());
    } catch {
      resolve();
    }
  });
}

/** The sentence that this page was opened to show, or null. */
export function noticeOf(hash: string): string | null {
  if (!hash.startsWith(NOTICE)) return null;
  try {
    return decodeURIComponent(hash.slice(NOTICE.length));
  } catch {
    return null;
  }
}
