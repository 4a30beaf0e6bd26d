import { ExcelHost } from "../../hosts/excel";
import { noticeOf } from "../../hosts/excel/tell-user";
import { checkAndSummarize } from "./check-and-summarize";

const notice = noticeOf(location.hash);
if (notice !== null) {
  const text = document.createElement("p");
  text.textContent = notice;
  text.style.cssText = "font: 16px/1.6 'Microsoft YaHei UI', 'Microsoft YaHei', sans-serif; margin: 24px";
  document.body.append(text);
}

/** What the buttons of the ribbon run without the pane; the names stand in the manifest. */
const commands = {
  checkAndSummarize(event: Office.AddinCommands.Event): void {
    // Excel shows the button as busy until the event is completed, whatever came of it.
    void checkAndSummarize(new ExcelHost()).finally(() => event.completed());
  }
};

// An Excel that knows no association looks for the function among the globals.
Object.assign(window, commands);
void Office.onReady().then(() => {
  for (const [name, run] of Object.entries(commands)) (Office.actions as typeof Office.actions | undefined)?.associate(name, run);
});
