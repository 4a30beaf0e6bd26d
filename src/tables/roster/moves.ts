import { normalise } from "../../values/text";

/** Words of moving from one place to another; whether it leads away from the station is told by what stands around them. */
const MOVING = /^(?:[转调][入出]|调离|(?:转|调)(?:岗)?[至到往])$/u;
/** It says itself that the station is the same before and after. */
const STAYS = /站内|内部(?:调|转|轮|岗)|同一?站|本站(?:内|各)|片区?(?:间|内|调整|轮换|对调)|岗位(?:调整|变动|变更|轮换|互换|对调)|轮岗|(?:连续|持续|继续|仍|一直)在(?:岗|站|职)/u;
/** What a station is made of: its areas, groups, points and posts. */
const UNIT = /(?:片区?|小?组|岗位?|服务点|[东南西北中一二三四五六七八九十\d]点|领域|条线|主管|站长|督导|助理|专员|社工|干事)$/u;
/** What is none of the station's. */
const ELSEWHERE = /(?:站|街道?|镇|机构|中心|项目|家综|总部|公司|协会|基金会)$/u;

/**
 * Does a word of moving in a remark stay within the station (由东片调至西片，站内调整)? It does where the remark says so, where it goes to a part or a
 * post of a station, from one thing to another of the same kind, or to what the person's own row names. `before` and `behind`: the clause around the
 * word; `places`: what else stands in the row. What names another station is judged elsewhere.
 */
export function staysWithin(word: string, { before, behind, remark, places }: { readonly before: string; readonly behind: string; readonly remark: string; readonly places: readonly string[] }): boolean {
  if (!MOVING.test(word)) return false;
  const goal = bare(/^到?([^;,。()→]{1,12})/u.exec(behind)?.[1] ?? "");
  const origin = bare(/[由从自原]([^;,。()\d]{1,12})$/u.exec(before)?.[1] ?? "");
  if (ELSEWHERE.test(goal) || ELSEWHERE.test(origin)) return false;
  if (STAYS.test(remark)) return true;
  if (goal.length < 2) return false;
  const alike = origin.length > 1 && origin.at(-1) === goal.at(-1);
  return UNIT.test(goal) || alike || places.some((place) => normalise(place).includes(goal));
}

/** 西片工作, 片区主管一职: the place or the post itself. */
function bare(text: string): string {
  return text.replace(/(?:工作|任职|服务|一职|上班|岗位)$/u, "");
}
