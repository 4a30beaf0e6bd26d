import { documentOfText } from "../../hosts/document";
import { sourceOf } from "../../report/written";
import { checkInFull } from "../../report";
import { statementsOf } from "..";

/** What is contradicted in a report: the quotes. */
function contradicted(text: string): string[] {
  const document = documentOfText(text);
  const { result } = checkInFull(document.workbook, {});
  return statementsOf(document, result ? [sourceOf(result, null)] : []).filter(({ contradiction }) => contradiction !== null).map(({ place }) => place.quote);
}

const table = (rows: readonly (readonly (string | number)[])[]): string => rows.map((row) => row.join("\t")).join("\n");

const PLACES = table([["地点", "领域", "参与人次", "志愿者人次"], ["大塘社区", "长者", 236, 28], ["蓝天社区", "家庭", 142, 15], ["晓园社区", "残障", 131, 16], ["怡乐社区", "家庭", 296, 17], ["合计", "", 805, 76]]);
const MONTHS = table([["月份", "电访", "探访"], ["1月", 142, 110], ["2月", 98, 76], ["3月", 171, 138], ["4月", 165, 131]]);
const POINTS = table([["项目", "标准分", "得分"], ["需求调研", 6, 6], ["计划制定", 6, 5], ["个案服务", 12, 10], ["小组服务", 10, 9], ["场地安全", 3, 3]]);
const TASKS = table([["序号", "存在问题", "整改状态", "完成日期", "天数"], [1, "个案结案滞后", "已完成", "2024.12.20", 20], [2, "制度未上墙", "已完成", "2024.11.15", 12], [3, "招募不足", "进行中", "—", 0], [4, "档案不规范", "已完成", "2025.2.28", 30]]);
const AIMS = table([["指标", "协议量", "完成量", "完成率"], ["电访（个）", 2200, 1188, "54.00%"], ["入户探访（人次）", 1600, 937, "58.56%"], ["微项目（个）", 10, 9, "90.00%"]]);

