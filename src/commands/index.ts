import { ExcelHost } from "../hosts/excel";
import { noticeOf } from "../hosts/excel/tell-user";
import { checkAndSummarize } from "./check-and-summarize";

const notice = noticeOf(location.hash);
if (notice !== null) {
  const text = document.createElement("p");
  text.textContent = notice;
  text.style.cssText = "font: 16px/1.6 'Microsoft YaHei UI', 'Microsoft YaHei', sans-serif; margin: 24px";
  document.body.append(text);
}

/** What the buttons of the ribbon run without the pane; the names stand in the manifest. */
void Office.onReady().then(() => {
  Office.actions.associate("checkAndSummarize", (event: Office.AddinCommands.Event) => {
    // Excel shows the button as busy until the event is completed, whatever came of it.
    void checkAndSummarize(new ExcelHost()).finally(() => event.completed());
  });
});
