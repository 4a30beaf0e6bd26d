import type { ExcelHost } from "../../hosts/excel";
import { languageOfOffice, tellUser } from "../../hosts/excel/tell-user";
import { render, say } from "../../messages";
import { problemOf } from "../../pane/model/problem";
import { reservationsOf } from "../../pane/model/reservations";

/** That notes stay where they were is told once while Excel is open. */
let toldOfNotes = false;

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
    const written = await host.writeSheets(summaryPlans({ ...report, notChecked }, { language, checkedAt: new Date() }));
    const reservations = reservationsOf(written);
    // Whether there are any, such an Excel does not tell.
    if (!toldOfNotes && !host.seesNotes && written.some(({ replaced }) => replaced)) {
      toldOfNotes = true;
      reservations.push(say("pane-summary-notes-stay"));
    }
    if (reservations.length > 0) await tellUser(reservations.map((sentence) => render(sentence, language)).join("\n"));
  } catch (error) {
    await tellUser(render(problemOf(error), language));
  }
}
