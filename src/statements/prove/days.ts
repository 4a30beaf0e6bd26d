import { say } from "../../messages";
import type { CellAddress } from "../../workbook";
import { daysIn, isSameDay, type NamedDay } from "../read/days";
import type { GridRow } from "../text/grids";
import type { Line } from "../text/lines";
import { placeOf, type Range } from "../text/measures";
import type { FoundGrid, Reader } from "./reader";
import { agrees, cellWitness, contradicts, type Proof } from "./statement";

/** Days of persons and of rows of tables: 社工8于2024年11月8日离职; 9月11日“危机介入”. */
export function proveDays(reader: Reader): Proof[] {
  return reader.lines.flatMap((line) => {
    const days = line.isNote ? [] : daysIn(line.text);
    return days.length === 0 ? [] : [...ofPersons(line, days, reader), ...ofRows(line, days, reader)];
  });
}

type KnownDay = Omit<NamedDay, "start" | "end">;

const JOIN = /入职|到岗|转入|到任|接替|接任|来的|加入|报到|入站/u;
const LEAVE = /离职|离岗|转出|调离|走的|离开|辞职|解除/u;

function dayOfIso(iso: string): KnownDay {
  const [year, month, day] = iso.split("-").map(Number);
  return { year: year!, month: month!, day: day! };
}

/** A person's joining or leaving, as the roster's remark has it. */
function ofPersons(line: Line, days: readonly NamedDay[], reader: Reader): Proof[] {
  const people = reader.sources.flatMap(({ evaluation: { used }, file }) => (used?.roster.persons ?? []).map((person) => ({ person, file })));
  return days.flatMap((day): Proof[] => {
    const clause = clauseAt(line, day);
    const words = line.text.slice(clause.start, clause.end);
    const kind = JOIN.test(words) !== LEAVE.test(words) ? (JOIN.test(words) ? "join" : "leave") : null;
    const named = people.filter(({ person: { name } }) => name.length >= 2 && hasName(words, name));
    if (kind === null || named.length !== 1 || daysIn(words).length !== 1) return [];
    const [{ person, file }] = named as [(typeof named)[0]];
    const events = person.remark.events.filter((event) => event.kind === kind && event.date !== null);
    return events.length === 1 ? [proofOf(line, day, [dayOfIso(events[0]!.date!)], events[0]!.at ?? person.nameAt, file, person.name)] : [];
  });
}

/** 社工1 is not named by 社工10. */
function hasName(words: string, name: string): boolean {
  const at = words.indexOf(name);
  return at >= 0 && !/\d/.test(words[at + name.length] ?? "");
}

/** The day of the row that the clause names, where the row has one day only, and no other clause tells which is meant. */
function ofRows(line: Line, days: readonly NamedDay[], reader: Reader): Proof[] {
  return days.flatMap((day): Proof[] => {
    const clause = clauseAt(line, day);
    const words = line.text.slice(clause.start, clause.end);
    if (daysIn(words).length !== 1) return [];
    const named = reader.mentionsOf(line).filter(({ start, end, rows }) => start >= clause.start && end <= clause.end && rows.length > 0 && (end <= day.start || start >= day.end));
    const options = named.flatMap((mention) => mention.rows.filter((one) => one.rows.length === 1).map(({ found, rows: [row] }) => ({ found, row: row!, days: daysOf(row!, found) }))).filter((one) => one.days.length === 1);
    const [first] = options;
    if (!first || new Set(options.map(({ row }) => row)).size !== 1) return [];
    const { day: known, at } = first.days[0]!;
    // Another day of the same table may be meant by other words.
    if (!isSameDay(known, day) && !first.found.grid.rows.some((row) => row === first.row)) return [];
    return [proofOf(line, day, [known], at, first.found.file, first.row.labels.find((label) => daysIn(label).length === 0) ?? "")];
  });
}

function daysOf(row: GridRow, { grid }: FoundGrid): { readonly day: KnownDay; readonly at: CellAddress }[] {
  const [cell] = row.cells.values();
  if (!cell) return [];
  return [...row.texts].flatMap(([column, text]) => (grid.columns.some((one) => one.column === column && /日期|时间|日$/u.test(one.head)) ? daysIn(text).filter(({ start, end }) => start === 0 && end === text.length).map((day) => ({ day, at: { ...cell.at, column } })) : []));
}

function proofOf(line: Line, day: NamedDay, known: readonly KnownDay[], at: CellAddress, file: string | null, name: string): Proof {
  const place = placeOf(line, day);
  const told = { kind: "day", subject: "day", place, witnesses: [cellWitness(at, file, say("statement-label-cell"))] };
  if (known.some((one) => isSameDay(one, day))) return agrees([], told);
  const [right] = known;
  const written = `${right!.year === null ? "" : `${right!.year}年`}${right!.month}月${right!.day}日`;
  return contradicts([], told, { rule: "report-period", severity: "warning", actual: place.quote, expected: written, message: say("statement-day", { name, written: place.quote, right: written }) });
}

function clauseAt({ text }: Line, { start, end }: Range): Range {
  let from = start;
  let to = end;
  while (from > 0 && !/[，。；：、]/u.test(text[from - 1]!)) from--;
  while (to < text.length && !/[，。；、]/u.test(text[to]!)) to++;
  return { start: from, end: to };
}
