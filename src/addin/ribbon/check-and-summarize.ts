import type { ExcelHost } from "../../hosts/excel";
import { languageOfOffice, tellUser } from "../../hosts/excel/tell-user";
import { render } from "../../messages";
import { problemOf } from "../../pane/model/problem";
import { reservationsOf } from "../../pane/model/reservations";

/**
 * 一键核查并写汇总: checks the open workbook and writes 核查汇总, which Excel then shows, and 核查明细. What went wrong is told in a small window.
 * Never rejects.
 */
export async function checkAndSummarize(host: ExcelHost): Promise<void> {
  const language = languageOfOffice();
  try {
    const [{ content, unread }, { checkWorkbook, summaryPlans, workbookFrom }] = await Promise.all([host.readContent(), import("./check")]);
    const report = checkWorkbook(workbookFrom(content), { fileName: host.fileName, language });
    if (report.error) return await tellUser(report.error.message);
    const notChecked = [...unread.map((sentence) => render(sentence, language)), ...report.notChecked];
    const reservations = reservationsOf(await host.writeSheets(summaryPlans({ ...report, notChecked }, { language, checkedAt: new Date() })));
    if (reservations.length > 0) await tellUser(reservations.map((sentence) => render(sentence, language)).join("\n"));
  } catch (error) {
    await tellUser(render(problemOf(error), language));
  }
}
