import { buildRoster, type PersonSpec } from "../../test/support/roster-builder";
import { cleanStation, type Changes } from "../../test/support/station";
import { workbookOf } from "../../test/support/sheet-builder";
import { render } from "../messages";
import { checkWithPeople } from "../report";
import { acrossStations, comparisonSheets, type AcrossQuestion, type Submission } from ".";

const contract = "2020.1.1-2029.3.27";
const FAMILY = "赵钱孙李周吴郑王冯陈";
/** Five persons of that station alone, and others. */
const staff = (station: string, more: readonly PersonSpec[] = []): PersonSpec[] => [...[0, 1, 2, 3, 4].map((i): PersonSpec => ({ name: `${FAMILY[i]!}${station}`, months: "111111", contract })), ...more];

/** A station's workbook, its numbers times a factor. */
function station(name: string, persons: readonly PersonSpec[], factor = 1, changes: Changes = {}): Submission {
  const sheets = cleanStation();
  for (const sheet of Object.keys(sheets)) {
    const cells = Object.fromEntries(Object.entries({ ...sheets[sheet]!.cells, ...changes }).map(([at, value]) => [at, typeof value === "number" && factor !== 1 ? Math.round(value * factor) : value]));
    sheets[sheet] = { ...sheets[sheet]!, cells: { ...cells, A1: `${name}社工站指标完成情况统计表（2024年9月10日至2025年2月28日）` } };
  }
  const roster = buildRoster({ months: ["2024年9月", "10月", "11月", "12月", "2025年1月", "2月"], title: `${name}社工站到岗情况统计表`, agreement: "年度服务协议时间：2024年9月10日至2025年9月9日", persons }).workbook;
  const { sheets: own, ...rest } = workbookOf(sheets);
  return checkWithPeople({ ...rest, sheets: [...own, ...roster.sheets] }, { fileName: `${name}.xlsx` });
}

const kinds = (questions: readonly AcrossQuestion[]): unknown[] => questions.map(({ kind, places }) => [kind, places.map(({ submission }) => submission)]);

test("stations of their own draw no question; several workbooks of one neither", () => {
  expect(kinds(acrossStations([station("甲街", staff("甲")), station("乙街", staff("乙"), 1.37), station("丙街", staff("丙"), 1.81)]))).toEqual([]);
  expect(kinds(acrossStations([station("甲街", staff("甲")), station("甲街", staff("甲"))]))).toEqual([]);
});

test("the same person at two stations in one month is asked of both, without the name; a transfer that joins is none", () => {
  const twice: PersonSpec = { name: "欧阳同", months: "111111", contract };
  const questions = acrossStations([station("甲街", staff("甲", [twice])), station("乙街", staff("乙", [{ ...twice, months: "000111" }]), 1.37)]);
  expect(kinds(questions)).toEqual([["person-twice", [0, 1]]]);
  expect(render(questions[0]!.message)).toMatch(/甲街社工站的序号6.*乙街社工站的序号6.*2024-12、2025-01、2025-02/);
  expect(render(questions[0]!.message)).not.toContain("欧阳");
  expect(acrossStations([
    station("甲街", staff("甲", [{ ...twice, months: "111000", remark: "2024.12.1转出到乙街社工站" }])), station("乙街", staff("乙", [{ ...twice, months: "000111", remark: "2024.12.1甲街社工站转入" }]), 1.37)
  ])).toEqual([]);
});

test("transferred to a station whose roster does not know it; to one that is not here", () => {
  const gone = (to: string): Submission => station("甲街", staff("甲", [{ name: "欧阳同", months: "111000", contract, remark: `2024.12.1转出到${to}社工站` }]));
  expect(kinds(acrossStations([gone("乙街"), station("乙街", staff("乙"), 1.37)]))).toEqual([["transfer", [0, 1]]]);
  expect(acrossStations([gone("昌华"), station("乙街", staff("乙"), 1.37)])).toEqual([]);
});

test("labels in place of names say nothing", () => {
  const labels = [1, 2, 3, 4, 5].map((i): PersonSpec => ({ name: `社工0${i}`, months: "111111", contract }));
  expect(acrossStations([station("甲街", labels), station("乙街", labels, 1.37)])).toEqual([]);
});

test("numbers of another station: two alike among several are asked, what all share is the district's", () => {
  const others = [1.37, 1.81, 2.3].map((factor, i) => station(`${"丙丁戊"[i]!}街`, staff("丙丁戊"[i]!), factor));
  expect(kinds(acrossStations([station("甲街", staff("甲")), station("乙街", staff("乙")), ...others]))).toEqual([["copied-targets", [0, 1]], ["copied-done", [0, 1]]]);
  const all = ["甲", "乙", "丙", "丁", "戊", "己"].map((name) => station(`${name}街`, staff(name)));
  expect(acrossStations(all)).toEqual([]);
});

test("a roster of another station", () => {
  expect(kinds(acrossStations([station("甲街", staff("甲")), station("乙街", staff("甲"), 1.37)]))).toEqual([["copied-roster", [0, 1]]]);
});

test("the comparison says what the district comes to and what is asked", () => {
  const all = [station("甲街", staff("甲", [{ name: "欧阳同", months: "111111", contract }])), station("乙街", staff("乙", [{ name: "欧阳同", months: "111111", contract }]), 1.37)];
  const sheets = comparisonSheets(all.map(({ report }) => report), [], { people: all.map(({ people }) => people) });
  expect(sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(["全区", "跨站核对"]));
  const district = sheets.find(({ name }) => name === "全区")!;
  expect(district.rows.slice(2).map((row) => row[0]!.value)).toEqual(expect.arrayContaining(["困难群众和特殊群体建档", "稳岗率"]));
  expect(sheets.find(({ name }) => name === "跨站核对")!.rows).toHaveLength(4);
  expect(JSON.stringify(sheets)).not.toContain("欧阳");
});
