import type { Sheet } from "../../workbook";
import { normalise } from "../../values/text";
import { headText } from "../reading";
import { markLike, shownCell } from "./cells";
import type { GroupedPerson } from "./groups";
import type { RosterHead } from "./heads";
import { MOST_KINDS } from "./limits";
import { knownMark, plainOf } from "./marks";

/** Words of attendance: with them short signs of any kind are marks. */
const ATTENDANCE = /到岗|在岗|到位|出勤|考勤|人次|稳岗|持证/;
/** Words of other registers by person and month: hours, money, training, duty. */
const OTHER = /学时|课时|时数|小时|培训|督导|继续教育|[薪奖]|补贴|绩效|考核|值班|满意|电话|通讯|会议|签到|党|出生|体检|工资表|次数|金额/;
/** What says that those who were there are meant, where only 社保 and 工资 stand under the months. */
const PRESENCE = /到岗|在岗|到位|出勤|考勤|稳岗/;
/** Who was there is marked month by month; what is planned or visited, here and there. */
const MARKED = 1 / 3;

/**
 * Months and persons alone make no roster: the cells under the months must be marks, or person-months (1, 0.5, 0) where the
 * sheet speaks of attendance, or the heads must say 到位, 社保, 工资. Hours, amounts, days are none.
 */
export function isRoster(sheet: Sheet, head: RosterHead, persons: readonly GroupedPerson[], title: string): boolean {
  const kinds = new Set(head.months.flatMap(({ columns }) => columns.map(({ kind }) => kind)));
  const cells = persons.flatMap(({ row }) => head.months.flatMap(({ columns }) => columns.map(({ column, line }) => {
    const like = markLike(sheet, row + line, column);
    const value = shownCell(sheet, row + line, column)?.value ?? null;
    return { like, plain: like === "text" ? plainOf(value as string | boolean) : "" };
  })));
  const times = (...likes: readonly string[]): number => cells.filter(({ like }) => likes.includes(like)).length;
  const filled = cells.length - times("blank");
  const strange = times("number", "other");
  const words = normalise([sheet.name, title, ...headWords(sheet, head)].join(" "));
  // A person-month beside each number of days says what those come to.
  // 社保 and 工资 by month, and nothing of who was there: a register of what was paid.
  if (kinds.has("presence") || (kinds.has("insurance") && PRESENCE.test(words))) return filled === 0 || strange * 2 < filled || (strange * 2 === filled && times("share") === strange);
  if (kinds.has("insurance") || filled === 0 || strange * 3 > filled) return false;
  const other = OTHER.test(words);
  const attendance = ATTENDANCE.test(words);
  if (other && !attendance) return false;
  const signs = new Set(cells.filter(({ like }) => like === "text").map(({ plain }) => plain));
  if (!attendance && (filled < cells.length * MARKED || !saysOfStaff(head))) return false;
  const known = cells.filter(({ like, plain }) => like === "text" && knownMark(plain)).length;
  if (times("text") * 2 > filled) return signs.size <= MOST_KINDS && (known * 2 > times("text") || attendance);
  return attendance;
}

/** Columns that only a list of staff has: persons who are visited have a name, an address and a tick as well. */
function saysOfStaff({ columns: { type, certificate, contract, joined, left, position, total } }: RosterHead): boolean {
  return [type, certificate, contract, joined, left, position, total].some((column) => column !== null);
}

/** The heads and the labels of bottom rows are what a sheet says of its numbers. */
function headWords(sheet: Sheet, head: RosterHead): string[] {
  const words: string[] = [];
  for (let row = head.top; row <= head.bottom; row++) {
    for (let column = head.left; column <= head.right; column++) words.push(headText(sheet, row, column));
  }
  return words;
}
