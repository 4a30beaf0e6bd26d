import type { BookData } from "./book";
import { FakeExcel } from "./fake-excel";

/** What a test sets before a page is opened. */
export interface PageSetup {
  readonly data: BookData;
  readonly language: string;
  /** null where Excel does not tell, as on the web. */
  readonly dark: boolean | null;
  readonly url: string;
  /** Sets that this Excel does not have: "ExcelApi 1.13". */
  readonly missing: readonly string[];
}

declare global {
  interface Window {
    /** The workbook behind the page, for the test to look at and to disturb. */
    fakeExcel: FakeExcel;
    hebiaoPageSetup: PageSetup;
    _richApiNativeBridge: FakeExcel["bridge"];
    /** What the page asked of Office besides the workbook. */
    officeCalls: string[];
    officeCommands: Record<string, (event: { completed(): void }) => void>;
  }
}

const setup = window.hebiaoPageSetup;
window.officeCalls = [];
window.officeCommands = {};
window.fakeExcel = new FakeExcel(setup.data);
window._richApiNativeBridge = window.fakeExcel.bridge;

/** Office itself, which Microsoft's script would only get from a real Excel around the page. */
const office = {
  HostType: { Excel: "Excel" },
  PlatformType: { OfficeOnline: "OfficeOnline" },
  AsyncResultStatus: { Succeeded: "succeeded", Failed: "failed" },
  onReady: (ready?: (info: unknown) => void) => {
    const info = { host: "Excel", platform: "OfficeOnline" };
    ready?.(info);
    return Promise.resolve(info);
  },
  actions: {
    associate: (name: string, run: (event: { completed(): void }) => void) => {
      window.officeCommands[name] = run;
    }
  },
  addin: {
    showAsTaskpane: () => {
      window.officeCalls.push("showAsTaskpane");
      return Promise.resolve();
    }
  },
  context: {
    displayLanguage: setup.language,
    host: "Excel",
    platform: "OfficeOnline",
    officeTheme: setup.dark === null ? undefined : { isDarkTheme: setup.dark },
    requirements: { isSetSupported: (set: string, version?: string) => !setup.missing.includes(`${set} ${version}`) },
    document: { url: setup.url },
    ui: {
      displayDialogAsync: (address: string, _options: unknown, done?: (result: unknown) => void) => {
        window.officeCalls.push(`dialog ${address}`);
        done?.({ status: "succeeded", value: { addEventHandler: () => undefined, close: () => undefined } });
      }
    }
  }
};

// Microsoft's script defines an Office of its own; ours stands behind that name whatever it does.
Object.defineProperty(window, "Office", { get: () => office, set: () => undefined, configurable: true });
