import { rows, workbookOf, type CellSpec, type SheetSpec } from "../../../test/support/sheet-builder";
import { checkWorkbook } from "../../report";
import { parseSettings } from "../../settings";
import { columnLetters } from "../../workbook";

/** Ways of keeping a roster that are a station's own: right ones draw nothing, one wrong cell is named. */
const loud = (cells: Record<string, CellSpec>, merges: readonly string[] = [], settings = { headcount: 3, certifiedShare: 0.3 }): string[] =>
  checkWorkbook(workbookOf({ 到岗: { cells, merges } as SheetSpec }), { settings: parseSettings(settings) }).findings
    .filter(({ severity, rule }) => severity !== "info" && !/shortage|retention-limit/.test(rule)).map(({ rule, cell }) => `${rule} ${cell}`);

describe("somebody who counts half in each month", () => {
  const SIGNS: Record<string, string> = { "1": "●", h: "◐", "0": "○" };
  const staff = (half: { position: string; remark: string | null }, marks = "hhhh", extra: readonly CellSpec[] = []): Record<string, CellSpec> => {
    const lines = [["社工", "1111", null], ["社工", "1111", null], ["社工", "1111", null], ["社工", "0h11", "2025.4.24入职"], [half.position, marks, half.remark]] as const;
    const across = (row: number): CellSpec[] => ["D", "E", "F", "G"].map((column) => `=COUNTIF(${column}4:${column}${row},"●")+COUNTIF(${column}4:${column}${row},"◐")/2`);
    return rows("A1", [
      ["甲街社工站到岗登记（2025年3月1日至2025年6月30日）"], ["●全月在岗，◐半月，○不在岗"], ["序号", "姓名", "职位", "3月", "4月", "5月", "6月", "到岗小计", "备注"],
      ...lines.map(([position, own, remark], i): CellSpec[] => [i + 1, `社工${i + 1}`, position, ...[...own].map((letter) => SIGNS[letter]!), `=COUNTIF(D${i + 4}:G${i + 4},"●")+COUNTIF(D${i + 4}:G${i + 4},"◐")*0.5`, remark]),
      ...(extra.length > 0 ? [extra as CellSpec[]] : []), ["本月人次", null, null, ...across(8), `=SUM(H4:H${8 + Math.min(1, extra.length)})`]
    ]);
  };
  const PART_TIME = { position: "兼职社工", remark: null };
  test.each([["兼职社工", null], ["社工", "非全日制，每月计0.5人次"], ["半职助理", null]])("%s %p needs no reason a month", (position, remark) => expect(loud(staff({ position, remark }))).toEqual([]));
  test("without a word of it the question is asked once", () => expect(loud(staff({ position: "社工", remark: null }))).toEqual(["attendance-mark D8"]));
  test("one month of somebody else is asked about", () => expect(loud({ ...staff(PART_TIME), E5: "◐" })).toEqual(["attendance-mark E5"]));
  test("a month's number that was typed", () => expect(loud({ ...staff(PART_TIME), F9: 5.5 })).toEqual(["attendance-month-total F9"]));
  test("who is listed without being counted", () => {
    expect(loud(staff(PART_TIME, "hhhh", [null, "督导一", "兼职督导", "—", "—", "—", "—", 0, "督导，不计入到岗人次"]))).toEqual([]);
    expect(loud(staff(PART_TIME, "hhhh", [null, "督导一", "兼职督导", "—", "—", "—", "—", 4, "不纳入考核人数"]))).toEqual(["attendance-person-total H9"]);
  });
});

