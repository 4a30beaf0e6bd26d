import { toldApart } from "../../letters/advice";
import type { Language } from "../../messages";
import type { ReportedFinding } from "../../report/types";

/** What stands at the beginning of a message and in the heading already: what the cell shows, and what it should. */
const VALUES: Readonly<Record<Language, RegExp>> = {
  zh: /^(?:只?显示|是|为)?\s*(?:「[^」]*」|空着)?，?(?:应为 ?[^，。；]+(?=[，。；]))?[，。；：:]?\s*/,
  en: /^\s*(?:shows|is)?\s*(?:“[^”]*”)?(?: and should show [^.;,]+)?[;,.:]?\s*/
};

/** Why a finding is one, without what its heading says, and what is to be done about it. */
export function reasonOf(finding: ReportedFinding, language: Language): { reason: string; how: string } {
  const { message, how } = toldApart(finding, language);
  const { label = "", expected } = finding;
  if (label === "" || expected === "" || !message.toLowerCase().startsWith(label.toLowerCase())) return { reason: message, how };
  const rest = message.slice(label.length).replace(VALUES[language], "");
  return { reason: rest === "" ? message : rest.charAt(0).toUpperCase() + rest.slice(1), how };
}
