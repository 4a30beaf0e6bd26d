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

/** By kind: sentences whose own numbers bear them out, sentences that contradict themselves with what is told of them, and what is left open. */
const CASES: readonly { readonly of: string; readonly valid: readonly string[]; readonly invalid: readonly (readonly [string, string])[]; readonly silent: readonly string[] }[] = [
  {
    of: "what came and what went",
    valid: ["12名社工，走了1位，来了2位，年底13位。", "年初站里有18名社工，3月离职2名，4月新入职1名，到年末，站里共17人，其中持证社工12人。", "7月1日在册社工12名；8月16日社工3离职，9月1日社工13入职，12月31日在册12名。", "年初有18个人，两位离职，4月补进一位，8月、9月各入职一位，到年末，站里19个人。"],
    invalid: [["12名社工，走了1位，来了2位，年底14位。", "年底14位"], ["期初在册251户，评估期内新增46户、销户22户，期末较期初增加34户。", "期末较期初增加34户"], ["评估期先后有21名社工在岗，离职3名，期末在岗17名。", "期末在岗17名"]],
    silent: ["年初12名社工，年内离职1名，年末14名。", "年初12名社工，离职1名，入职2名，年末持证10名。", "新增志愿者30人，退出5人，年末登记志愿者120人。"]
  },
  {
    of: "days between two days",
    valid: ["现场评估时间为2025年1月9日至1月10日（2天）。", "暑期托管班7月8日至8月2日（20天）开班。", "首期款于2024年4月15日到账，尾款于2024年10月20日到账，两期相隔188天。"],
    invalid: [["现场评估时间为2025年1月9日至1月10日（3天）。", "3天"], ["“敲门行动”9月12日启动，10月31日收官，历时60天。", "历时60天"]],
    silent: ["评估期2024年9月1日至2025年2月28日，现场评估历时3天。", "2024年9月1日至2025年2月28日共开放40天。"]
  },
  {
    of: "two kinds that leave nothing out",
    valid: ["现有社工22名（持证18名，非持证4名；其中女性17名，男性5名）。", "个案结案60个，其中中期结案22个，末期结案38个。", "全年到账200万元，首期120万元，二期80万元。"],
    invalid: [["现有社工22名（持证18名，非持证4名；其中女性17名，男性6名）。", "现有社工22名"], ["全年获得荣誉9项（市级2项、区级3项、街道级4项），其中集体荣誉6项，个人荣誉4项。", "全年获得荣誉9项"], ["问了120位居民，知道社工站的有104位，知晓率86.67%；说不知道的18位。", "问了120位"]],
    silent: ["问了120位居民，知道社工站的有102位，另有不知道的12位，6位没有作答。", "全年接案85个，上半年40个，下半年结案30个。", "全年预算200万元，首期120万元已到账，二期70万元已申请。", "问卷100份，男性40份，女性52份，其他8份。"]
  },
  {
    of: "a change and how much it is in percent",
    valid: ["秋季班45人，比春季班的36人多9人，增长25%。", "由2180小时增至2616小时（增长20%）。", "支出比上年度的2,699,100.00元增加53,894.05元，增长2.00%。", "由2616小时降至2180小时，同比增长3%。"],
    invalid: [["秋季班45人，比春季班的36人多9人，增长20%。", "增长20%"], ["从3月的1180人次到8月的1430人次，增加了250人次，增幅17.48%。", "增幅17.48%"], ["由2616小时降至2180小时（增长16.67%）。", "增长16.67%"], ["二季度比一季度增加71100元，降幅53.04%。", "增加71100元，降幅53.04%"]],
    silent: ["期初在册251户，新增56户、销户22户，净增加34户，增长13.55%。", "新增志愿者30名，增长12%。"]
  },
  {
    of: "calculations with signs",
    valid: ["① 198人次＝18人×11个月。", "电访3904→4216，+312；入户2619→2571，-48。", "政策宣传30场次＝摆摊16场＋讲座8场＋入户6次。"],
    invalid: [["① 198人次＝18人×12个月。", "198人次＝18人×12个月"], ["电访3904→4216，+321；入户2619→2571，-48。", "+321"], ["政策宣传32场次＝摆摊16场＋讲座8场＋入户6次。", "32场次＝摆摊16场＋讲座8场＋入户6次"]],
    silent: ["服务热线1+1结对3户。"]
  },
  {
    of: "how far a total lies from a grade",
    valid: ["总分85.90分，等级为良好，距优秀尚差4.10分。", "总分91.05分，高出优秀线1.05分。"],
    invalid: [["总分85.90分，等级为良好，距优秀尚差5.10分。", "距优秀尚差5.10分"], ["总分91.05分，高出优秀线1.50分。", "高出优秀线1.50分"]],
    silent: ["服务质量18.00分，比上年度高出1.50分。", "距优秀尚差5.10分。"]
  }
];

test.each(CASES)("$of: what is right draws nothing, a mistake is told, anything else is left alone", ({ valid, invalid, silent }) => {
  for (const sentence of [...valid, ...silent]) expect({ sentence, told: contradicted(sentence) }).toEqual({ sentence, told: [] });
  for (const [sentence, quote] of invalid) expect({ sentence, told: contradicted(sentence) }).toEqual({ sentence, told: [quote] });
});
