import type { Subject } from "./subjects";

/** What sentences call an indicator for short. */
const SHORT: Readonly<Partial<Record<string, readonly string[]>>> = {
  "filed.": ["建档"], "calls.": ["电访", "电话", "电话访问", "电话探访"], "visits.": ["探访", "上门", "上门探访", "入户探访"], "inquiry.": ["咨询个案"], "case.opened": ["接案", "开案", "个案接案", "个案开案"], "case.closed": ["结案", "个案结案"],
  "group.count": ["小组"], "group.sessions": ["小组节数"], "group.attendance": ["小组人次"], "large.count": ["大型活动"], "small.count": ["中小型活动"], "volunteers.": ["志愿者"], "backbone.": ["骨干", "志愿者骨干"], "teams.": ["队伍", "志愿者队伍"]
};

export function shortNamesOf({ family, leaf }: Pick<Subject, "family" | "leaf">): readonly string[] {
  return SHORT[`${family}.${leaf}`] ?? [];
}
