import { checkWorkbook } from "../../src/report";
import type { Workbook } from "../../src/workbook";
import type { Random } from "../generator";

/** A number of a report that was written of a station: what changing it must bring to light. */
export interface WrittenNumber {
  readonly kind: string;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  /** What it may be taken for: the target beside what was done. */
  readonly other?: string;
}

export interface WrittenReport {
  readonly paragraphs: readonly string[];
  readonly numbers: readonly WrittenNumber[];
}

/** Puts sentences together and keeps where their numbers stand. */
class Writer {
  readonly paragraphs: string[] = [];
  readonly numbers: WrittenNumber[] = [];

  /** `{kind:35}` is a number of that kind, `{kind:35:40}` one that may be taken for 40. */
  add(text: string): void {
    const paragraph = this.paragraphs.length;
    let plain = "";
    let from = 0;
    for (const match of text.matchAll(/\{([a-z-]+):([^:}]+)(?::([^}]+))?\}/g)) {
      plain += text.slice(from, match.index);
      this.numbers.push({ kind: match[1]!, paragraph, start: plain.length, end: plain.length + match[2]!.length, ...(match[3] !== undefined && { other: match[3] }) });
      plain += match[2]!;
      from = match.index + match[0].length;
    }
    this.paragraphs.push(plain + text.slice(from));
  }
}

const FORMS: Readonly<Record<string, readonly [string, string]>> = {
  "困难群众和特殊群体建档": ["困难群众和特殊群体建档", "份"], 电访: ["电访", "个"], 入户探访: ["入户探访", "个"]
};

/**
 * A report of a station in the patterns that published ones use, true in every number. What it says follows from the station's
 * workbook; areas, media and scores are made up for it and add up.
 */
export function writtenReport(workbook: Workbook, random: Random): WrittenReport {
  const { evaluation, period } = checkWorkbook(workbook);
  const writer = new Writer();
  const day = (iso: string): string => iso.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, "$1年$2月$3日");
  writer.add("一、社工站基本情况");
  const areas = random.int(2, 5);
  const places = Array.from({ length: areas }, (_, area) => Array.from({ length: random.int(2, 5) }, (_, i) => `${"东西南北中"[area]}${"鹤翔山园道观"[i]}社区`));
  const total = places.reduce((sum, own) => sum + own.length, 0);
  writer.add(`社工站${random.pick(["划分为", "划分了"])} ${areas} 个${random.pick(["服务片区", "片区"])}，${random.pick(["覆盖", "服务覆盖了"])} {areas:${total}} 个社区。`);
  places.forEach((own, i) => writer.add(`第${"一二三四五"[i]}片区：${own.join("、")}${i < areas - 1 ? "；" : "。"}`));
  writer.add(`评估主要围绕项目管理、服务开展情况、服务成效等{enumeration:三}大方面进行。`);
  writer.add("二、人员情况");
  const staffing = evaluation?.staffing;
  if (staffing && period) {
    writer.add(`本次评估考核期为${day(period.start)}至${day(period.end)}，共计 {months:${staffing.byMonth.reduce((sum, { weight }) => sum + weight, 0)}} 个考核月份。`);
    const { certified, uncertified, total: all } = staffing.atEnd;
    writer.add(random.chance(0.5)
      ? `截至评估末月，社工站配备社工 {staff:${all}} 名，其中持证社工 {staff:${certified}} 名，非持证社工 {staff:${uncertified}} 名。`
      : `截至评估末月，社工站共配备 {staff:${certified}} 名持证社工，{staff:${uncertified}} 名非持证社工，共计 {staff:${all}} 名社工。`);
    const surplus = staffing.certified.actual - staffing.certified.due;
    writer.add(`评估期内社工实到 {attendance:${staffing.actual}} 人次；其中，持证社工应到 ${staffing.certified.due} 人次，实到 {attendance:${staffing.certified.actual}} 人次${surplus > 0 ? `，超配 {attendance:${surplus}} 人次` : ""}。`);
  }
  if (evaluation?.retention) writer.add(`共有 {retention:${evaluation.retention.retained}} 名社工持续稳定在岗。`);
  writer.add("三、服务指标完成情况");
  for (const sentence of indicatorSentences(evaluation?.indicators ?? [], random)) writer.add(sentence);
  for (const sentence of wordSentences(evaluation?.indicators ?? [], random)) writer.add(sentence);
  writer.add("四、服务成效");
  const media = Array.from({ length: 3 }, () => random.int(1, 9));
  writer.add(`共获得 {media:${media.reduce((a, b) => a + b, 0)}} 次媒体报道，其中省级 {media:${media[0]!}} 次、市级 {media:${media[1]!}} 次、区级 {media:${media[2]!}} 次。`);
  if (evaluation?.scores) return { paragraphs: writer.paragraphs, numbers: writer.numbers };
  writer.add("五、评估结果");
  const scores = [random.int(150, 199), random.int(60, 99), random.int(100, 149), random.int(400, 540)].map((tenths) => tenths / 10);
  const sum = Math.round(scores.reduce((a, b) => a + b, 0) * 10) / 10;
  ["购买方", "监督方", "督导中心", "第三方"].forEach((party, i) => writer.add(`（${"一二三四"[i]}）${party}评估 得分：{score:${scores[i]!.toFixed(2)}} 分`));
  writer.add(`以上四项总得分：{score:${sum.toFixed(2)}} 分 等级：${sum >= 90 ? "优秀" : sum >= 80 ? "良好" : sum >= 60 ? "合格" : "不合格"}`);
  return { paragraphs: writer.paragraphs, numbers: writer.numbers };
}

