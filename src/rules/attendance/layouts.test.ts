import { buildRoster, workbookOf, type BuiltRoster, type PersonSpec, type RosterSpec } from "../../../test/support/roster-builder";
import { check } from "../../report/check";
import { parseSettings } from "../../settings";
import { addressName, cellKey, Sheet, type Cell, type Workbook } from "../../workbook";

/** Rosters that are right, written in ways that people use: nothing may be said of them but what a clean one draws. */
const MONTHS = ["9月", "10月", "11月", "12月", "2025年1月", "2025年2月"];
const AGREEMENT = "年度服务协议时间：2024年9月10日至2025年9月9日";
const PERSONS: PersonSpec[] = [
  ...Array.from({ length: 12 }, (): PersonSpec => ({ months: "111111", senior: 6 })),
  { months: "110000", remark: "2024.10.31离职" },
  { months: "00h111", remark: "2024.11.18入职", contract: "2024.11.18-2027.11.17" },
  ...Array.from({ length: 7 }, (): PersonSpec => ({ months: "111111", group: "uncertified" }))
];

interface Layout {
  readonly spec?: Partial<RosterSpec>;
  /** Changes to persons by index. */
  readonly persons?: Readonly<Record<number, Partial<PersonSpec>>>;
  /** Cells written over: the texts of the built roster's cells. */
  readonly cells?: (built: BuiltRoster) => Record<string, Cell | null>;
  readonly more?: () => Sheet[];
}

const text = (value: string): Cell => ({ value, formula: null, text: value, format: "General" });
const date = (serial: number, format = "yyyy/m/d", shown = "2024/1/1"): Cell => ({ value: serial, formula: null, text: shown, format });
const addressOf = (name: string): number => {
  const match = /^([A-Z]+)(\d+)$/.exec(name)!;
  return cellKey(Number(match[2]), [...match[1]!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0));
};

function workbook({ spec, persons, cells, more }: Layout): Workbook {
  const built = buildRoster({ months: MONTHS, agreement: AGREEMENT, persons: PERSONS.map((person, i) => ({ ...person, ...persons?.[i] })), ...spec });
  const changed = new Map(built.sheet.cells);
  for (const [name, cell] of Object.entries(cells?.(built) ?? {})) {
    if (cell) changed.set(addressOf(name), cell);
    else changed.delete(addressOf(name));
  }
  const sheet = new Sheet({ name: built.sheet.name, cells: changed, merges: built.sheet.merges, hiddenRows: built.sheet.hiddenRows });
  return workbookOf(sheet, ...(more?.() ?? []));
}

const said = (book: Workbook): string[] => check(book, parseSettings({}))!.findings.filter((finding) => finding.severity !== "info").map((finding) => `${finding.severity} ${finding.rule} ${finding.at.sheet}!${addressName(finding.at)} ${finding.actual} → ${finding.expected}`);
const retention = (b: BuiltRoster): string => b.name(b.bottom["retention"]!, b.monthColumns[0]!);
const otherYear = (): Sheet => buildRoster({
  sheet: "上年度", title: "广州市甲街社工站购买服务项目社工到岗情况统计表", agreement: "年度服务协议时间：2023年9月10日至2024年9月9日", months: ["2023年9月", "10月", "11月", "12月", "2024年1月", "2月"],
  persons: PERSONS.map((person) => ({ ...person, remark: person.remark?.replace("2024", "2023"), contract: person.contract?.replace("2024", "2023") }))
}).sheet;

const CONTRACT_COLUMNS: Partial<RosterSpec> = { extra: ["end"], heads: { contract: "合同开始日期", end: "合同结束日期" } };
/** Everybody from 2022-01-01 on, the one who joined from that day on; the third person's contract ends on the day given. */
const contractDates = (end: number) => (b: BuiltRoster): Record<string, Cell> => Object.fromEntries(b.rows.flatMap((row, i) => [
  [b.name(row, "contract"), date(i === 13 ? 45614 : 44562)], [b.name(row, "end"), i === 4 ? text("无固定期限") : date(i === 2 ? end : 46387)]
]));

