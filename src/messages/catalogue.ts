import { across } from "./across";
import { agreements } from "./agreements";
import { attendance } from "./attendance";
import { cli } from "./cli";
import { comparison } from "./comparison";
import { desk } from "./desk";
import { document } from "./document";
import { evaluation } from "./evaluation";
import { excel } from "./excel";
import { faces } from "./faces";
import { formulas } from "./formulas";
import { indicators } from "./indicators";
import { letters } from "./letters";
import { review } from "./review";
import { prose } from "./prose";
import { rulePages } from "./rule-pages";
import { paneActions } from "./pane-actions";
import { paneResult } from "./pane-result";
import { paneTables } from "./pane-tables";
import { paneStart } from "./pane-start";
import { settings } from "./settings";
import { statements } from "./statements";
import { summary } from "./summary";
import { tabAttendance } from "./tab-attendance";
import { tabIndicators } from "./tab-indicators";
import { tabScores } from "./tab-scores";
import { tabSettings } from "./tab-settings";
import { tables } from "./tables";
import { template } from "./template";
import { told } from "./told";
import { webBatch } from "./web-batch";
import { webDisk } from "./web-disk";
import { webEdit } from "./web-edit";
import { webPage } from "./web-page";
import { webSheet } from "./web-sheet";
import { workbook } from "./workbook";

/** Every sentence that a user reads: [中文, English], with {placeholders}. One file a subject; an id belongs to one file. */
export const catalogue = {
  ...indicators,
  ...across,
  ...agreements,
  ...attendance,
  ...cli,
  ...comparison,
  ...desk,
  ...document,
  ...evaluation,
  ...formulas,
  ...letters,
  ...review,
  ...prose,
  ...rulePages,
  ...settings,
  ...statements,
  ...summary,
  ...excel,
  ...faces,
  ...paneStart,
  ...paneTables,
  ...paneResult,
  ...paneActions,
  ...tabIndicators,
  ...tabAttendance,
  ...tabScores,
  ...tabSettings,
  ...tables,
  ...template,
  ...told,
  ...webBatch,
  ...webDisk,
  ...webEdit,
  ...webPage,
  ...webSheet,
  ...workbook
} as const satisfies Readonly<Record<string, readonly [string, string]>>;
