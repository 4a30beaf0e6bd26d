import { formatAfter, type Beside, type CellBeside } from "./fix-format";

const number = (format: string): CellBeside => ({ format, holdsNumber: true });
const text = (format: string): CellBeside => ({ format, holdsNumber: false });
const beside = (some: Partial<Beside>): Beside => ({ above: null, below: null, left: null, right: null, ...some });
const value = { kind: "value" as const, after: 0.5 };

test.each<[string, Parameters<typeof formatAfter>, string]>([
  ["its own wins", [{ ...value, format: "0.0%" }, "@", beside({ above: number("0.00%") })], "0.0%"],
  ["a format that shows numbers stays", [value, "0", beside({ above: number("0.00%") })], "0"],
  ["a text stays a text", [{ kind: "value", after: "/" }, "@", beside({ above: number("0.00%") })], "@"],
  ["a cell emptied keeps its format", [{ kind: "value", after: null }, "@", beside({ above: number("0.00%") })], "@"],
  ["two alike above and below", [value, "@", beside({ above: number("0.00%"), below: number("0.00%"), left: number("0"), right: number("0") })], "0.00%"],
  ["two alike left and right", [value, "@", beside({ above: number("0"), left: number("0.00%"), right: number("0.00%") })], "0.00%"],
  ["a single one, below the heads", [value, "@", beside({ above: text("General"), below: number("0.00%"), left: number("0") })], "0.00%"],
  ["texts and other text formats say nothing", [{ kind: "formula", after: "=1" }, "@", beside({ above: number("@"), left: text("0.00%") })], "General"]
])("%s", (_, given, expected) => expect(formatAfter(...given)).toBe(expected));
