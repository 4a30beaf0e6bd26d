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
      void Promise.resolve().then(() => Office.onReady()).then(({ host }) => answer(String(host) === "Excel" ? facts() : null), () => answer(null));
    }

    const script = document.querySelector<HTMLScriptElement>("script[data-office-js]");
    if (typeof Office !== "undefined") ask();
    else if (script) {
      script.addEventListener("load", ask);
      script.addEventListener("error", () => answer(null));
    } else answer(null);
  });
}

/** What Office says of itself, where it says anything: an older or a stranger Office lacks any of it. */
function told<T>(say: () => T | undefined | null): T | undefined {
  try {
    return say() ?? undefined;
  } catch {
    return undefined;
  }
}

function facts(): OfficeFacts {
  return {
    language: told(() => Office.context.displayLanguage) ?? "zh-CN",
    dark: told(() => (Office.context.officeTheme as Office.OfficeTheme | undefined)?.isDarkTheme)
  };
}

/** The open workbook's file name, or "" when it has none yet. */
export function documentName(): string {
  const url = told(() => Office.context.document.url) ?? "";
  // SharePoint's page names the file in its query; a path may have a "#" in it.
  const path = /^https?:/i.test(url) ? /[?&]file=([^&#]+)/.exec(url)?.[1] ?? url.split(/[?#]/)[0]! : url;
  const last = path.split(/[\\/]/).pop() ?? "";
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** Whether this Excel has a set of calls; true where it does not tell, so that trying shows it. */
export function hasApi(version: string): boolean {
  return told(() => Office.context.requirements.isSetSupported("ExcelApi", version)) ?? true;
}

/** Whether this Excel lets the notes of cells be seen: Microsoft's client has learned of them later than of everything else that is used here. */
export function seesNotes(): boolean {
  return hasApi("1.18") && (told(() => "notes" in Excel.Worksheet.prototype) ?? false);
}