const layouts: Record<string, Layout> = {
  "months as 2024.9": { spec: { months: ["2024.9", "2024.10", "2024.11", "2024.12", "2025.1", "2025.2"] } },
  "months as 24年9月": { spec: { months: ["24年9月", "24年10月", "24年11月", "24年12月", "25年1月", "25年2月"] } },
  "full-width months": { spec: { months: ["９月", "１０月", "１１月", "１２月", "２０２５年１月", "２月"] } },
  "months with 份": { spec: { months: ["9月份", "10月份", "11月份", "12月份", "1月份", "2月份"] } },
  "months as Chinese numerals": { spec: { months: ["九月", "十月", "十一月", "十二月", "一月", "二月"] } },
  "months as dates": { spec: { months: [45536, 45566, 45597, 45627, 45658, 45689] } },
  "months as dates that show m月": { cells: (b) => Object.fromEntries([45536, 45566, 45597, 45627, 45658, 45689].map((serial, m) => [b.name(b.rows[0]! - 2, b.monthColumns[m]!), date(serial, "m\"月\"", `${[9, 10, 11, 12, 1, 2][m]}月`)])) },
  "months with a line break": { spec: { months: ["2024年\n9月", "2024年\n10月", "2024年\n11月", "2024年\n12月", "2025年\n1月", "2025年\n2月"] } },
  "band rows": { spec: { type: "band" } },
  "the period in the title": { spec: { title: "广州市甲街社工站社工到岗情况统计表（2024年9月10日至2025年2月28日）" } },
  "the period in a row of its own": { spec: { agreement: "统计时段：2024年9月10日至2025年2月28日" } },
  "agreement and period in one cell": { spec: { agreement: "年度服务协议时间：2024年9月10日至2025年9月9日\n评估时段：2024年9月10日至2025年2月28日" } },
  "no 序号": { spec: { order: ["type", "name", "position", "certificate", "contract", "months", "total", "senior", "remark"] } },
  "no 序号, no 类型": { spec: { type: "label", order: ["name", "certificate", "contract", "months", "total", "senior", "remark"] } },
  "two events in one remark": { persons: { 12: { months: "0h1h00", senior: 0, remark: "2024.10.16入职\n2024.12.10离职", contract: "2024.10.16-2027.10.15" } } },
  "two events after another with ;": { persons: { 12: { months: "0h1h00", senior: 0, remark: "2024年10月16日入职；2024年12月10日因个人原因离职" } } },
  "left and back": { persons: { 12: { months: "110h11", senior: 0, remark: "2024.11.1转出到乙社工站，2024.12.20乙社工站转入" } } },
  "sick leave": { persons: { 12: { months: "110011", senior: 0, remark: "11月至12月病假" } } },
  "maternity leave with dates": { persons: { 12: { months: "110000", remark: "2024年11月1日至2025年4月7日休产假" } } },
  "maternity leave that does not count": { persons: { 12: { months: "110000", remark: "2024.11.1-2025.3.31产假，期间不计到岗" } } },
  "maternity leave, ticks go on": { persons: { 3: { remark: "2024.10.8-2025.3.14产假，期间工资社保照常发放" } } },
  "a note without an event": { persons: { 3: { remark: "2024年10月通过中级社工师考试" }, 4: { remark: "2024.12.1起任站长" }, 5: { remark: "签订无固定期限合同" } } },
  "a contract over two lines": { persons: { 2: { contract: "2022.3.28\n-2027.3.27" }, 3: { contract: "2022年3月28日\n至\n2027年3月27日" }, 4: { contract: "2021.3.28-2024.3.27\n2024.3.28-2027.3.27" } } },
  "a contract that was renewed within the period": { persons: { 4: { contract: "2021.11.1-2024.10.31\n2024.11.1-2027.10.31" } } },
  "a contract that is one date": { cells: (b) => ({ [b.name(b.rows[2]!, "contract")]: date(44648, "yyyy/m/d", "2022/3/28") }) },
  "类型 in every row": { spec: { type: "row" } },
  "marks 是 and 否": { spec: { present: "是", absent: "否" } },
  "marks 1 and 0": { spec: { present: 1, absent: 0 } },
  "marks ✓ and ×": { spec: { present: "✓", absent: "×" } },
  "marks √ and /": { spec: { absent: "/" } },
  "marks ● and ○": { spec: { present: "●", absent: "○" } },
  "marks 有 and 无": { spec: { present: "有", absent: "无" } },
  "marks Y and N": { spec: { present: "Y", absent: "N" } },
  "稳岗率 as a text": { spec: { retention: null }, cells: (b) => ({ [retention(b)]: text("95%") }) },
  "稳岗率 as a sum in a text": { spec: { retention: null }, cells: (b) => ({ [retention(b)]: text("19/20=95.00%") }) },
  "稳岗率 as a sum with *100%": { spec: { retention: null }, cells: (b) => ({ [retention(b)]: text("19/20*100%=95%") }) },
  "稳岗率 as a sentence": { spec: { retention: null }, cells: (b) => ({ [retention(b)]: text("持续在岗19人，协议要求20人，稳岗率95%") }) },
  "稳岗率 as a fraction": { spec: { retention: null }, cells: (b) => ({ [retention(b)]: text("19/20") }) },
  "稳岗率 in one cell with its words": { spec: { retention: null, labels: { retention: "社工站稳岗率：19/20=95.00%" } } },
  "序号 begins again": { persons: Object.fromEntries(PERSONS.map((_, i) => [i, { no: i < 14 ? i + 1 : i - 13 }])) },
  "序号 as texts": { persons: Object.fromEntries(PERSONS.map((_, i) => [i, { no: String(i + 1) }])) },
  "two years on two sheets": { more: () => [otherYear()] },
  "bottom rows in other words": { spec: { labels: { subtotal: "合计人次", "effective-certified": "持证社工有效人次合计", "effective-uncertified": "非持证社工有效人次合计", grand: "总计人次", "grand-effective": "有效人次总计", retention: "稳岗率" } } },
  "bottom rows in other words again": { spec: { labels: { subtotal: "小计人次", "effective-certified": "有效人次合计", "effective-uncertified": "有效人次合计", grand: "总人次合计", "grand-effective": "全站有效人次合计", retention: "社工稳岗率" } } },
  ...Object.fromEntries(["到岗情况总计", "社保工资到岗情况合计", "人员到岗情况总计（人次）", "全站总计"].map((grand) => [`the grand total as ${grand}`, { spec: { labels: { grand, "grand-effective": "全站社工有效人次小计" } } }])),
  "the subtotals before the months": { spec: { order: ["type", "no", "name", "position", "certificate", "contract", "total", "senior", "months", "remark"] } },
  "the contract's first and last day as dates in columns of their own": { spec: CONTRACT_COLUMNS, cells: contractDates(46387) },
  "hidden rows": { spec: { hiddenRows: [6, 7] } },
  "heads repeated on every page": { spec: { pageBreak: 10 } },
  "one mark column": { spec: { markColumns: 1 } },
  "two mark columns": { spec: { markColumns: 2 } },
  "a blank row between": { spec: { blankRowAfter: 3 } },
  "names cut short": { persons: Object.fromEntries(PERSONS.map((_, i) => [i, { name: "张**" }])) },
  "no bottom rows": { spec: { bottoms: false } },
  "words of heads and bottom rows as positions, certificates and remarks": {
    persons: { 0: { certificate: "注册社会工作师" }, 1: { certificate: "持证社工师" }, 2: { remark: "核对合计" }, 3: { remark: "说明：见小计" } },
    cells: (b) => Object.fromEntries(["负责人", "审核专员", "小计复核", "总计核算", "日间照料社工", "持证社工小计员", "联系人", "注册社工"].map((position, i) => [b.name(b.rows[i + 4]!, "position"), text(position)]))
  },
  "signatures under the roster": { cells: (b) => ({ [b.name(b.bottom["retention"]! + 2, 1)]: text("制表人："), [b.name(b.bottom["retention"]! + 2, 3)]: text("社工001"), [b.name(b.bottom["retention"]! + 2, 4)]: text("审核人："), [b.name(b.bottom["retention"]! + 2, 5)]: text("社工002"), [b.name(b.bottom["retention"]! + 2, 6)]: text("日期：2025.3.1") }) },
  "notes under the roster": { cells: (b) => ({ [b.name(b.bottom["retention"]! + 1, 1)]: text("备注：1.到岗打“√”，未到岗打“——”；2.小计为当月三项齐全的人次合计。"), [b.name(b.bottom["retention"]! + 2, 1)]: text("注：持证社工小计包含转入人员") }) }
};

