import { say } from "../../messages";
import type { GridRow } from "../text/grids";
import { placeOf, printed, type Measure } from "../text/measures";
import { states } from "../text/numbers";
import type { FoundGrid, NamedRows } from "../read/vocabulary";
import { fitsUnit, ofCells, type Quantity } from "./quantities";
import type { Reader } from "./reader";
import { contradicts, type Proof } from "./statement";

/** Between a name and the number that is its own: 服务对象（100.00%）, 东湖片区，为1680个. */
const OWN = /^(?:（(?:为|达|共)?|，?(?:为|达|是|有|共|仅|达到|：)+)$/u;
const FEWEST_DIGITS = 3;

/** Names with the number of another row: 最高的是东湖片区，为1680个, where 新城片区 has 1680. */
export function proveMisnamed(reader: Reader): Proof[] {
  return reader.lines.flatMap((line) => (line.isNote ? [] : reader.measuresOf(line).flatMap((measure) => misnamedAt(measure, reader))));
}

function misnamedAt(measure: Measure, reader: Reader): Proof[] {
  const { line, token } = measure;
  if (token.bound !== "exact" || token.unit === "" || token.text.replace(".", "").length < FEWEST_DIGITS) return [];
  const mention = reader.mentionsOf(line).find(({ rows, end }) => rows.length > 0 && end <= token.start && OWN.test(line.text.slice(end, token.start)));
  if (!mention) return [];
  const named = mention.rows.filter(({ rows }) => rows.length === 1);
  if (named.length === 0 || mention.rows.some((one) => quantitiesOf(one, measure).some(({ value }) => states(token, value)))) return [];
  const others = named.flatMap((own) => othersOf(own, measure));
  const names = [...new Set(others.map(({ row }) => row.labels[0]!))];
  if (names.length !== 1) return [];
  const { quantity } = others[0]!;
  const place = placeOf(line, { start: mention.start, end: token.end });
  return [contradicts([measure], { kind: "misnamed", subject: "misnamed", place, witnesses: quantity.witnesses }, { rule: "report-claim", severity: "warning", actual: place.quote, expected: "", message: say("statement-misnamed", { name: mention.name, written: printed(measure), right: names[0]! }) })];
}

function quantitiesOf({ found, rows }: NamedRows, measure: Measure): Quantity[] {
  return found.grid.columns.flatMap((column) => ofCells(found, rows, column) ?? []).filter((quantity) => isKind(quantity, measure));
}

/** The other rows that have the number, in a column in which the named row has one as well. */
function othersOf({ found, rows: [own] }: NamedRows, measure: Measure): { readonly row: GridRow; readonly quantity: Quantity }[] {
  return found.grid.rows.filter((row) => row !== own).flatMap((row) => sharedColumns(row, own!, found).flatMap((column) => {
    const quantity = ofCells(found, [row], column);
    return quantity && isKind(quantity, measure) && states(measure.token, quantity.value) ? [{ row, quantity }] : [];
  }));
}

function sharedColumns(row: GridRow, own: GridRow, { grid }: FoundGrid): FoundGrid["grid"]["columns"] {
  return grid.columns.filter(({ column }) => row.cells.has(column) && own.cells.has(column));
}

function isKind(quantity: Quantity, { token }: Measure): boolean {
  return quantity.isPercent === (token.unit === "%") && fitsUnit(quantity.unit, token.unit);
}
