import { sampleFinding, sampleReport } from "../../test/sample-report";
import { render, say } from "../messages";
import type { ReportedFinding, WorkbookReport } from "../report/types";
import type { SentenceFinding, WrittenReport } from "../report/statement-types";
import { candidatesOf, defaultChoice, letterDocument, letterOf, letterSheet, letterText, type Letter, type LetterOptions } from "./index";

const OPTIONS: LetterOptions = { language: "zh", date: "2025-04-01", until: "2025-04-15", by: "评估组", names: null, chosen: null };
const letter = (parts: Partial<WorkbookReport> = {}, options: Partial<LetterOptions> = {}): Letter => letterOf(sampleReport(parts), { ...OPTIONS, ...options })!;
const onRoster = (parts: Partial<ReportedFinding>): ReportedFinding => sampleFinding({ sheet: "附件2", cell: "Y31", related: [], ...parts });
const ROSTER = { kind: "roster", sheet: "附件2", range: "A3:AA37", title: "", counts: { rows: 0, persons: 0, months: 0, rates: 0, totals: 0 }, told: null } as const;

test("says to whom, of what, when and until when", () => {
  expect(letter()).toMatchObject({
    station: "广州市联和街社工服务站", period: "评估期：2023-07-16 至 2023-12-31（5.5 个月），中期", file: "lianhe.xlsx", date: "2025年4月1日", until: "2025年4月15日", by: "评估组"
  });
});

test("the file is named without the folders of whoever checked", () => {
  expect(letter({ file: "C:\\某人\\甲站.xlsx" }).file).toBe("甲站.xlsx");
});

describe("what stands in it", () => {
  const findings = [
    sampleFinding({ cell: "A1", severity: "warning" }), sampleFinding({ cell: "A2", severity: "info" }), sampleFinding({ cell: "A3" }),
    sampleFinding({ cell: "A4", ignored: { reason: "协议另有约定" } })
  ];

  test("errors to be mended, then what is to be looked into; not what is only for information, nor what was ignored", () => {
    const { items, notes } = letter({ findings });
    expect(items.map(({ number, asked, cells: [cell] }) => [number, asked, cell!.name])).toEqual([[1, "mend", "A3"], [2, "verify", "A1"]]);
    expect(notes).toContain("另有 1 处仅供参考，没有列入。");
    expect(JSON.stringify(letter({ findings }))).not.toContain("A4");
  });

  test("chosen item by item; what was left out is said", () => {
    const keys = candidatesOf(sampleReport({ findings }), "zh").flatMap((candidate) => (candidate.kind === "finding" && candidate.finding.cell !== "A3" ? [candidate.key] : []));
    const { items, notes } = letter({ findings }, { chosen: new Set(keys) });
    expect(items.map(({ cells: [cell] }) => cell!.name)).toEqual(["A1", "A2"]);
    expect(notes).toContain("另有 1 处待改正或待核实的，这次没有列入。");
  });

  test.each([["nothing found", []], ["only information", [sampleFinding({ severity: "info" })]], ["only what was ignored", [sampleFinding({ ignored: { reason: "x" } })]]])("no letter: %s", (_, some) => {
    const report = sampleReport({ findings: some });
    expect(letterOf(report, OPTIONS)).toBeNull();
    expect(defaultChoice(candidatesOf(report, "zh")).size).toBe(0);
  });
});