const asClean = said(workbook({}));

test("the plain one draws nothing", () => expect(asClean).toEqual([]));
test.each(Object.entries(layouts).flatMap(([name, layout]) => [true, false].map((formulas) => [`${name}${formulas ? "" : ", typed"}`, { ...layout, spec: { ...layout.spec, formulas } }] as const)))("%s", (_, layout) => {
  expect(said(workbook(layout)).filter((line) => !/attendance-retention-limit|attendance-shortage/.test(line))).toEqual([]);
});

test("ticks after a last day in a column of its own", () => {
  // 2024-12-31: two months of the third person lie behind it.
  const found = said(workbook({ spec: CONTRACT_COLUMNS, cells: contractDates(45657) }));
  expect(found.map((line) => line.split(" ").slice(0, 2).join(" "))).toEqual(["warning attendance-outside"]);
});

test.each(["14/20", "14/20=70%", "19/20=90%", "18/20=95%", "90%", "稳岗率90%"])("a wrong 稳岗率 in a text: %s", (shown) => {
  expect(said(workbook({ spec: { retention: null }, cells: (b) => ({ [retention(b)]: text(shown) }) })).map((line) => line.split(" ").slice(0, 2).join(" "))).toEqual(["error attendance-retention"]);
});

/** The layouts with every cell in its place: a mistake can be put in by its address. */
const measured = Object.entries(layouts).filter(([name]) => !/no bottom|两年/.test(name));
const brief = (book: Workbook): string[] => said(book).filter((line) => !/attendance-retention-limit|attendance-shortage/.test(line)).map((line) => line.split(" ").slice(0, 3).join(" "));

