import type { Language } from "../../messages";
import type { RulePage } from "./types";

export type * from "./types";

/** The page of the rule, loaded on demand. Rejects for a rule that does not exist. */
export async function loadRulePage(ruleId: string, language: Language): Promise<RulePage> {
  // The files are what `npm run rule-docs` wrote of this very type.
  const pages = (language === "zh" ? await import("./zh.json") : await import("./en.json")).default as unknown as Readonly<Record<string, RulePage>>;
  const page = Object.prototype.hasOwnProperty.call(pages, ruleId) ? pages[ruleId] : undefined;
  if (!page) throw new Error(`no page of the rule ${ruleId}`);
  return page;
}