describe("an item", () => {
  test("shows nothing for blank where the finding is not about what the cell shows", () => {
    const shown = (parts: Partial<ReportedFinding>): unknown => {
      const [, table] = letterDocument(letter({ findings: [sampleFinding(parts)] }), "zh").blocks.filter(({ kind }) => kind === "table" || kind === "paragraph").flatMap((block) => (block.kind === "table" ? [block.head, block.rows[0]!.map(({ lines }) => lines.flat().map(({ text }) => text).join("")) ] : []));
      return (table as string[])[2];
    };
    expect([shown({ actual: "", expected: "" }), shown({ actual: "", expected: "68.24%" }), shown({ actual: "3", expected: "" })]).toEqual(["—", "空白", "3"]);
  });

  test("has table, cell, values and the sentence parted from how to mend it", () => {
    const { items: [item] } = letter({ findings: [sampleFinding({ message: "「志愿者」显示「52.70%」，应为 68.24%。可能没有跟着改。请核对两个数后改为 68.24%。" })] });
    expect(item).toMatchObject({
      table: "指标卡（附件1 对照表）", message: "「志愿者」显示「52.70%」，应为 68.24%。可能没有跟着改。", how: "请核对两个数后改为 68.24%。", cells: [{ name: "D9", actual: "52.70%", expected: "68.24%" }]
    });
  });

  test.each([
    ["a remark with sentences of its own", "序号3的备注“七月离职。请假一周。”没有写日期。请补写日期。", "序号3的备注“七月离职。请假一周。”没有写日期。", "请补写日期。"],
    ["what to do if it is meant", "D9 的公式与相邻的格不一样。如不是有意为之，请改正。", "D9 的公式与相邻的格不一样。", "如不是有意为之，请改正。"],
    ["a message that only asks", "请确认协议量和完成量没有填错。", "请确认协议量和完成量没有填错。", "请核对原始记录，无误则改为 68.24%。"]
  ])("%s", (_, message, what, how) => {
    expect(letter({ findings: [sampleFinding({ message })] }).items[0]).toMatchObject({ message: what, how });
  });

  const FIX = { sheet: "附件1 对照表", cell: "D9", kind: "formula", before: 1, after: "=C9/B9", why: "" } as const;
  test.each<[string, Partial<ReportedFinding>]>([
    ["请核对后改为公式 =C9/B9。", { fix: FIX }],
    ["请核对后改为 68.24%。", { fix: { ...FIX, kind: "value", after: 0.6824 } }],
    ["请核对原始记录，无误则改为 68.24%。", {}],
    ["请核对原始记录后改正；确有原因的，写在“站方答复”。", { expected: "" }]
  ])("a message that does not say how: %s", (how, parts) => {
    expect(letter({ findings: [sampleFinding(parts)] }).items[0]!.how).toBe(how);
  });

  test("names what is wrong only because of it", () => {
    const findings = [sampleFinding({ consequences: [{ sheet: "附件1-1", cell: "W9", label: "合计", actual: "10", expected: "12" }] })];
    expect(letter({ findings }).items[0]!.consequences).toContain("附件1-1!W9（合计）10 → 12");
  });
});

describe("what was taken for granted", () => {
  const { evaluation } = sampleReport();
  const unconfirmed = { ...evaluation!, staffing: { ...evaluation!.staffing!, confirmed: { headcount: false, share: false } } };

  test("is asked, where the user has not set it", () => {
    expect(letter({ evaluation: unconfirmed }).questions.map(({ number, text }) => [number, text.slice(0, 15)])).toEqual([[2, "协议要求的社工人数是多少？核查"], [3, "协议要求的持证社工比例是多少？"]]);
    expect(letter().questions).toEqual([]);
  });

  test("is not asserted by a finding that rests on it, and nobody is sent to the settings of a program that he does not have", () => {
    const message = "按默认 20 人算，稳岗率 15/20=75.00%，低于要求的 80.00%。请先确认协议人数。";
    const { items: [item] } = letter({ evaluation: unconfirmed, findings: [sampleFinding({ severity: "warning", message, awaits: ["headcount"] })] });
    expect(item!.message).toBe("按默认 20 人算，稳岗率 15/20=75.00%，低于要求的 80.00%。");
    expect(item!.how).toBe("请先答复协议的要求（见“请确认”）。");
  });

  test("nor by the grade of a veto that hangs on it", () => {
    const message = `等级为「良好」。暂按协议要求社工 20 人，应到 120、实到 114 人次，缺 6，达到限额 5。请先确认协议要求，再核对等级。`;
    expect(letterText(letter({ evaluation: unconfirmed, findings: [sampleFinding({ severity: "warning", message })] }), "zh")).not.toContain("设置");
  });

  test("how months are counted is asked only where an item hangs on it", () => {
    const notes = ["15日及以前入职（转入）的当月计1，以后计0.5：按评估报告推定，请按协议核对", "继续教育每应到人次 6 小时：按评估报告推定，请按协议核对"];
    const rests = [sampleFinding({ basis: render(say("basis-r6-r8")) })];
    const asked = letter({ evaluation: { ...evaluation!, notes }, findings: rests }).questions;
    expect(asked).toEqual([{ number: 2, text: expect.stringContaining("15日及以前入职（转入）的当月计1，以后计0.5。") }]);
    expect(asked[0]!.text).not.toContain("继续教育");
    expect(letter({ evaluation: { ...evaluation!, notes } }).questions).toEqual([]);
  });

  test("a table that was not recognised for sure is asked about", () => {
    const questions = [{ text: "附件2 的“P”是到岗吗？", sheet: "附件2", range: "G5:G20", answers: [{ label: "是", told: {} as never }, { label: "否", told: {} as never }] }];
    expect(letter({ questions }).questions[0]!.text).toBe("附件2 的“P”是到岗吗？（附件2!G5:G20）可选：是、否。");
  });
});

