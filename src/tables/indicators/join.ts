import type { CardList, IndicatorItem, IndicatorName, Matrix, OverallList, Triple } from "./types";
import { apart } from "./apart";
import { distinct } from "./matrix";

export { indicatorLabel } from "./names";
import { remembered } from "../../values/remembered";
import { normalise } from "../../values/text";
import { stationOf } from "../titles";
import type { Tables } from "../tables";
import type { Reading } from "../types";

/** What one table says of one indicator for the whole station. */
export interface Statement {
  readonly table: Matrix | OverallList | CardList;
  readonly name: IndicatorName;
  /** The cells whose sum is the station's target; one cell wherever the table has a total or a single value. */
  readonly target: readonly Reading[];
  readonly done: readonly Reading[];
  readonly rate: Reading | null;
}

/** An indicator with everything that the workbook's tables of one period say of it, the most authoritative first: matrix, list, card. */
export interface JoinedIndicator {
  readonly key: string;
  /** It is of a hidden sheet, whose numbers neither accuse nor excuse those that are shown. */
  readonly hidden: boolean;
  readonly statements: readonly Statement[];
  /** A table whose numbers for most indicators of the same names differ from this one's: they speak of different things and are not compared. */
  readonly apartFrom?: Statement["table"];
}

/** Words that stations use for the same thing. Joining is by this list or by equality, never by likeness. */
const SYNONYMS: readonly (readonly [RegExp, string])[] = [
  [/^大型(?:社区)?(?:主题)?活动(.*)$/, "大型社区活动$1"],
  [/^中小型(?:社区)?(?:主题)?活动(.*)$/, "中小型社区活动$1"],
  [/^(?:入户(?:探访|家访|走访)(?:家访)?|家访)(.*)$/, "入户探访$1"],
  [/^电话?(?:探访|访问|回访|访)(.*)$/, "电访$1"],
  [/^(?:困难群[众体][和及与]?特殊(?:困难)?(?:群体|人群))?建档(.*)$/, "困难群众和特殊群体建档$1"],
  [/^(发展|新增|培育)(?:社区)?志愿(?:者)?(?:队伍|团队|服务队伍?)$/, "$1志愿者队伍"],
  [/^(发展|新增)(?:社区)?志愿者骨干$/, "$1志愿者骨干"],
  [/^(发展|新增)(?:社区)?志愿者$/, "$1志愿者"],
  [/^(.*)介入[和或与及]解决的?(.*)$/, "$1介入和解决$2"],
  [/^专业个案(?:服务|工作)(.*)$/, "专业个案$1"],
  [/^专业小组(?:服务|工作)(.*)$/, "专业小组$1"]
];

/** How the leaf of a group is written after its name. */
const LEAF_WORDS: Readonly<Record<string, readonly string[]>> = {
  接案: ["接案", "接案数", "接案量", "接案个数"],
  结案: ["结案", "结案数", "结案量", "结案个数"],
  节数: ["节数", "节次", "节"],
  个数: ["个数", "数量", "数"],
  次数: ["次数", "场次", "场数", "数量", "数"],
  场次: ["场次", "次数", "场数", "数量", "数"],
  人次: ["人次", "服务人次", "参与人次", "人次数"],
  人数: ["人数", "服务人数", "参与人数"],
  户数: ["户数"]
};