describe("a roster of the whole year", () => {
  const MONTHS = Array.from({ length: 12 }, (_, m) => `${m === 0 ? "2025年" : ""}${m + 1}月`);
  const PRESENT = ["111111111111", "111111111111", "111111111111", "000000000111"];
  const year = (period: string, from: number, to: number): Record<string, CellSpec> => rows("A1", [
    [`甲街社工站到岗情况表（${period}）`], ["序号", "姓名", "职位", ...MONTHS, "全年小计", "评估期小计", "备注"],
    ...PRESENT.map((own, i): CellSpec[] => [i + 1, `社工${i + 1}`, "社工", ...[...own].map(Number), `=SUM(D${i + 3}:O${i + 3})`, `=SUM(${columnLetters(3 + from)}${i + 3}:${columnLetters(3 + to)}${i + 3})`, i === 3 ? "2025.10.8入职" : null]),
    ["合计", null, null, ...Array.from({ length: 14 }, (_, i): CellSpec => `=SUM(${columnLetters(4 + i)}3:${columnLetters(4 + i)}6)`)], ["社工站稳岗率（评估期持续在岗社工数/协议要求在岗社工数）", null, null, { f: "=3/3", format: "0.00%" }]
  ]);
  test.each([["2025年4月1日至2025年9月30日", 4, 9], ["2025年1月1日至2025年6月30日", 1, 6]])("holds the period %s", (period, from, to) => expect(loud(year(period, from, to))).toEqual([]));
  test("its sums are still checked", () => expect(loud({ ...year("2025年4月1日至2025年9月30日", 4, 9), P4: 11 })).toEqual(["attendance-person-total P4"]));
  test("so is its rate", () => expect(loud({ ...year("2025年4月1日至2025年9月30日", 4, 9), D8: { f: "=2/3", format: "0.00%" } })).toEqual(["attendance-retention D8"]));
  test("a month more than the period is no year", () => {
    const some = Object.fromEntries(Object.entries(year("2025年1月1日至2025年10月31日", 1, 10)).filter(([name]) => !name.startsWith("O")));
    expect(loud(some)[0]).toMatch(/^attendance-months /);
  });
});

test("其中持证 with its sum alone leaves out no months", () => {
  const cells = rows("A1", [
    ["甲街社工站到岗情况（2025年7月1日至2025年9月30日）"], ["序号", "姓名", "人次小计", "7月", "8月", "9月", "类型", "备注"],
    ...[1, 2, 3].map((no): CellSpec[] => [no, `社工${no}`, 3, "√", "√", "√", no === 3 ? "非持证社工" : "持证社工", null]),
    ["社工有效人次", null, 9, 3, 3, 3], ["其中：持证社工有效人次", null, "=SUMIF(G3:G5,\"持证社工\",C3:C5)"]
  ]);
  expect(loud(cells)).toEqual([]);
  expect(loud({ ...cells, E6: 4 })).toEqual(["attendance-month-total E6"]);
});

describe("points of a station under each other, each with its subtotal", () => {
  const POINTS: readonly (readonly [string, readonly (readonly [string, string, string | null])[]])[] = [
    ["总站", [["是", "1111", null], ["是", "1111", null], ["否", "1111", null]]], ["东点", [["是", "1111", null], ["否", "0h11", "2025.4.26入职"]]], ["西点", [["否", "11h0", "2025.5.9离职"], ["是", "1111", null]]]
  ];
  interface Words { readonly present: string; readonly half: string; readonly absent: string; readonly subtotal: (point: string) => string; readonly grand: string; readonly note: string | null }
  const counted = (column: string, from: number, to: number, { present, half }: Words): string => `=COUNTIF(${column}${from}:${column}${to},"${present}")+COUNTIF(${column}${from}:${column}${to},"${half}")/2`;
  const station = (words: Words): { cells: Record<string, CellSpec>; merges: string[] } => {
    const signs: Record<string, string> = { "1": words.present, h: words.half, "0": words.absent };
    const lines: CellSpec[][] = [["甲街社工站各点到岗情况（2025年3月1日至2025年6月30日）"], ["所在点", "序号", "姓名", "是否持证", "2025年3月", "4月", "5月", "6月", "人次", "备注"]];
    const merges: string[] = [];
    const subtotals: number[] = [];
    let no = 0;
    for (const [point, persons] of POINTS) {
      const from = lines.length + 1;
      for (const [certified, marks, remark] of persons) {
        const row = lines.length + 1;
        lines.push([row === from ? point : null, ++no, `社工${no}`, certified, ...[...marks].map((letter) => signs[letter]!), `=COUNTIF(E${row}:H${row},"${words.present}")+COUNTIF(E${row}:H${row},"${words.half}")*0.5`, remark]);
      }
      const to = lines.length;
      merges.push(`A${from}:A${to}`);
      subtotals.push(lines.length + 1);
      lines.push([words.subtotal(point), null, null, null, ...["E", "F", "G", "H"].map((column) => counted(column, from, to, words)), `=SUM(I${from}:I${to})`]);
    }
    const last = lines.length + 1;
    lines.push([words.grand, null, null, null, ...["E", "F", "G", "H", "I"].map((column) => `=${subtotals.map((row) => column + row).join("+")}`)]);
    lines.push(["应到人次（协议要求5人）", null, null, null, 5, 5, 5, 5, `=SUM(E${last + 1}:H${last + 1})`], ["稳岗率", null, null, null, null, null, null, null, { f: "=5/5", format: "0.00%" }], [words.note]);
    return { cells: rows("A1", lines), merges: [...merges, ...[...subtotals, last, last + 1].map((row) => `A${row}:D${row}`)] };
  };
  const WAYS: readonly Words[] = [
    { present: "√", half: "△", absent: "×", subtotal: () => "小计", grand: "全站总计（实到人次）", note: "图例：√ 全月在岗计1；△ 半月计0.5；× 未在岗" },
    { present: "●", half: "◐", absent: "—", subtotal: (point) => `${point}合计`, grand: "全站实到人次合计", note: "●全月，◐半月，—不在岗" },
    { present: "到", half: "半", absent: "-", subtotal: (point) => `${point}小计`, grand: "总计", note: "到：全月到岗；半：半月，计0.5" }
  ];
  test.each(WAYS)("$present $half $grand", (words) => {
    const { cells, merges } = station(words);
    const said = (changes: Record<string, CellSpec>): string[] => loud({ ...cells, ...changes }, merges, { headcount: 5, certifiedShare: 0.5 });
    expect(said({})).toEqual([]);
    expect(said({ E9: 2 })).toEqual(["attendance-month-total E9"]);
    expect(said({ F12: counted("F", 10, 10, words) })).toEqual(["formula-wrong F12"]);
    expect(said({ G13: "=G6+G9" })).toEqual(["formula-wrong G13"]);
    expect(said({ I4: 3.5 })).toEqual(["attendance-person-total I4"]);
  });
});

