import { toldApart, type Ways } from "../../letters/advice";
import type { Language } from "../../messages";
import type { ReportedFinding } from "../../report/types";

/** What stands at the beginning of a message and in the heading already: what the cell shows, and what it should; and what led on to the rest. */
const VALUES: Readonly<Record<Language, RegExp>> = {
  zh: /^(?:只?显示|是|为)?\s*(?:「[^」]*」|空着|[-\d.,]+%?(?=，))?，?(?:应为 ?[^，。；]+(?=[，。；]))?[，。；：:]?\s*[的但是]?/,
  en: /^[:,]?\s*(?:shows|is|was)?\s*(?:“[^”]*”|[-\d.,]+%?(?=, ))?(?: and should show \S+?(?=[.;,:]?(?:\s|$)))?[;,.:]?\s*(?:but |is )?/
};

/** Who looks at the cells himself; what is only worth knowing asks for nothing. */
const OF_PANE = { assumed: "pane-how-assumed", look: "pane-how-look" } as const;
const TO_KNOW: Ways = { ...OF_PANE, look: null };

/** Why a finding is one, without what its heading says, and what is to be done about it; "" where that is nothing. */
export function reasonOf(finding: ReportedFinding, language: Language): { reason: string; how: string } {
  const { message, how } = toldApart(finding, language, finding.severity === "info" ? TO_KNOW : OF_PANE);
  const { label = "", expected } = finding;
  if (label === "" || expected === "" || !message.toLowerCase().startsWith(label.toLowerCase())) return { reason: message, how };
  const rest = message.slice(label.length).replace(VALUES[language], "");
  return { reason: rest === "" ? message : rest.charAt(0).toUpperCase() + rest.slice(1), how };
}
