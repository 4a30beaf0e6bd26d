import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { ExcelHost } from "../../../src/hosts/excel";
import type { SheetPlan, WrittenSheet } from "../../../src/workbook";
import type { BookData } from "./book";
import { FakeExcel } from "./fake-excel";

/** Microsoft's client, loaded once: it is three megabytes. Requests go to the fake that was opened last. */
interface Client {
  readonly window: Record<string, unknown>;
  readonly bridge: FakeExcel["bridge"];
  excel: FakeExcel;
}

let client: Client | null = null;

function clientBefore(excel: FakeExcel): Client {
  if (!client) {
    const bridge = { onMessageFromHost: (_message: string): void => undefined, sendMessageToHost: (text: string): void => client!.excel.bridge.sendMessageToHost(text) };
    const window: Record<string, unknown> = {
      console, setTimeout, clearTimeout, Promise, navigator: { userAgent: "" }, location: { href: "", search: "" }, document: {}, _richApiNativeBridge: bridge
    };
    window["window"] = window;
    window["self"] = window;
    client = { window, bridge, excel };
    runInContext(readFileSync(require.resolve("@microsoft/office-js/dist/excel-web-16.00.debug.js"), "utf8"), createContext(window));
  }
  client.excel = excel;
  excel.bridge.onMessageFromHost = client.bridge.onMessageFromHost;
  return client;
}

/** Which parts of Office a test wants otherwise. */
export interface OfficeSetup {
  readonly isSetSupported?: (set: string, version?: string) => boolean;
  readonly url?: string;
}

/** More turns of the event loop than anything takes that is under way between client and fake: what has not happened then does not happen. */
const TURNS = 50;

/** Lets everything come to its end that waits for nobody else. Counted in turns, not in time, which a busy machine lets pass. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) await new Promise((resolve) => setTimeout(resolve));
}

/** The fake that was opened before is in front again. */
openExcel.again = (excel: FakeExcel): void => void clientBefore(excel);

/** A fake Excel with that workbook open, Microsoft's client before it, and our host before that. */
export function openExcel(data: BookData, setup: OfficeSetup = {}): { excel: FakeExcel; host: ExcelHost } {
  const excel = new FakeExcel(data, (work) => void setImmediate(work));
  const { window } = clientBefore(excel);
  const requirements = { isSetSupported: setup.isSetSupported ?? (() => true) };
  const Office = { HostType: { Excel: "Excel" }, context: { requirements, document: { url: setup.url ?? "https://example.invalid/%E8%81%94%E5%92%8C.xlsx" } } };
  window["Office"] = Office;
  Object.assign(globalThis, { Excel: window["Excel"], OfficeExtension: window["OfficeExtension"], Office });
  return { excel, host: new ExcelHost() };
}

/** Writes one sheet of ours. */
export async function writeOne(host: ExcelHost, plan: SheetPlan): Promise<WrittenSheet> {
  return (await host.writeSheets([plan]))[0]!;
}
