import { say, type Sentence } from "../messages";
import type { WorkbookReport } from "./types";

/** 站方3月1日自查后又改动 4 格. */
export function selfCheckSentence({ day, changed }: NonNullable<WorkbookReport["selfCheck"]>): Sentence {
  const [, month, date] = day.split("-").map(Number);
  return say(changed > 0 ? "self-check-changed" : "self-check-same", { day: say("self-check-day", { month: month!, day: date! }), changed });
}