describe("many alike", () => {
  const alike = (count: number) => Array.from({ length: count }, (_, index) => sampleFinding({ cell: `D${index + 9}`, actual: `${index}%` }));

  test("stand one by one where the letter stays short", () => {
    expect(letter({ findings: alike(12) }).items).toHaveLength(12);
  });

  test("become one item with all its cells where it would run on, which is said", () => {
    const { items, notes } = letter({ findings: [...alike(30), onRoster({ rule: "attendance-number" })], tables: [...sampleReport().tables, ROSTER] });
    // The range of the cards ends at row 20; what lies below it is apart.
    expect(items.map(({ table, cells }) => [table, cells.length])).toEqual([["指标卡（附件1 对照表）", 12], ["附件1 对照表", 18], ["到岗表（附件2）", 1]]);
    expect(items[0]!.message).toMatch(/^完成百分比与完成量÷协议量不符，同类的有 12 格。例如：/);
    expect(notes[0]).toBe("为免过长，同类问题合并列出：2 项共涉及 30 格。");
  });

  test("also where few of them are long", () => {
    const long = (count: number) => letter({ findings: Array.from({ length: count }, (_, index) => sampleFinding({ cell: `D${index + 5}`, message: `${"这一格的公式读错了行".repeat(12)}。请改正。` })), tables: [{ ...ROSTER, sheet: "附件1 对照表", range: "A1:Z99" }] }).items.length;
    expect([long(4), long(11)]).toEqual([4, 1]);
  });

  test("every cell is a row of the sheet, and of the text so many as one reads", () => {
    const many = letter({ findings: alike(60), tables: [{ ...ROSTER, sheet: "附件1 对照表", range: "A1:Z99" }] });
    expect(letterSheet(many, "zh").rows.filter((row) => row[3]?.link).map((row) => row[3]!.value)).toHaveLength(60);
    expect(letterText(many, "zh")).toContain("其余 40 格见 Excel 格式的整改清单");
  });
});

describe("staff", () => {
  const names = new Map([["附件2!31", "甲某"], ["附件2!40", "乙某"]]);
  const parts = { findings: [onRoster({ message: "序号26（第31行）的到岗小计为「2」。", related: [{ sheet: "附件2", cell: "A40", label: "" }] })], tables: [ROSTER] };

  test("are named by 序号, which is said", () => {
    expect(letter(parts).notes).toContain("社工以到岗表的序号表示。");
    expect(letter(parts).items[0]!.people).toEqual([]);
  });

  test("are named where that is turned on", () => {
    const named = letter(parts, { names });
    expect(named.items[0]!.people).toEqual(["甲某", "乙某"]);
    expect(letterText(named, "zh")).toContain("涉及：甲某、乙某");
    expect(JSON.stringify(letterSheet(named, "zh"))).toContain("甲某");
    expect(JSON.stringify(letterDocument(named, "zh"))).toContain("甲某");
    expect(named.notes).not.toContain("社工以到岗表的序号表示。");
  });
});

test("what was not checked is said, a few by their sentences", () => {
  expect(letter({ notChecked: ["隐藏工作表“底稿”。"] }).notes).toContain("没能核查、不在本清单内的：隐藏工作表“底稿”。");
  expect(letter({ notChecked: ["1", "2", "3", "4", "5"] }).notes).toContain("没能核查、不在本清单内的：1；2；3；4；等 5 处。");
});