describe("a mistake in each of them is found where it stands", () => {
  test.each(measured)("a wrong subtotal: %s", (_, layout) => {
    let at = "";
    const book = workbook({ ...layout, cells: (b) => ({ ...layout.cells?.(b), [(at = b.name(b.rows[8]!, "total"))]: { value: 4, formula: null, text: "4", format: "General" } }), spec: { ...layout.spec, formulas: false } });
    expect(brief(book)).toEqual([`error attendance-person-total 附件2!${at}`]);
  });

  test.each(measured)("a tick gone: %s", (_, layout) => {
    let at = "";
    const absent = layout.spec?.absent ?? "——";
    const book = workbook({ ...layout, cells: (b) => ({ ...layout.cells?.(b), [(at = b.name(b.rows[8]!, b.monthColumns[3]!))]: { value: absent, formula: null, text: String(absent), format: "General" } }), spec: { ...layout.spec, formulas: false } });
    const found = said(book);
    // The typed numbers are wrong by their own inputs; of the mark nothing is asserted.
    expect(found.filter((line) => line.startsWith("error")).map((line) => line.split(" ")[1])).toEqual(expect.arrayContaining(["attendance-person-total", "attendance-tick-count", "attendance-month-total"]));
    expect(found.filter((line) => line.includes(`!${at} `))).toEqual([]);
  });

  test.each(measured)("a tick blank: %s", (_, layout) => {
    let at = "";
    const book = workbook({ ...layout, cells: (b) => ({ ...layout.cells?.(b), [(at = b.name(b.rows[8]!, b.monthColumns[3]!))]: null }), spec: { ...layout.spec, formulas: false } });
    expect(brief(book)).toEqual([`error attendance-mark 附件2!${at}`]);
  });
});

