import { buildRoster, type BuiltRoster, type PersonSpec, type RosterSpec } from "../../../test/support/roster-builder";
import { render } from "../../messages";
import { check } from "../../report/check";
import { addressName, cellName, type Scalar, type Workbook } from "../../workbook";

const RUNS = 80;

/** A small generator, so that every run sees the same rosters. */
function dice(seed: number): { below(limit: number): number; pick<T>(items: readonly T[]): T } {
  let state = seed;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % limit;
  };
  return { below, pick: (items) => items[below(items.length)]! };
}

type Dice = ReturnType<typeof dice>;

interface Month {
  readonly year: number;
  readonly month: number;
  readonly weight: number;
}

const written = ({ year, month }: Month, day: number, form: number): string =>
  [`${year}.${month}.${day}`, `${year}-${month}-${day}`, `${year}/${month}/${day}`, `${year}年${month}月${day}日`, `${month}月${day}日`][form]!;

/** Somebody who stays, joins, leaves or both, counted as R6–R8 have it. */
function person(random: Dice, months: readonly Month[], form: number): PersonSpec {
  const letters: string[] = months.map(({ weight }) => (weight === 1 ? "1" : "h"));
  const remarks: string[] = [];
  const first = random.below(months.length);
  const last = first + random.below(months.length - first);
  const kind = random.below(5);
  if (kind === 1 || kind === 2) {
    const day = 1 + random.below(28);
    letters.fill("0", 0, first);
    if (day > 15) letters[first] = "h";
    remarks.push(written(months[first]!, day, form) + random.pick(["入职", "转入", "乙街社工站转入"]));
  }
  if (kind === 3 || (kind === 2 && last > first)) {
    const day = 2 + random.below(27);
    letters.fill("0", last + 1);
    if (day < 15) letters[last] = "h";
    remarks.push(written(months[last]!, day, form) + random.pick(["离职", "转出到丙街社工站", "解除劳动合同（行业内）", "辞职"]));
  }
  return {
    months: letters.join(""), remark: remarks.join(random.pick(["\n", "；", "，"])), group: random.below(3) === 0 ? "uncertified" : "certified",
    contract: random.pick(["2013.06.25-无固定", "2020.1.1-2030.12.31", "2019年8月5日至2029年10月19日"])
  };
}

function rosterSpec(random: Dice): RosterSpec {
  const length = 3 + random.below(10);
  const start = { year: 2022 + random.below(3), month: 1 + random.below(12), day: 1 + random.below(28) };
  const endDay = random.pick([10, 14, 15, 20, 28]);
  const months = Array.from({ length }, (_, i): Month => ({
    year: start.year + Math.floor((start.month - 1 + i) / 12), month: ((start.month - 1 + i) % 12) + 1,
    weight: (i === 0 && start.day > 15) || (i === length - 1 && endDay < 15) ? 0.5 : 1
  }));
  const form = random.below(5);
  const persons = [...Array.from({ length: 18 + random.below(8) }, () => person(random, months, form)), { months: "0".repeat(length), remark: "2021.1.1离职", group: "uncertified" as const }];
  const end = months[length - 1]!;
  return {
    months: months.map((month, i) => (i > 0 && month.month !== 1 && random.below(2) ? `${month.month}月` : `${month.year}年${month.month}月`)),
    persons,
    agreement: `年度服务协议时间：${start.year}年${start.month}月${start.day}日至${start.year + 1}年${start.month}月28日`,
    title: `广州市甲街社工站到岗情况统计表（${start.year}年${start.month}月${start.day}日至${end.year}年${end.month}月${endDay}日）`,
    top: 1 + random.below(5), left: 1 + random.below(4), type: random.pick(["merged", "row", "band", "label"]), markColumns: random.pick([1, 2, 3]),
    pageBreak: random.below(2) ? 1 + random.below(persons.length - 1) : undefined,
    present: random.pick(["√", "✓", "✔", 1, "是"]), absent: random.pick(["——", "-", "–", "－", "×", 0]),
    uncertifiedFirst: random.below(2) === 1, formulas: random.below(2) === 1, blankRowAfter: random.below(3) ? undefined : random.below(persons.length),
    ...(random.below(3) === 0 && { order: ["type", "no", "name", "电话", "contract", "certificate", "months", "senior", "total", "remark", "学历"], extra: ["电话", "学历"] })
  };
}