/** By mechanism: a table, a sentence that it bears out, the same with a mistake and what is told of it, and one that it leaves open. */
const CASES: readonly { readonly of: string; readonly table?: string; readonly valid: readonly string[]; readonly invalid: readonly (readonly [string, string])[]; readonly silent: readonly string[] }[] = [
  {
    of: "numbers side by side that no words relate",
    valid: ["由上期的125名降至本期的109名，减少16名。", "三个片区的小组合计32个，个案合计86个。", "男性6名，女性14名，党员7名。", "净增26户：新建41户，注销15户。", "按平均20.17名计，合计1462小时，人均72.5小时。"],
    invalid: [["由上期的125名降至本期的109名，减少61名。", "减少61名"]],
    silent: ["发展志愿者125名，志愿者骨干29名，志愿者骨干尚差1名。", "其中末期接案49个、结案44个，结案数较中期增加16个。", "新增67人，服务5236小时，人均12.71小时。", "个案26个，其中情绪支持15个、家庭关系12个、就业9个。", "从15人增加到17人，另有2名督导。"]
  },
  {
    of: "numbers side by side", table: PLACES,
    valid: ["大塘社区、蓝天社区、晓园社区的参与人次分别为236、142、131人次。", "四个社区的志愿者人次分别为28、15、16、17人次。"],
    invalid: [["大塘社区、蓝天社区、晓园社区的参与人次分别为142、236、131人次。", "142、236、131人次"], ["大塘社区236人次、蓝天社区142人次、晓园社区135人次、怡乐社区296人次。", "晓园社区135人次"]],
    silent: ["大塘社区、蓝天社区分别收到意见3、2条。", "大塘社区20人次、蓝天社区30人次、晓园社区40人次。"]
  },
  {
    of: "rows that words choose", table: POINTS,
    valid: ["扣1分的有2个，得满分的项目有2个。"],
    invalid: [["扣1分的有3个。", "扣1分的有3个"], ["得满分的2项分别是需求调研、个案服务。", "需求调研、个案服务"]],
    silent: ["上一年度扣1分的有4个。", "另有3个需要关注。"]
  },
  {
    of: "days of rows", table: TASKS,
    valid: ["制度未上墙（2024年11月15日）已整改。"],
    invalid: [["档案不规范（2025年2月18日）最后整改。", "2025年2月18日"]],
    silent: ["评估组于2025年3月1日走访。", "2024年11月1日提出、2024年11月15日完成制度未上墙的整改。"]
  },
  {
    of: "what is lacking", table: AIMS,
    valid: ["电访还差1012个。", "微项目尚缺1个。", "开案82个，结案70个，未结12个。"],
    invalid: [["微项目尚缺2个。", "微项目尚缺2个"], ["开案82个，结案70个，未结10个。", "未结10个"]],
    silent: ["活动室还差2个插座。", "与去年相比，电访少40个。", "未触及短缺10人次的否决线。"]
  },
  { of: "means", valid: ["小组37个，服务1688人次，组均45.62人次。"], invalid: [["小组37个，服务1688人次，组均46.52人次。", "组均46.52人次"]], silent: ["本站人均服务766人次。", "小组37个，个案20个，服务1688人次，每周平均40人次。"] },
  {
    of: "a row with the column named before", table: MONTHS,
    valid: ["2月：电访98次，探访76次。"], invalid: [["2月：电访98次，探访67次。", "探访67次"]], silent: ["2月：走访困难群众67次。"]
  },
  {
    of: "names with another row's number", table: PLACES,
    valid: ["参与最多的是怡乐社区（296人次）。"], invalid: [["来访最密的是大塘社区（296人次）。", "大塘社区（296人次"]], silent: ["来访最密的是大塘社区（540人次）。"]
  },
  {
    of: "slips of the hand", table: PLACES,
    valid: ["晓园社区到场的居民共131人次。"], invalid: [["全部参与人次达到850人次。", "全部参与人次达到850人次"]], silent: ["站点来访的居民达到1200人次。"]
  },
  {
    of: "periods beside each other",
    valid: ["末期应到96人次，实到97.5人次，超配1.5人次；中期应到96人次，实到94人次，欠2人次。", "末期持续在岗14名，稳岗率87.50%，中期持续在岗13名，稳岗率81.25%。"],
    invalid: [["末期应到96人次，实到97.5人次，超配1.5人次；累计应到192人次，实到191.5人次，欠1.5人次。", "欠1.5人次"]],
    silent: ["持续在岗11名，稳岗率78.57%，按14名计算至少需要12名持续在岗。"]
  },
  { of: "parts", valid: ["入户28户，其中东街10户、西街10户、北街8户。"], invalid: [["活动29场，其中和平街10场、同德街9场、长兴街8场。", "活动29场"]], silent: ["新登记83名，协议量80名，其中东片区22名、西片区41名、北片区20名。", "志愿者队伍累计11支，其中新建2支、解散1支，上年度末为10支。"] },
  { of: "lists", valid: ["全站分为三个村：蕉东村、蕉西村、塘尾村。"], invalid: [], silent: ["一、完善档案。二、蕉门片区三个村的活动应均衡。"] },
  { of: "bounds", valid: ["出席率85.71%，高于80%。"], invalid: [["出席率为85.71%，低于80%。", "低于80%"]], silent: ["出席率在85%以上的24个，占85.71%，低于85%的4个。"] },
  { of: "grades of two years", valid: ["本年度总分90.62分，等级为优秀。"], invalid: [["总分90.62分，等级为良好。", "等级为良好"]], silent: ["本年度总分90.62分，等级为优秀；上年度总分84.75分，等级为良好。"] },
  {
    of: "counts of a part", table: table([["指标", "协议量", "完成量", "完成率"], ["个案接案（个）", 60, 63, "105.00%"], ["大型社区活动（次）", 6, 4, "66.67%"]]),
    valid: ["个案接案63个，完成105.00%。"], invalid: [], silent: ["中期接案27个，末期新接案36个。", "五社联动专项方面，大型社区活动2次，年度完成率为50.00%。"]
  },
  { of: "what points of a list lack", valid: [], invalid: [["对应302人；协议要求380人，尚欠87人。", "尚欠87人"]], silent: ["一是小组下半年仍需完成4个；二是结案距年度目标51个尚差37个。"] },
  { of: "what is compared with", valid: ["回收120份，满意114份，满意率95.00%。"], invalid: [], silent: ["回收120份，满意114份，满意率为95.00%，比中期的90.00%提高5.00个百分点。"] }
];

test.each(CASES)("$of: what the table bears out draws nothing, a mistake is told, anything else is left alone", ({ table: rows, valid, invalid, silent }) => {
  const report = (sentence: string): string => `${sentence}\n${rows ?? ""}\n`;
  for (const sentence of [...valid, ...silent]) expect({ sentence, told: contradicted(report(sentence)) }).toEqual({ sentence, told: [] });
  for (const [sentence, quote] of invalid) expect({ sentence, told: contradicted(report(sentence)) }).toEqual({ sentence, told: [quote] });
});