/** Changes of single cells that make a roster wrong or odd in other ways; the row of the heads is two above the first person. */
test.each<[string, Layout, (b: BuiltRoster) => string[]]>([
  ["a wrong month head on the second page", { spec: { pageBreak: 10 }, cells: (b) => ({ [b.name(b.rows[10]! - 2, b.monthColumns[2]!)]: text("10月") }) }, (b) => [`warning attendance-months 附件2!${b.name(b.rows[10]! - 2, b.monthColumns[2]!)}`]],
  ["a wrong month head on the first page", { spec: { pageBreak: 10 }, cells: (b) => ({ [b.name(b.rows[0]! - 2, b.monthColumns[2]!)]: text("10月") }) }, (b) => [`warning attendance-months 附件2!${b.name(b.rows[0]! - 2, b.monthColumns[2]!)}`]],
  ["a wrong first month head, by the period", { spec: { title: "甲街社工站社工到岗情况统计表（2024年9月10日至2025年2月28日）" }, cells: (b) => ({ [b.name(b.rows[0]! - 2, b.monthColumns[0]!)]: text("8月") }) }, (b) => [`warning attendance-months 附件2!${b.name(b.rows[0]! - 2, b.monthColumns[0]!)}`]],
  ["two months, the second wrong, by the period", {
    spec: { title: "甲街社工站社工到岗情况统计表（2024年9月10日至2024年10月31日）", months: ["9月", "9月"] },
    persons: Object.fromEntries(PERSONS.map((_, i) => [i, { months: "11", senior: 0, remark: "", contract: "2022.3.28-2027.3.27" }]))
  }, (b) => [`warning attendance-months 附件2!${b.name(b.rows[0]! - 2, b.monthColumns[1]!)}`]],
  ["a month of an unmerged head is blank", { cells: (b) => ({ [b.name(b.rows[0]! - 2, b.monthColumns[2]!)]: null }) }, (b) => [`warning attendance-months 附件2!${b.name(b.rows[0]! - 2, b.monthColumns[2]!)}`]],
  ["a remark dated in the wrong year", { persons: { 12: { remark: "2023.10.31离职" } }, spec: { formulas: false } }, (b) => [`warning attendance-outside 附件2!${b.name(b.rows[12]!, b.monthColumns[0]!)}`]],
  ["a name twice in both groups", { persons: { 2: { name: "社工甲" }, 16: { name: "社工甲" } } }, (b) => [`error attendance-person-twice 附件2!${b.name(b.rows[16]!, "name")}`]],
  ["an error value as a subtotal", { spec: { formulas: false }, cells: (b) => ({ [b.name(b.rows[3]!, "total")]: { value: { error: "#REF!" }, formula: null, text: "#REF!", format: "General" } }) }, (b) => [`error attendance-person-total 附件2!${b.name(b.rows[3]!, "total")}`]],
  ["a subtotal that is blank", { spec: { formulas: false }, cells: (b) => ({ [b.name(b.rows[3]!, "total")]: null }) }, (b) => [`error attendance-person-total 附件2!${b.name(b.rows[3]!, "total")}`]],
  ["a subtotal with a unit", { spec: { formulas: false }, cells: (b) => ({ [b.name(b.rows[3]!, "total")]: text("6人次") }) }, (b) => [`error attendance-text-number 附件2!${b.name(b.rows[3]!, "total")}`]],
  ["a mark with a blank behind it", { spec: { formulas: false }, cells: (b) => ({ [b.name(b.rows[3]!, b.monthColumns[1]!)]: text("√ ") }) }, () => []],
  ["another tick among ticks", { spec: { formulas: false }, cells: (b) => ({ [b.name(b.rows[3]!, b.monthColumns[1]!)]: text("✔") }) }, () => []],
  ["another tick among ticks that COUNTIF passes over", {
    cells: (b) => {
      const tick = b.name(b.rows[3]!, b.monthColumns[1]!);
      const counts = (key: string, value: number): Record<string, Cell> => {
        const at = b.name(b.bottom[key]!, b.monthColumns[1]!);
        return { [at]: { ...b.sheet.cells.get(addressOf(at))!, value, text: String(value) } };
      };
      return { [tick]: text("✔"), ...counts("subtotal-certified", 12), ...counts("grand", 19) };
    }
  }, (b) => [`error attendance-mark 附件2!${b.name(b.rows[3]!, b.monthColumns[1]!)}`]],
  ["a V among ticks", { spec: { formulas: false }, cells: (b) => ({ [b.name(b.rows[3]!, b.monthColumns[1]!)]: text("V") }) }, (b) => [`error attendance-mark 附件2!${b.name(b.rows[3]!, b.monthColumns[1]!)}`]]
])("%s", (_, layout, expected) => {
  let built: BuiltRoster | null = null;
  const book = workbook({ ...layout, cells: (b) => layout.cells?.((built = b)) ?? ((built = b), {}) });
  expect(brief(book)).toEqual(expected(built!));
});

test.each([["☑", "☐"], ["■", "□"]])("boxes as marks: %s and %s", (present, absent) => expect(said(workbook({ spec: { present, absent } }))).toEqual([]));

test("one sign in many places that is no mark is one finding with the others beside it", () => {
  const book = workbook({ spec: { absent: "◇", formulas: false } });
  const found = check(book, parseSettings({}))!.findings.filter((finding) => finding.rule === "attendance-mark");
  expect(found).toHaveLength(1);
  expect(found[0]!.related.length).toBeGreaterThan(5);
});
