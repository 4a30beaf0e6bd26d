/** What the pane needs to know of the Office that it runs in. */
export interface OfficeFacts {
  /** "zh-CN", "en-US" … */
  readonly language: string;
  /** undefined where Office does not tell (Excel on the web). */
  readonly dark: boolean | undefined;
}

/**
 * Waits for Excel. Resolves with null when the page runs outside Excel or when office.js was blocked and the time is
 * up; `later` hears of an Excel that answers after that.
 */
export function connectToExcel(patience: number, later: (facts: OfficeFacts) => void): Promise<OfficeFacts | null> {
  return new Promise((resolve) => {
    let waiting = true;
    const timer = setTimeout(() => answer(null), patience);

    function answer(facts: OfficeFacts | null): void {
      clearTimeout(timer);
      if (waiting) resolve(facts);
      else if (facts) later(facts);
      waiting = false;
    }

    function ask(): void {
      void Office.onReady().then(({ host }) => answer(host === Office.HostType.Excel ? facts() : null));
    }

    const script = document.querySelector<HTMLScriptElement>("script[data-office-js]");
    if (typeof Office !== "undefined") ask();
    else if (script) {
      script.addEventListener("load", ask);
      script.addEventListener("error", () => answer(null));
    } else answer(null);
  });
}

function facts(): OfficeFacts {
  const theme = Office.context.officeTheme as Office.OfficeTheme | undefined;
  return { language: Office.context.displayLanguage, dark: theme?.isDarkTheme };
}

/** The open workbook's file name, or "" when it has none yet. */
export function documentName(): string {
  const last = (Office.context.document.url ?? "").split(/[\\/]/).pop() ?? "";
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