/** Errors and warnings but for what the limits themselves say. */
function findings(workbook: Workbook): { cell: string; text: string }[] {
  return check(workbook, {})!.findings
    .filter((finding) => finding.severity !== "info" && finding.rule !== "attendance-retention-limit" && finding.rule !== "attendance-shortage")
    .map((finding) => ({ cell: addressName(finding.at), text: `${finding.rule} ${addressName(finding.at)} ${render(finding.message)}` }));
}

test(`${RUNS} clean rosters in as many layouts draw nothing`, () => {
  const random = dice(7);
  for (let run = 0; run < RUNS; run++) {
    const spec = rosterSpec(random);
    expect({ run, found: findings(buildRoster({ ...spec, bottoms: run % 5 !== 0 }).workbook) }).toEqual({ run, found: [] });
  }
});

interface Seed {
  readonly row: (built: BuiltRoster, random: Dice) => number;
  readonly column: (built: BuiltRoster, random: Dice) => number;
  readonly change: (value: Scalar) => Scalar;
}

const anyPerson: Seed["row"] = (built, random) => random.pick(built.rows.slice(1, -1));
const anyBottom = (prefix: string): Seed["row"] => (built, random) => built.bottom[random.pick([`${prefix}-certified`, `${prefix}-uncertified`])]!;
const anyMonth: Seed["column"] = (built, random) => random.pick(built.monthColumns);
const column = (name: string): Seed["column"] => (built) => built.columns[name]!;

const seeds: [string, Seed][] = [
  ["a subtotal one too many", { row: anyPerson, column: column("total"), change: (value) => Number(value) + 1 }],
  ["a subtotal two off", { row: anyPerson, column: column("total"), change: (value) => Math.abs(Number(value) - 2) === Number(value) ? Number(value) + 2 : Math.abs(Number(value) - 2) }],
  ["a tick count", { row: anyBottom("subtotal"), column: anyMonth, change: (value) => Number(value) + 1 }],
  ["a month's 有效人次", { row: anyBottom("effective"), column: anyMonth, change: (value) => Number(value) + 0.5 }],
  ["a sum of subtotals", { row: anyBottom("subtotal"), column: column("total"), change: (value) => Number(value) + 2 }],
  ["a grand total", { row: (built) => built.bottom["grand"]!, column: column("total"), change: (value) => Number(value) - 3 }],
  ["稳岗率", { row: (built) => built.bottom["retention"]!, column: (built) => built.monthColumns[0]!, change: (value) => Number(value) + 0.031 }],
  ["an unknown mark", { row: anyPerson, column: anyMonth, change: () => "?" }],
  ["a missing mark", { row: anyPerson, column: anyMonth, change: () => null }],
  ["2年以上 above the subtotal", { row: anyPerson, column: column("senior"), change: () => 13 }],
  ["序号 twice", { row: anyPerson, column: column("no"), change: (value) => Number(value) - 1 }]
];

test.each(seeds)("seeded: %s is found where it stands, and nothing else", (_, seed) => {
  const random = dice(11);
  for (let run = 0; run < 15; run++) {
    const spec = { ...rosterSpec(random), formulas: false, uncertifiedFirst: false };
    const built = buildRoster(spec);
    const row = seed.row(built, random);
    const at = seed.column(built, random);
    // Where another reading of the rules gives the number it is a warning, at the same place.
    const cell = cellName(row, at);
    const found = findings(buildRoster({ ...spec, override: { [cell]: seed.change(built.sheet.cell(row, at)?.value ?? null) } }).workbook);
    expect({ run, cell, found: found.map((one) => one.cell), say: found.length > 1 ? found : [] }).toEqual({ run, cell, found: [cell], say: [] });
  }
});
