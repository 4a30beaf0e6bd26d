import { normalise } from "../values/text";

/** What a column of a list of agreements says. */
export type AgreementColumn = "station" | "headcount" | "share" | "certified" | "period" | "start" | "end" | "budget";

/** By its head; the first that fits. What a column is of staff with certificates is no headcount. */
const HEADS: readonly (readonly [AgreementColumn, RegExp])[] = [
  ["share", /持证.*(?:比例|率|占比|%)|(?:比例|占比).*持证/],
  ["certified", /持证/],
  ["start", /^(?:(?:协议|服务|合同|项目)?(?:期)?(?:开始|起始|起)(?:日期|日|时间)?|(?:开始|起始)于)$/],
  ["end", /^(?:协议|服务|合同|项目)?(?:期)?(?:结束|终止|截止|到期|止)(?:日期|日|时间)?$/],
  ["period", /起止|期限|服务期|周期|年度|(?:协议|合同|服务|项目)(?:执行)?时间|时段/],
  ["budget", /经费|金额|资金|预算|合同价|合同额|总价|万元/],
  ["headcount", /(?:社工|人员|岗位|配备|配置|在岗|要求|协议|应配).*(?:人数|数|个数|名)|^人数|编制|岗位数/],
  ["station", /站名|社工站|站点|街镇|镇街|街道|服务站|项目名称|^(?:名称|单位|街|镇)$/]
];

/** What a head says its column is; null for any other. */
export function columnOf(head: string): AgreementColumn | null {
  const plain = normalise(head).replace(/\([^)]*\)/g, "");
  return plain === "" ? null : HEADS.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}