test("a sentence of a report stands with its words, without a link, and ties nobody's name to it", () => {
  const found = sampleFinding({ rule: "report-count", message: "正文写「专业小组 · 个数」17个，表里的完成量是 15。请核对后改正。", actual: "17", expected: "15" });
  const sentence: SentenceFinding = { ...found, sheet: null, cell: null, fix: null, related: [{ sheet: "附件1", cell: "B9", label: "", file: "甲.xlsx" }], place: { paragraph: 11, start: 0, end: 40, quote: "完成小组17个，125节，服务1212人次，分别完成协议指标量的50.00%、50.00%和60.00%" } };
  const report: WrittenReport = { ...sampleReport(), findings: [sampleFinding(), sentence], statements: [] };
  const made = letterOf(report, { ...OPTIONS, names: new Map([["附件1!9", "甲某"]]) })!;
  expect(made.items[1]).toMatchObject({ table: "正文“完成小组17个，125节，服务1212人次，分别完成协议指标…”", message: "正文写「专业小组 · 个数」17个，表里的完成量是 15。", how: "请核对后改正。", people: [], cells: [{ at: null, name: "第 12 段" }] });
  expect(letterSheet(made, "zh").rows.find(([number]) => number?.value === 2)![3]).toEqual({ value: "第 12 段", style: "text" });
});

describe("renderings", () => {
  test("the sheet's links lead to the station's own sheets, and a text of the workbook stays a text", () => {
    const sheet = letterSheet(letter({ findings: [sampleFinding({ message: "=1+1 显示。请改。" })] }), "zh");
    const row = sheet.rows.find(([, asked]) => asked?.value === "请改正")!;
    expect(row[3]).toEqual({ value: "D9", style: "link", link: { sheet: "附件1 对照表", row: 9, column: 4 } });
    expect(row[6]).toMatchObject({ value: "=1+1 显示。" });
    expect(row[6]!.formula).toBeUndefined();
    expect(row[8]!.value).toBe("2025年4月15日");
  });

  test("the document repeats its heads, has a blank for the answer, and says by which day where one is set", () => {
    const tables = (made: Letter) => letterDocument(made, "zh").blocks.flatMap((block) => (block.kind === "table" ? [block] : []));
    const [dated] = tables(letter());
    expect(dated!.head).toEqual(["序号", "位置", "现为", "应为", "问题和改法", "站方答复（4月15日前）"]);
    expect(dated!.rows[0]!.at(-1)!.lines).toEqual([[{ text: "" }]]);
    expect(tables(letter({}, { until: null }))[0]!.head.at(-1)).toBe("站方答复");
    for (const { widths, head, rows } of [dated!, tables(letter({}, { until: null }))[0]!]) {
      expect(widths.reduce((sum, width) => sum + width, 0)).toBe(180);
      expect([head.length, ...rows.map((row) => row.length)]).toEqual(Array.from({ length: rows.length + 1 }, () => widths.length));
    }
    const [several] = tables(letter({ findings: Array.from({ length: 20 }, () => sampleFinding()), tables: [{ ...ROSTER, sheet: "附件1 对照表", range: "A1:Z99" }] }));
    expect(several!.rows.map((row) => row.map(({ span = 1 }) => span))).toEqual([[1, 1, 2, 1]]);
  });

  test("what should stand there has a column only where anybody can say it", () => {
    const [mend, verify] = letterDocument(letter({ findings: [sampleFinding(), sampleFinding({ cell: "A1", severity: "warning", expected: "" })] }), "zh").blocks.flatMap((block) => (block.kind === "table" ? [block] : []));
    expect([mend!.head.includes("应为"), verify!.head.includes("应为")]).toEqual([true, false]);
    expect(verify!.rows.map((row) => row.length)).toEqual([verify!.widths.length]);
  });

  test("all speak English when asked", () => {
    const english = letterOf(sampleReport(), { ...OPTIONS, language: "en" })!;
    expect(english.until).toBe("2025-04-15");
    // The finding itself and the station are the workbook's.
    expect(letterText(english, "en").split("\n")[0]).toBe("[What to mend] 广州市联和街社工服务站");
    expect(letterDocument(english, "en").foot).toEqual(["Page ", " of ", ""]);
  });
});
