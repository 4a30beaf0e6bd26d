import type { CellAddress, Scalar, Workbook } from "../workbook";
import { Evaluator, type Outcome } from ".";
import { bookOf, MAX_WORK } from "./book";
import { workbookOf, type CellTable } from "./workbook-of.fixture";

const HERE: CellAddress = { sheet: "S", row: 9, column: 30 };
const column = (letter: string, count: number, value: (row: number) => Scalar): CellTable =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`${letter}${i + 1}`, value(i + 1)]));
const empty = (): Workbook => workbookOf({ S: {} });

/** Milliseconds of processor time, the best of three: what the machine does beside is left out. */
function processorTime(work: () => void): number {
  const times = [0, 1, 2].map(() => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

const evaluate = (formula: string, workbook: Workbook): Outcome => new Evaluator(workbook).evaluate(formula, HERE);

/** All but a hundredth of what the workbook's formulas may cost together: what uses up the rest need not take seconds. */
function nearlySpent(workbook: Workbook): void {
  const book = bookOf(workbook);
  book.spend(0.99 * MAX_WORK);
}

/** So long a fixed part may take, which does not grow. */
const FIXED = 60;

describe("what a formula costs grows no faster than what it is given", () => {
  it.each<[string, number, (n: number) => string, ...((n: number) => CellTable)[]]>([
    ["COMBIN", 1e8, (n) => `=COMBIN(${2 * n},${n})`],
    ["COMBINA", 1e8, (n) => `=COMBINA(${2 * n},${n})`],
    ["PERMUT", 1e8, (n) => `=PERMUT(${2 * n},${n})`],
    ["FACT", 1e8, (n) => `=FACT(${n})`],
    ["BASE, padded", 1e8, (n) => `=BASE(5,2,${n})`],
    ["WORKDAY among holidays", 15_000, (n) => `=WORKDAY(1,${n / 2},SEQUENCE(${n}))`],
    ["NETWORKDAYS among holidays", 15_000, (n) => `=NETWORKDAYS(1,${n},SEQUENCE(${n}))`],
    ["FREQUENCY", 10_000, (n) => `=SUM(FREQUENCY(SEQUENCE(${n}),SEQUENCE(${n})))`],
    ["MODE", 80_000, (n) => `=MODE(SEQUENCE(${n}))`],
    ["CHOOSE by an array", 80_000, (n) => `=SUM(CHOOSE(SEQUENCE(${n},1,1,0),1))`],
    ["SEARCH with stars", 1500, (n) => `=SEARCH("*"&REPT("a",50)&"b",REPT("a",${n}))`],
    ["FINDB", 8000, (n) => `=FINDB("b",REPT("a",${n})&"b",${n - 9})`],
    ["NUMBERVALUE of percents", 8000, (n) => `=NUMBERVALUE(REPT("%",${n})&"a")`],
    ["a date looked for in a text", 8000, (n) => `=ISERROR(VALUE(REPT("日",${n})))`],
    ["a number looked for between blanks", 8000, (n) => `=ISERROR(VALUE("a"&REPT(" ",${n})&"a"))`],
    ["SUBSTITUTE", 8000, (n) => `=LEN(SUBSTITUTE(REPT("a",${n}),"a",REPT("b",${n})))`],
    ["TEXTJOIN", 8000, (n) => `=LEN(TEXTJOIN(REPT("x",${n}),FALSE,SEQUENCE(${n})))`],
    ["CONCAT", 8000, (n) => `=LEN(CONCAT(IF(SEQUENCE(${n}),REPT("x",${n}))))`],
    ["TEXTSPLIT", 1000, (n) => `=ROWS(TEXTSPLIT(REPT("a,",${n})&REPT("b;",${n}),",",";"))`],
    ["a pattern of a count", 100, (n) => `=COUNTIF(A1,REPT("*a",${n})&"b")`, () => ({ A1: "a".repeat(20_000) })],
    ["TEXT with a long format", 8000, (n) => `=LEN(TEXT(1.5,REPT("0,",${n})))`],
    ["a text that grows by steps", 1000, (n) => `=LEN(REDUCE("",SEQUENCE(${n}),LAMBDA(a,x,a&"xxxxxxxxxx")))`],
    ["areas shared by unions", 20, (n) => `=SUM(${[1, 2, 3].map(() => `(${new Array(n).fill("A:A").join(",")})`).join(" ")})`],
    ["a long sum", 2000, (n) => `=${new Array(n).fill("A1").join("+")}`],
    ["SUM over a column", 20_000, (n) => `=SUM(A1:A${n})`, (n) => column("A", n, (row) => row)],
    ["SUMPRODUCT over whole columns", 10_000, () => "=SUMPRODUCT((A:A=1)*(B:B=2))", (n) => column("A", n, (row) => row)]
  ])("%s", (...[, n, formula, table]) => {
    const once = table ? workbookOf({ S: table(n) }) : empty();
    const twice = table ? workbookOf({ S: table(2 * n) }) : empty();
    const first = processorTime(() => evaluate(formula(n), once));
    expect(processorTime(() => evaluate(formula(2 * n), twice))).toBeLessThan(3 * first + FIXED);
  });
});

it("whole columns with one cell in the last row cost no more where another cell of theirs is tried", () => {
  const workbook = workbookOf({ S: { ...column("A", 7, (row) => row), ...column("B", 7, (row) => row), A1048576: 1 } });
  const plain = new Evaluator(workbook);
  const tried = plain.with([[{ sheet: "S", row: 3, column: 1 }, 30]]);
  const formula = "=SUMPRODUCT(A:A*B:B)";
  const once = processorTime(() => plain.evaluate(formula, HERE));
  expect(processorTime(() => tried.evaluate(formula, HERE))).toBeLessThan(2 * once + FIXED);
  expect([plain.evaluate(formula, HERE), tried.evaluate(formula, HERE)]).toMatchObject([{ value: 140 }, { value: 221 }]);
});

describe("look-ups by the thousand in long columns", () => {
  const ROWS = 20_000;
  const names = Object.fromEntries(Array.from({ length: ROWS }, (_, i) => [[`A${i + 1}`, `社工${i}`], [`B${i + 1}`, i]]).flat());
  const workbook = workbookOf({ S: { ...names, A900: "=\"社工\"&\"没有\"", B901: "901" } });

  it.each<[string, (row: number) => string, (row: number) => Scalar]>([
    ["VLOOKUP", (row) => `=VLOOKUP("社工${row}",A:B,2,FALSE)`, (row) => row],
    ["MATCH", (row) => `=MATCH(${row},B:B,0)`, (row) => row + 1],
    ["XLOOKUP from the end", (row) => `=XLOOKUP("社工${row}",A:A,B:B,,0,-1)`, (row) => row],
    ["MATCH in a sorted column", (row) => `=MATCH(${row}.5,B1:B890)`, (row) => Math.min(row + 1, 890)],
    ["COUNTIF", (row) => `=COUNTIF(A:A,"社工${row}")`, () => 1],
    ["SUMIF", (row) => `=SUMIF(A:A,"社工${row}",B:B)`, (row) => row],
    ["COUNTIFS", (row) => `=COUNTIFS(A:A,"社工${row}",B:B,">=0")`, () => 1]
  ])("%s", (_, formula, value) => {
    const evaluator = new Evaluator(workbook);
    const before = bookOf(workbook).spent;
    for (let row = 1; row <= 800; row++) expect(evaluator.evaluate(formula(row), HERE)).toMatchObject({ state: "known", value: value(row) });
    expect(bookOf(workbook).spent - before).toBeLessThan(800 * 300);
  });

  it.each<[string, Scalar]>([
    ["=MATCH(\"社工没有\",A:A,0)", 900], ["=MATCH(\"社工9?9\",A:A,0)", 910], ["=COUNTIF(B:B,901)", 2], ["=COUNTIF(B:B,\"901\")", 2], ["=MATCH(\"901\",B:B,0)", 901], ["=MATCH(TRUE,B:B,0)", null],
    ["=COUNTIF(A:A,\"社工没有\")", 1], ["=COUNTIF(A:A,\"<>社工5\")", 1_048_575], ["=COUNTIF(A1:A100,\"社工5\")", 1], ["=COUNTIF(A50:A150,\"社工5\")", 0]
  ])("%s", (formula, value) => {
    expect(new Evaluator(workbook).evaluate(formula, HERE)).toMatchObject({ state: "known", value: value ?? { error: "#N/A" } });
  });

  it("in a view with other values in the sheet", () => {
    const changed = new Evaluator(workbook).with([[{ sheet: "S", row: 5, column: 1 }, "社工10"]]);
    expect([changed.evaluate("=MATCH(\"社工10\",A:A,0)", HERE), changed.evaluate("=COUNTIF(A:A,\"社工4\")", HERE)]).toMatchObject([{ value: 5 }, { value: 0 }]);
  });
});

describe("too much is not computed", () => {
  it.each([
    "=SUM(MAKEARRAY(3000,3000,LAMBDA(a,b,a*b)))", "=SUM(SEQUENCE(2000,2000))", "=SUM(SEQUENCE(1000000)*SEQUENCE(1,1000))", "=SUM(VSTACK(SEQUENCE(1000000),SEQUENCE(1000000),1))",
    "=SUM(OFFSET(A1,0,0,1048575,16383)+1)", "=LET(f,LAMBDA(g,n,IF(n=0,0,g(g,n-1)+g(g,n-1))),f(f,60))", "=SUM(MMULT(SEQUENCE(1400,1400),SEQUENCE(1400,1400)))",
    "=REDUCE(0,SEQUENCE(1000000),LAMBDA(a,x,REDUCE(a,SEQUENCE(1000000),LAMBDA(b,y,b+y))))", "=名40"
  ])("%s", (formula) => {
    const names = Array.from({ length: 40 }, (_, i) => ({ name: `名${i + 1}`, formula: i === 0 ? "=1" : `=名${i}+名${i}`, sheet: null }));
    const workbook = workbookOf({ S: { A1: 1 } }, names);
    nearlySpent(workbook);
    expect(evaluate(formula, workbook)).toMatchObject({ state: "unknown", reason: "limit" });
  });

  it("for all formulas of a workbook together, but for those that cost next to nothing", () => {
    const workbook = workbookOf({ S: { ...column("B", 9, () => "=SUM(MMULT(SEQUENCE(50,50),SEQUENCE(50,50)))"), ...column("A", 60, (row) => row), C1: "=SUM(A1:A60)/A1" } });
    nearlySpent(workbook);
    const evaluator = new Evaluator(workbook);
    const states = Array.from({ length: 9 }, (_, i) => evaluator.valueOf({ sheet: "S", row: i + 1, column: 2 }).state);
    expect([states[0], states[8]]).toEqual(["known", "unknown"]);
    expect(evaluator.valueOf({ sheet: "S", row: 1, column: 3 })).toMatchObject({ state: "known", value: 1830 });
  });

  it("counts the texts that are kept", () => {
    const workbook = workbookOf({ S: column("A", 20, () => "=REPT(\"x\",32767)") });
    const evaluator = new Evaluator(workbook);
    for (let row = 1; row <= 20; row++) evaluator.valueOf({ sheet: "S", row, column: 1 });
    expect(bookOf(workbook).spent).toBeGreaterThan(20 * 32_000);
  });

  it("takes half a surrogate pair, a base of 40 and a wrong count of copies for what Excel takes them for", () => {
    for (const formula of ["=ENCODEURL(LEFT(\"😀\",1))", "=REPT(\"ab\",1E300)", "=DECIMAL(REPT(\"1\",300),2)"]) {
      expect(evaluate(formula, empty())).toMatchObject({ state: "known", value: { error: "#VALUE!" } });
    }
    for (const formula of ["=BASE(5,40)", "=BASE(5,2,256)", "=DECIMAL(\"11\",40)", "=COMBIN(2E9,1E9)"]) {
      expect(evaluate(formula, empty())).toMatchObject({ state: "known", value: { error: "#NUM!" } });
    }
  });
});

it("a chain of cells that overflow the stack is computed all the same", () => {
  const deep = `${"(".repeat(60)}A0${")".repeat(60)}`;
  const table: Record<string, Scalar> = { A1: 1 };
  for (let row = 2; row <= 4000; row++) table[`A${row}`] = `=${deep.replace("A0", `A${row - 1}`)}+1`;
  expect(new Evaluator(workbookOf({ S: table })).valueOf({ sheet: "S", row: 4000, column: 1 })).toMatchObject({ value: 4000 });
});