describe("是否持续在岗 a person, on a sheet that gathers two others", () => {
  const STAFF = ["111111", "111111", "111111", "111111", "111000", "001111", "111111"];
  const REMARKS: Record<number, string> = { 4: "2025.9.26离职", 5: "2025.9.2入职" };
  const quarter = (months: readonly number[]): SheetSpec => ({ cells: rows("A1", [
    [`乙街社工站人员到岗登记（2025年${months[0]}月—${months[2]}月）`], ["序号", "姓名", "岗位", ...months.map((month) => `${month}月`), "小计", "备注"],
    ...STAFF.map((own, i): CellSpec[] => [i + 1, `社工${i + 1}`, "社工", ...months.map((month) => (own[month - 7] === "1" ? 1 : "-")), `=SUM(D${i + 3}:F${i + 3})`, REMARKS[i] ?? null]),
    ["合计人次", null, null, ...["D", "E", "F", "G"].map((column) => `=SUM(${column}3:${column}9)`)], ["注：1为全月在岗，“-”为未在岗。"]
  ]) });
  const gathered = (head: string, words: readonly string[]): SheetSpec => ({ cells: rows("A1", [
    ["乙街社工站人员到岗汇总表（2025年7月1日至2025年12月31日）"], ["序号", "姓名", "三季度", "四季度", "到岗小计", head],
    ...STAFF.map((_, i): CellSpec[] => [i + 1, `社工${i + 1}`, ...["三", "四"].map((name) => `=SUMIF('${name}季度'!B3:B9,B${i + 3},'${name}季度'!G3:G9)`), `=C${i + 3}+D${i + 3}`, words[i]!]),
    ["总计", null, ...["C", "D", "E"].map((column) => `=SUM(${column}3:${column}9)`)]
  ]) });
  const said = (head: string, words: readonly string[]): string[] => checkWorkbook(workbookOf({ 三季度: quarter([7, 8, 9]), 四季度: quarter([10, 11, 12]), 汇总: gathered(head, words) }), { settings: parseSettings({ headcount: 5, certifiedShare: 0 }) }).findings
    .filter(({ severity, sheet }) => severity !== "info" && sheet === "汇总").map(({ rule, cell }) => `${rule} ${cell}`);
  const flags = (yes: string, no: string, wrong = -1): string[] => STAFF.map((own, i) => ((own === "111111") !== (i === wrong) ? yes : no));
  test.each([["是否持续在岗", "是", "否"], ["全程在岗", "√", "×"], ["稳岗情况（在岗/变动）", "稳定", "变动"]])("%s %s %s", (head, yes, no) => {
    expect(said(head, flags(yes, no))).toEqual([]);
    expect(said(head, flags(yes, no, 4))).toEqual(["attendance-retention F7"]);
    expect(said(head, flags(yes, no, 1))).toEqual(["attendance-retention F4"]);
  });
  test.each([["是否在册", "是", "否"], ["稳岗补贴", "500", "0"], ["稳岗", "1500", "800"]])("%s %s %s is no flag", (head, yes, no) => expect(said(head, flags(yes, no, 4))).toEqual([]));
});
