import { render, say, type Language } from "../messages";
import type { Unread } from "../tables/types";
import { rectName } from "../workbook";
import type { ReportedUnread } from "./types";

/** What no table took, a sentence each; what is plainly something else shares one. */
export function unreadSentences(unread: readonly Unread[], language: Language): string[] {
  const others = [...new Set(unread.filter(({ grave }) => !grave).map(({ sheet }) => sheet))];
  return [
    ...reportedUnread(unread, language).map(({ message }) => message),
    ...(others.length > 0 ? [render(say("not-checked-others", { sheets: others.join(render(say("list-separator"), language)) }), language)] : [])
  ];
}

/** What looks as if it belonged to one of the station's tables, with its place. */
export function reportedUnread(unread: readonly Unread[], language: Language): ReportedUnread[] {
  return unread.filter(({ grave }) => grave).map(({ sheet, rect, why }) => {
    const range = rectName(rect);
    return { sheet, range, message: render(say("not-checked-region", { sheet, range, why }), language) };
  });
}
