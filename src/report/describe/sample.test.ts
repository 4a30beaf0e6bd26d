import { workbookOf } from "../../../test/support/sheet-builder";
import { sampleOf } from "./sample";

const [SHEET] = workbookOf({
  某街: {
    cells: {
      A1: "服务片区", B1: "目标", C1: "实绩", D1: "占比", E1: "负责", F1: "7月", G1: "入职",
      A2: "东湖片区", B2: 120, C2: 98, D2: { f: "=C2/B2", v: 98 / 120, format: "0.00%" }, E2: "欧阳某", F2: "√", G2: { v: 45_000, format: "yyyy/m/d" },
      A3: "合计", B3: { f: "=SUM(B2:B2)", v: 120 }, C3: { f: '=IF(C2="98","甲",C2)', v: 98 }, D3: { f: "=D2*汇率", v: 0.8 }, E3: "电话13800138000"
    },
    merges: ["A2:A3"]
  }
}).sheets;
const sample = sampleOf(SHEET!, { top: 1, left: 1, bottom: 3, right: 7 }, 1, "样表");
const at = (row: number, column: number) => sample.rows[row - 1]![column - 1]!;

test("the heads stay, names, texts and numbers are invented", () => {
  expect(sample.rows[0]!.map((cell) => cell!.value)).toEqual(["服务片区", "目标", "实绩", "占比", "负责", "7月", "入职"]);
  expect(at(2, 1).value).toBe("某某某某");
  expect(at(2, 5).value).toBe("某某某");
  expect(at(3, 5).value).toMatch(/^某某\d{11}$/);
  expect(at(3, 5).value).not.toContain("13800138000");
  expect(at(2, 2).value).not.toBe(120);
  expect(String(at(2, 2).value)).toMatch(/^\d{3}$/);
  expect(at(2, 7)).toMatchObject({ format: "yyyy/m/d" });
  expect(at(2, 7).value).not.toBe(45_000);
  expect(JSON.stringify(sample)).not.toMatch(/东湖|欧阳|汇率|甲/);
});

test("marks, words of every table, merged areas and formulas within the table stay as its shape", () => {
  expect(at(2, 6).value).toBe("√");
  expect(at(3, 1).value).toBe("合计");
  expect(sample.merges).toEqual(["A2:A3"]);
  expect(at(2, 4)).toMatchObject({ formula: "=C2/B2", value: null, format: "0.00%" });
  expect(at(3, 2).formula).toBe("=SUM(B2:B2)");
  expect([at(3, 3).formula, at(3, 4).formula]).toEqual([undefined, undefined]);
});

test("the same table gives the same sample; a long list gives sixty rows", () => {
  expect(sampleOf(SHEET!, { top: 1, left: 1, bottom: 3, right: 7 }, 1, "样表")).toEqual(sample);
  expect(sampleOf(SHEET!, { top: 1, left: 1, bottom: 500, right: 7 }, 1, "样表").rows).toHaveLength(61);
});

test("a title that was marked with the heads is invented as well", () => {
  const [sheet] = workbookOf({ 甲: { cells: { A1: "丙街社工站一览", A2: "子", B2: "丑", A3: "x", B3: 3 }, merges: ["A1:B1"] } }).sheets;
  expect(sampleOf(sheet!, { top: 1, left: 1, bottom: 3, right: 2 }, 2, "样表").rows.slice(0, 2).map((row) => row.map((cell) => cell?.value))).toEqual([["某某某某某某某"], ["子", "丑"]]);
});