/** The form in which names of indicators are compared: no separators, synonyms replaced. */
export const canonicalName = remembered((name): string => {
  const plain = normalise(name).replace(/[-·•.,、:;/|_()"'《》<>~+&]/g, "");
  for (const [pattern, replacement] of SYNONYMS) if (pattern.test(plain)) return plain.replace(pattern, replacement);
  return plain;
});

/** Joins what the indicator tables say, by period and name. Indicators that one table alone has are among the results. */
export function joinIndicators(tables: Tables): JoinedIndicator[] {
  const joined = new Map<string, Statement[]>();
  const names = new Map<string, string>();
  const add = (key: string, statement: Statement): void => {
    const list = joined.get(key);
    if (list) list.push(statement);
    else joined.set(key, [statement]);
  };
  const stations = new Set(tables.matrices.map(({ title }) => stationOf(title)).filter((station) => station !== null));
  const periodOf = (table: Statement["table"]): string => {
    const period = table.period ?? tables.period;
    // A table that another sheet adds up speaks of its own area alone.
    if (table.area !== null) return `${period ? `${period.start}/${period.end}` : ""} ${table.area}`;
    // Only where the matrices name several stations does a title's station count; otherwise it is one station, however it is written.
    const station = stations.size > 1 ? stationOf(table.title) ?? tables.station ?? "" : "";
    // What stands on a hidden sheet is compared with itself only.
    return isAside(table, tables) ? `\u0000${table.sheet} ` : `${period ? `${period.start}/${period.end}` : ""} ${station}`;
  };
  for (const matrix of tables.matrices) {
    const period = periodOf(matrix);
    matrix.columns.forEach((column, index) => {
      // Without a name nothing says that it is the same as anything else.
      if (column.name.group === "") return;
      const key = `${period}|${canonicalName(column.name.group)}·${column.name.leaf}`;
      add(key, matrixStatement(matrix, index));
      for (const spelling of spellings(column.name, isFirstOfGroup(matrix, index))) {
        const known = `${period}|${spelling}`;
        if (!names.has(known)) names.set(known, key);
      }
    });
  }
  for (const table of [...tables.overall, ...tables.cards]) {
    const period = periodOf(table);
    for (const item of table.items) {
      if (item.name.group === "") continue;
      const own = itemSpellings(item, table.items).map((spelling) => `${period}|${spelling}`);
      const known = own.map((name) => names.get(name)).find((key) => key !== undefined) ?? own[0]!;
      // One list, and one sheet of cards, has no indicator twice: items of one name are indicators that nothing tells apart.
      const twice = joined.get(known)?.some((statement) => statement.table === table);
      const key = twice ? `${known}@${item.done.at.row}:${item.done.at.column}` : known;
      if (!twice) for (const name of own) if (!names.has(name)) names.set(name, key);
      add(key, { table, name: item.name, target: item.target ? [item.target] : [], done: [item.done], rate: item.rate });
    }
  }
  return apart([...joined].map(([key, statements]) => ({ key, hidden: isAside(statements[0]!.table, tables), statements })));
}

/** Whether the table stands on a hidden sheet and no other sheet adds it up: an older copy, mostly. */
export function isAside({ area, sheet }: Statement["table"], { hidden }: Pick<Tables, "hidden">): boolean {
  return area === null && hidden.has(sheet);
}

function isFirstOfGroup(matrix: Matrix, index: number): boolean {
  const group = matrix.columns[index]!.name.group;
  return matrix.columns.findIndex((column) => column.name.group === group) === index;
}

/** A list's row 接案数 under 专业个案 goes by the same names as the matrix's column. */
function itemSpellings({ name }: IndicatorItem, all: readonly IndicatorItem[]): string[] {
  if (name.leaf === "") return [canonicalName(name.group), ...groupInBrackets(name, all)];
  const first = all.find((other) => other.name.group === name.group)!.name.leaf === name.leaf;
  return [...spellings(name, false), ...(first ? [canonicalName(name.group)] : [])];
}

/** 专业小组（个数） is 专业小组 elsewhere, where no row before it is of that group. */
function groupInBrackets(name: IndicatorName, all: readonly IndicatorItem[]): string[] {
  const groupOf = ({ group, leaf }: IndicatorName): string | null => {
    const parts = leaf === "" ? /^(.+)\((.+)\)$/.exec(normalise(group)) : null;
    return parts && Object.values(LEAF_WORDS).some((words) => words.includes(parts[2]!)) ? canonicalName(parts[1]!) : null;
  };
  const group = groupOf(name);
  const isFirst = all.find((other) => groupOf(other.name) === group)?.name === name;
  return group !== null && isFirst && !all.some((other) => other.name.leaf === "" && canonicalName(other.name.group) === group) ? [group] : [];
}

function spellings(name: IndicatorName, first: boolean): string[] {
  const leaves = name.leaf === "" ? ["数", "量"] : LEAF_WORDS[name.leaf] ?? [name.leaf];
  const full = leaves.map((leaf) => canonicalName(name.group + leaf));
  return first ? [canonicalName(name.group), ...full] : full;
}

function matrixStatement(matrix: Matrix, index: number): Statement {
  const name = matrix.columns[index]!.name;
  const total = matrix.total?.triples[index];
  const usable = (reading: Reading | null | undefined): boolean => reading !== null && reading !== undefined && reading.kind !== "blank";
  const cells = (role: "target" | "done"): Reading[] => {
    const reading = total?.[role];
    return usable(reading) ? [reading!] : distinct(matrix.areas.map((area) => area.triples[index]![role]));
  };
  const areaRates = distinct(matrix.areas.map((area) => area.triples[index]!.rate));
  return { table: matrix, name, target: cells("target"), done: cells("done"), rate: total?.rate ?? (areaRates.length === 1 ? areaRates[0]! : null) };
}

/** The sum of the readings that are numbers; null where none is, or where one is an error or a text. */
export function sumOf(readings: readonly Reading[]): number | null {
  let sum = 0;
  let found = false;
  for (const reading of readings) {
    if (reading.kind === "error" || reading.kind === "text") return null;
    if (reading.number === null) continue;
    sum += reading.number;
    found = true;
  }
  return found ? sum : null;
}

/** All triples of a matrix with the area they belong to; null for the total. Cells merged over areas come once. */
export function matrixTriples(matrix: Matrix): { area: string | null; triple: Triple; column: number }[] {
  const rows = matrix.total ? [...matrix.areas, matrix.total] : matrix.areas;
  const seen = new Set<string>();
  return rows.flatMap((row) =>
    row.triples.flatMap((triple, column) => {
      const key = `${triple.done.at.row}:${triple.done.at.column}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ area: row === matrix.total ? null : normalise(row.label.text), triple, column }];
    })
  );
}
