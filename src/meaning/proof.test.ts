import { Evaluator } from "../formulas";
import { workbookOf } from "../formulas/workbook-of.fixture";
import { say } from "../messages";
import { cellName, parseCellName, type CellAddress, type Scalar, type Workbook } from "../workbook";
import { Prover } from "./proof";
import type { Meaning, MeaningSet, Variable } from "./types";

const at = (cell: string): CellAddress => ({ sheet: "S", ...parseCellName(cell)! });

function meaning(cell: string, role: Meaning["role"], inputs: readonly string[], compute: Meaning["compute"]): Meaning {
  return {
    at: at(cell), role, table: "indicators", label: say("label-rate"), row: cell, column: role, inputs: inputs.map(at), compute,
    decimals: role === "rate" ? 4 : null, constantsAllowed: false,
    ...(role === "rate" && { quotient: { targets: [at(inputs[0]!)], dones: [at(inputs[1]!)] } })
  };
}

const number = (value: Scalar): number => (typeof value === "number" ? value : 0);

/** Row by row a target, a done and their rate; under them the totals. */
function rates(rows: number, formula: (row: number) => string): { workbook: Workbook; set: MeaningSet } {
  const table: Record<string, Scalar> = {};
  const meanings: Meaning[] = [];
  const variables: Variable[] = [];
  for (let row = 1; row <= rows; row++) {
    table[`A${row}`] = 10 + row;
    table[`B${row}`] = 5 + row;
    table[`C${row}`] = formula(row);
    for (const column of [1, 2]) variables.push({ cells: [at(cellName(row, column))], choices: "count" });
    meanings.push(meaning(`C${row}`, "rate", [`A${row}`, `B${row}`], (read) => (number(read(at(`A${row}`))) === 0 ? undefined : number(read(at(`B${row}`))) / number(read(at(`A${row}`))))));
  }
  const inputs = Array.from({ length: rows }, (_, i) => `B${i + 1}`);
  meanings.push(meaning(`B${rows + 1}`, "total", inputs, (read) => inputs.reduce((sum, cell) => sum + number(read(at(cell))), 0)));
  return { workbook: workbookOf({ S: table }), set: { meanings, variables } };
}

/** The verdicts on the formulas of all rates, and how many formulas were computed to come to them. */
function prove(rows: number, formula: (row: number) => string): { states: Set<string>; evaluations: number } {
  const { workbook, set } = rates(rows, formula);
  const evaluate = jest.spyOn(Evaluator.prototype, "evaluate");
  const prover = new Prover(workbook, new Evaluator(workbook), set);
  const states = new Set(set.meanings.slice(0, -1).map((one, i) => prover.prove(one, formula(i + 1)).state));
  const evaluations = evaluate.mock.calls.length;
  evaluate.mockRestore();
  return { states, evaluations };
}

describe("formulas alike are proved once", () => {
  it.each<[string, (row: number) => string]>([
    ["a rate", (row) => `=B${row}/A${row}`],
    ["spelt with $ and spaces", (row) => `=IF( $A${row}="/", "/", ROUND(B${row} / $A${row}, 4) )`],
    ["with a constant beside", (row) => `=IF(A${row}=$Z$9,"/",B${row}/A${row})`],
    ["with another sheet's name", (row) => `=S!B${row}/S!$A${row}`]
  ])("%s", (_, formula) => {
    const once = prove(20, formula);
    expect(once.states).toEqual(new Set(["right"]));
    expect(once.evaluations).toBeLessThan(20);
    // The same in another workbook is known already.
    expect(prove(40, formula)).toMatchObject({ states: new Set(["right"]), evaluations: 0 });
  });

  it("and each by itself where it looks at other cells", () => {
    const once = prove(20, (row) => `=B${row}/INDEX(A$1:A$40,ROW())`);
    expect(once.states).toEqual(new Set(["right"]));
    expect(prove(40, (row) => `=B${row}/INDEX(A$1:A$40,ROW())`).evaluations).toBeLessThan(2.1 * once.evaluations);
  });
});

test("one that is right by luck in its place is not taken for another's", () => {
  const { workbook, set } = rates(4, (row) => `=B${row}/A${row}`);
  const prover = new Prover(workbook, new Evaluator(workbook), set);
  const states = (formula: (row: number) => string): string[] => set.meanings.slice(0, 4).map((one, i) => prover.prove(one, formula(i + 1)).state);
  expect(states((row) => `=B${row}/A${row}`)).toEqual(["right", "right", "right", "right"]);
  expect(states((row) => `=B${row}/A$1`)).toEqual(["right", "wrong", "wrong", "wrong"]);
  expect(states((row) => `=B2/A${row}`)).toEqual(["wrong", "right", "wrong", "wrong"]);
  expect(states((row) => `=A${row}/B${row}`)).toEqual(["wrong", "wrong", "wrong", "wrong"]);
  expect(states((row) => `=B${row}/A${row}*IF(ROW()=3,2,1)`)).toEqual(["right", "right", "wrong", "right"]);
});

test("constants count with what they hold", () => {
  const { set } = rates(2, () => "");
  const workbook = workbookOf({ S: { A1: 11, B1: 6, A2: 12, B2: 7, E1: 1, E2: 2 } });
  const prover = new Prover(workbook, new Evaluator(workbook), set);
  expect(prover.prove(set.meanings[0]!, "=B1/A1/E1").state).toBe("right");
  expect(prover.prove(set.meanings[1]!, "=B2/A2/E2").state).toBe("wrong");
});

test("a formula that reads its own cell is none, also where it agrees", () => {
  const { workbook, set } = rates(2, (row) => `=B${row}/A${row}`);
  const prover = new Prover(workbook, new Evaluator(workbook), set);
  expect(prover.prove(set.meanings[2]!, "=SUM(B1:B2)").state).toBe("right");
  expect(prover.prove(set.meanings[2]!, "=SUM(B1:B3)").state).not.toBe("right");
});

test("a rate of numbers not entered yet is proved on any numbers", () => {
  const { set } = rates(2, () => "");
  const workbook = workbookOf({ S: { D9: 1 } });
  const prover = new Prover(workbook, new Evaluator(workbook), { ...set, variables: [] });
  expect(prover.prove(set.meanings[0]!, "=IF(A1=\"\",\"\",B1/A1)").state).toBe("right");
  expect(prover.prove(set.meanings[1]!, "=IF(A2=\"\",\"\",A2/B2)").state).toBe("wrong");
});

describe("marks", () => {
  const PERSONS = 90;
  const marks = Array.from({ length: PERSONS }, (_, i) => `A${i + 1}`);
  const workbook = workbookOf({ S: Object.fromEntries(marks.map((cell) => [cell, "√"])) });
  const count = meaning("A95", "tick-count", marks, (read) => marks.filter((cell) => read(at(cell)) === "√").length);
  const set: MeaningSet = { meanings: [count], variables: marks.map((cell) => ({ cells: [at(cell)], choices: [["√"], ["×"]] })) };
  const prover = new Prover(workbook, new Evaluator(workbook), set);

  it.each([
    [`=COUNTIF(A1:A${PERSONS},"√")`, "right"], [`=COUNTIF(A1:A${PERSONS - 1},"√")`, "wrong"], [`=COUNTIF(A2:A${PERSONS},"√")+1`, "wrong"],
    [`=COUNTIF(A1:A${PERSONS - 1},"√")+COUNTIF(A7,"√")`, "wrong"], [`=${PERSONS}`, "wrong"]
  ])("%s is %s", (formula, state) => expect(prover.prove(count, formula).state).toBe(state));
});
