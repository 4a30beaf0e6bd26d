import { readFileSync } from "node:fs";
import { createContext, Script } from "node:vm";
import { ExcelHost } from "../../../src/hosts/excel";
import type { BookData } from "./book";
import { FakeExcel } from "./fake-excel";

/** Compiled once: it is three megabytes. */
let client: Script | null = null;

/** Which parts of Office a test wants otherwise. */
export interface OfficeSetup {
  readonly isSetSupported?: (set: string, version?: string) => boolean;
  readonly url?: string;
}

/** A fake Excel with that workbook open, Microsoft's client before it, and our host before that. */
export function openExcel(data: BookData, setup: OfficeSetup = {}): { excel: FakeExcel; host: ExcelHost } {
  const excel = new FakeExcel(data, (work) => void setImmediate(work));
  const window: Record<string, unknown> = {
    console, setTimeout, clearTimeout, Promise, navigator: { userAgent: "" }, location: { href: "", search: "" }, document: {}, _richApiNativeBridge: excel.bridge
  };
  window["window"] = window;
  window["self"] = window;
  client ??= new Script(readFileSync(require.resolve("@microsoft/office-js/dist/excel-web-16.00.debug.js"), "utf8"));
  client.runInContext(createContext(window));
  const requirements = { isSetSupported: setup.isSetSupported ?? (() => true) };
  const Office = { HostType: { Excel: "Excel" }, context: { requirements, document: { url: setup.url ?? "https://example.invalid/%E8%81%94%E5%92%8C.xlsx" } } };
  window["Office"] = Office;
  Object.assign(globalThis, { Excel: window["Excel"], OfficeExtension: window["OfficeExtension"], Office });
  return { excel, host: new ExcelHost() };
}
