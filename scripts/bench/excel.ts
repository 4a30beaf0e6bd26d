import { readFileSync } from "node:fs";
import { readWorkbook } from "../../src/hosts/file";
import { workbookFrom } from "../../src/hosts/snapshot/workbook-from";
import { checkWorkbook } from "../../src/report";
import { summaryPlans } from "../../src/summary";
import { dataOf } from "../../test/excel/host";
import { openExcel } from "../../test/excel/host/in-node";

/** What one deed costs between the pane and Excel; what is read back after writing is counted, too. */
export interface Traffic {
  readonly deed: "check" | "mend all" | "first summary" | "summary again";
  readonly roundTrips: number;
  /** Bytes to and from Excel. */
  readonly sent: number;
  readonly received: number;
  /** The largest single request or answer in bytes; Excel on the web ends at five million. */
  readonly largest: number;
}

/** Does with a workbook what a user does, through Microsoft's own client. */
export async function measureTraffic(file: string): Promise<Traffic[]> {
  const { excel, host } = openExcel(dataOf(await readWorkbook(new Uint8Array(readFileSync(file)), file)));
  const traffic: Traffic[] = [];
  async function measured<T>(deed: Traffic["deed"], work: () => Promise<T>): Promise<T> {
    excel.trips.length = 0;
    const result = await work();
    const sizes = excel.trips.flatMap(({ requestBytes, responseBytes }) => [requestBytes, responseBytes]);
    traffic.push({
      deed,
      roundTrips: excel.roundTrips,
      sent: excel.trips.reduce((sum, { requestBytes }) => sum + requestBytes, 0),
      received: excel.trips.reduce((sum, { responseBytes }) => sum + responseBytes, 0),
      largest: Math.max(...sizes)
    });
    return result;
  }
  const { content } = await measured("check", () => host.readContent());
  const report = checkWorkbook(workbookFrom(content), { fileName: file });
  await measured("mend all", () => host.applyFixes(report.findings.flatMap(({ fix }) => (fix ? [fix] : []))));
  await measured("first summary", () => host.writeSheets(summaryPlans(report)));
  await host.readContent();
  await measured("summary again", () => host.writeSheets(summaryPlans(report)));
  return traffic;
}
