import { attendance } from "./attendance";
import { comparison } from "./comparison";
import { evaluation } from "./evaluation";
import { faces } from "./faces";
import { formulas } from "./formulas";
import { indicators } from "./indicators";
import { rulePages } from "./rule-pages";
import { settings } from "./settings";
import { summary } from "./summary";
import { template } from "./template";
import { workbook } from "./workbook";

/** Every sentence that a user reads: [中文, English], with {placeholders}. One file a subject; an id belongs to one file. */
export const catalogue = {
  ...indicators,
  ...attendance,
  ...comparison,
  ...evaluation,
  ...formulas,
  ...rulePages,
  ...settings,
  ...summary,
  ...faces,
  ...template,
  ...workbook
} as const satisfies Readonly<Record<string, readonly [string, string]>>;