type Indicators = NonNullable<ReturnType<typeof checkWorkbook>["evaluation"]>["indicators"];

/** 完成电访 2292 个，入户探访 987 个，分别完成协议指标量的 57.30%、56.08%: lists, or one rate each. */
function indicatorSentences(indicators: Indicators, random: Random): string[] {
  const seen = new Set<string>();
  const own = indicators.filter(({ area, name, target, done, rate }) => {
    if (area !== null || seen.has(name) || target === null || target <= 0 || done === null || !Number.isInteger(done) || done <= 0 || rate === null) return false;
    seen.add(name);
    return phraseOf(name) !== null;
  }).map(({ name, target, done, rate }) => ({ phrase: phraseOf(name)!, target: target!, done: done!, rate: `${(Math.round(rate! * 1e4 + 1e-9) / 100).toFixed(2)}%` }));
  const sentences: string[] = [];
  for (let i = 0; i < own.length;) {
    const list = own.slice(i, i + random.int(1, 3));
    i += list.length;
    const counts = list.map(({ phrase: [noun, unit], done, target }) => `${noun} {count:${done}:${target}} ${unit}`).join("，");
    const rates = list.map(({ rate }) => `{rate:${rate.slice(0, -1)}}%`);
    sentences.push(list.length === 1 ? `完成${counts}，完成协议指标量的 ${rates[0]!}。` : `完成${counts}，分别完成协议指标量的 ${rates.slice(0, -1).join("、")}${random.pick(["、", " 和 ", "，"])}${rates[rates.length - 1]!}。`);
  }
  return sentences;
}

/** 减少 for 增加, 超过 for 不足: words that a changed number, or a sentence of the year before, leaves false. */
function wordSentences(indicators: Indicators, random: Random): string[] {
  const former = random.int(20, 60);
  const now = random.pick([former - random.int(2, 9), former + random.int(2, 9)]);
  const [word, other] = now < former ? ["减少", "增加"] : ["增加", "减少"];
  const rated = indicators.filter(({ area, name, target, done }) => area === null && name.startsWith("电访") && target !== null && target > 0 && done !== null).slice(0, 1);
  return [
    `政策宣传活动由上期的 ${former} 次变为本期的 ${now} 次，{word:${word}:${other}} {difference:${Math.abs(now - former)}} 次。`,
    ...rated.flatMap(({ target, done }) => {
      const tenths = Math.floor((done! / target!) * 10);
      const multiple = `电访量为协议量的 {multiple:${(Math.round((done! / target!) * 100 + 1e-9) / 100).toFixed(2)}} 倍。`;
      return tenths >= 1 && tenths <= 9 && done! * 10 !== target! * tenths ? [multiple, `电访的完成率已{word:超过:不足}${"一二三四五六七八九"[tenths - 1]!}成。`] : [multiple];
    })
  ];
}

function phraseOf(name: string): readonly [string, string] | null {
  const [group, leaf] = name.split(" · ");
  const form = leaf === undefined ? FORMS[group!] : undefined;
  if (form) return form;
  if (group === "专业个案" && leaf === "接案") return ["个案接案", "个"];
  if (group === "专业小组" && leaf === "个数") return ["小组", "个"];
  return group === "大型社区活动" && leaf === "次数" ? ["大型社区活动", "次"] : null;
}
