import { cellKey, cellName, Sheet, type Cell, type Rect, type Scalar, type Workbook } from "../../src/workbook";

/**
 * One person of a roster to build. `months` has a letter for each month: "1" ticked, "h" ticked and counted half by the
 * station, "0" absent, "p" present without 社保, "b" blank, "u" an unreadable mark.
 */
export interface PersonSpec {
  readonly months: string;
  readonly group?: "certified" | "uncertified";
  readonly no?: number | string | null;
  readonly name?: string;
  readonly certificate?: string;
  readonly contract?: string;
  readonly remark?: string;
  /** What the sheet prints; otherwise what the letters add up to. */
  readonly total?: Scalar;
  readonly senior?: Scalar;
  /** The subtotal's formula, in which # stands for the person's row. */
  readonly totalFormula?: string;
}

export interface RosterSpec {
  readonly sheet?: string;
  readonly title?: string;
  readonly agreement?: string | null;
  /** Month heads: texts, or Excel date numbers. */
  readonly months: readonly (string | number)[];
  readonly persons: readonly PersonSpec[];
  readonly top?: number;
  readonly left?: number;
  /** How 类型 is written. "label": in no column; the bottom rows name the groups. */
  readonly type?: "merged" | "row" | "band" | "label";
  readonly markColumns?: 1 | 2 | 3;
  readonly heads?: Readonly<Record<string, string>>;
  readonly order?: readonly string[];
  readonly extra?: readonly string[];
  /** The heads, with the title, stand again before the person of that index. */
  readonly pageBreak?: number;
  readonly present?: string | number | boolean;
  readonly absent?: string | number | boolean | null;
  readonly uncertifiedFirst?: boolean;
  readonly bottoms?: boolean;
  readonly labels?: Readonly<Record<string, string>>;
  readonly formulas?: boolean;
  readonly retention?: number | null;
  readonly retentionFormula?: string;
  /** Overrides a bottom cell after all is built: "Y31" → value. */
  readonly override?: Readonly<Record<string, Scalar>>;
  readonly hiddenRows?: readonly number[];
  readonly blankRowAfter?: number;
}

export interface BuiltRoster {
  readonly sheet: Sheet;
  readonly workbook: Workbook;
  /** Rows of the persons in the order of the spec. */
  readonly rows: readonly number[];
  readonly columns: Readonly<Record<string, number>>;
  /** First mark column of each month. */
  readonly monthColumns: readonly number[];
  /** Named bottom rows: "subtotal-certified", "effective-certified", …, "grand", "grand-effective", "retention". */
  readonly bottom: Readonly<Record<string, number>>;
  readonly name: (row: number, column: number | string) => string;
}

const HEADS: Readonly<Record<string, string>> = {
  type: "类型", no: "序号", name: "姓名", position: "职位", certificate: "岗位资格证/资质", contract: "合同期限", months: "",
  total: "人员到岗小计", senior: "符合从业2年以上的社工到岗小计", remark: "备注"
};
const MARKS = ["人员到位", "社保购买", "工资发放"];
const LABELS: Readonly<Record<string, string>> = {
  subtotal: "小计", "effective-certified": "持证社工有效人次小计", "effective-uncertified": "非持证社工有效人次小计", grandHead: "总计",
  grand: "每月社保购买、工资发放、人员到岗等情况总计", "grand-effective": "社工有效人次小计（即持证社工及非持证社工有效人次总数）",
  retention: "社工站稳岗率（持续在岗社工数/协议要求在岗社工数*100%）"
};

/** A workbook of these sheets and nothing else. */
export function workbookOf(...sheets: Sheet[]): Workbook {
  return { sheets, names: [], date1904: false, calculation: "automatic", recalculatesOnOpen: false, externalLinks: [], settingsXml: null };
}

/** A sheet from a map of addresses such as "A1". */
export function sheetOf(name: string, cells: Readonly<Record<string, Scalar>>, merges: readonly string[] = []): Sheet {
  const content = new Map<number, Cell>();
  const place = (address: string): { row: number; column: number } => {
    const match = /^([A-Z]+)(\d+)$/.exec(address)!;
    return { row: Number(match[2]), column: [...match[1]!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) };
  };
  for (const [address, value] of Object.entries(cells)) {
    const { row, column } = place(address);
    content.set(cellKey(row, column), cellOf(value));
  }
  const rects = merges.map((merge) => {
    const [a, b] = merge.split(":").map((corner) => place(corner));
    return { top: a!.row, left: a!.column, bottom: b!.row, right: b!.column };
  });
  return new Sheet({ name, cells: content, merges: rects });
}

function cellOf(value: Scalar, formula: string | null = null, format = "General", text?: string): Cell {
  const shown = value === null ? "" : typeof value === "object" ? value.error : typeof value === "boolean" ? String(value).toUpperCase() : String(value);
  return { value, formula, text: text ?? shown, format };
}

export function buildRoster(spec: RosterSpec): BuiltRoster {
  const cells = new Map<number, Cell>();
  const merges: Rect[] = [];
  const left = spec.left ?? 1;
  const markColumns = spec.markColumns ?? 3;
  const type = spec.type ?? "merged";
  const hasType = type === "merged" || type === "row";
  const order = spec.order ?? ["type", "no", "name", "position", "certificate", "contract", ...(spec.extra ?? []), "months", "total", "senior", "remark"];
  const columns: Record<string, number> = {};
  const monthColumns: number[] = [];
  let column = left;
  for (const key of order) {
    if (key === "type" && !hasType) continue;
    if (key === "months") {
      for (let i = 0; i < spec.months.length; i++) {
        monthColumns.push(column);
        column += markColumns;
      }
    } else columns[key] = column++;
  }
  const right = column - 1;
  const set = (row: number, at: number, value: Scalar, formula: string | null = null, format = "General", text?: string): void => {
    if (value !== null || formula !== null) cells.set(cellKey(row, at), cellOf(value, formula, format, text));
  };
  const merge = (top: number, l: number, bottom: number, r: number): void => {
    if (top !== bottom || l !== r) merges.push({ top, left: l, bottom, right: r });
  };
  let row = spec.top ?? 1;
  const head = (): void => {
    set(row, left, spec.title ?? "广州市甲街社工站购买服务项目社工到岗情况统计表");
    merge(row, left, row, right);
    row++;
    if (spec.agreement !== null) {
      set(row, left, spec.agreement ?? "年度服务协议时间：2024年9月10日至2025年9月9日");
      merge(row, left, row, right);
      row++;
    }
    const deep = markColumns > 1 ? 1 : 0;
    for (const [key, at] of Object.entries(columns)) {
      set(row, at, spec.heads?.[key] ?? HEADS[key] ?? key);
      merge(row, at, row + deep, at);
    }
    for (const [i, month] of spec.months.entries()) {
      const at = monthColumns[i]!;
      if (typeof month === "number") set(row, at, month, null, "yyyy\"年\"m\"月\"", "某月");
      else set(row, at, month);
      merge(row, at, row, at + markColumns - 1);
      if (deep) for (let j = 0; j < markColumns; j++) set(row + 1, at + j, spec.heads?.[`mark${j}`] ?? MARKS[j]!);
    }
    row += 1 + deep;
  };
  head();
  const present = spec.present ?? "√";
  const absent = spec.absent === undefined ? "——" : spec.absent;
  const groups = spec.uncertifiedFirst ? (["uncertified", "certified"] as const) : (["certified", "uncertified"] as const);
  const rows: number[] = [];
  const bottom: Record<string, number> = {};
  const groupRows: Record<string, number[]> = {};
  const value = (letter: string): number => (letter === "1" ? 1 : letter === "h" ? 0.5 : 0);
  const ticked = (letter: string, j: number): boolean => "1h".includes(letter) || (letter === "p" && j !== 1);
  const label = (key: string): string => spec.labels?.[key] ?? LABELS[key] ?? LABELS[key.split("-")[0]!]!;
  const formula = (text: string): string | null => (spec.formulas === false ? null : text);
  let index = 0;
  for (const group of groups) {
    const members = spec.persons.map((person, i) => ({ person, i })).filter(({ person }) => (person.group ?? "certified") === group);
    if (members.length === 0) continue;
    if (type === "band") set(row++, left, group === "certified" ? "持证社工" : "非持证社工");
    const own: number[] = [];
    let typeTop = row;
    const closeType = (): void => {
      if (hasType && row > typeTop) merge(typeTop, columns["type"]!, row - 1, columns["type"]!);
    };
    for (const { person, i } of members) {
      if (index > 0 && index === spec.pageBreak) {
        if (type === "merged") closeType();
        head();
        typeTop = row;
      }
      rows[i] = row;
      own.push(row);
      if (hasType && (type === "row" || row === typeTop)) set(row, columns["type"]!, group === "certified" ? "持证社工" : "非持证社工");
      const no = person.no === undefined ? index + 1 : person.no;
      set(row, columns["no"] ?? 0, columns["no"] === undefined ? null : no);
      set(row, columns["name"]!, person.name ?? `社工${String(i + 1).padStart(3, "0")}`);
      if (columns["position"]) set(row, columns["position"], "社工");
      if (columns["certificate"]) set(row, columns["certificate"], person.certificate ?? (group === "certified" ? "助理社会工作师" : "社会工作专业"));
      if (columns["contract"]) set(row, columns["contract"], person.contract ?? "2022.3.28-2027.3.27");
      for (const extra of spec.extra ?? []) set(row, columns[extra]!, "x");
      for (const [m, letter] of [...person.months].entries()) {
        for (let j = 0; j < markColumns; j++) {
          const mark = letter === "b" && j === 0 ? null : letter === "u" && j === 0 ? "?" : ticked(letter === "b" || letter === "u" ? "1" : letter, markColumns === 1 && letter === "p" ? 1 : j) ? present : absent;
          set(row, monthColumns[m]! + j, mark);
        }
      }
      const total = [...person.months].reduce((sum, letter) => sum + value(letter), 0);
      if (columns["total"]) set(row, columns["total"], person.total === undefined ? total : person.total, person.totalFormula?.replaceAll("#", String(row)) ?? null);
      if (columns["senior"]) set(row, columns["senior"], person.senior === undefined ? 0 : person.senior);
      if (columns["remark"]) set(row, columns["remark"], person.remark ?? null);
      index++;
      row++;
      if (spec.blankRowAfter === i) row++;
    }
    if (type === "merged") closeType();
    groupRows[group] = own;
    if (spec.bottoms === false) continue;
    sums(`subtotal-${group}`, own);
    effective(`effective-${group}`, members.map(({ person }) => person));
  }
  if (spec.bottoms !== false) {
    set(row++, left, label("grandHead"));
    sums("grand", Object.values(groupRows).flat());
    effective("grand-effective", spec.persons);
    bottom["retention"] = row;
    set(row, left, label("retention"));
    const retained = spec.persons.filter((person) => [...person.months].every((letter) => value(letter) > 0)).length;
    const rate = spec.retention === undefined ? retained / 20 : spec.retention;
    set(row, monthColumns[0]!, rate, spec.retentionFormula ?? (spec.retention === undefined ? formula(`=${retained}/20`) : null), "0.00%", rate === null ? "" : `${(rate * 100).toFixed(2)}%`);
    merge(row, monthColumns[0]!, row, monthColumns[monthColumns.length - 1]! + markColumns - 1);
    row++;
  }
  function sums(key: string, own: readonly number[]): void {
    bottom[key] = row;
    set(row, left, label(key));
    const groupSums = Object.entries(bottom).filter(([name]) => name.startsWith("subtotal-")).map(([, at]) => at);
    const text = (at: number, inner: string): string =>
      key === "grand" ? `=${groupSums.map((r) => cellName(r, at)).join("+")}` : `=${inner.replace("#", `${cellName(own[0]!, at)}:${cellName(own[own.length - 1]!, at)}`)}`;
    for (const first of monthColumns) {
      for (let j = 0; j < markColumns; j++) {
        const count = own.filter((r) => cells.get(cellKey(r, first + j))?.value === present).length;
        set(row, first + j, count, formula(text(first + j, `COUNTIF(#,${typeof present === "boolean" ? "TRUE" : `"${present}"`})`)));
      }
    }
    for (const name of ["total", "senior"]) {
      const at = columns[name];
      if (!at) continue;
      const sum = own.reduce((acc, r) => acc + (Number(cells.get(cellKey(r, at))?.value) || 0), 0);
      set(row, at, sum, formula(text(at, "SUM(#)")));
    }
    row++;
  }
  function effective(key: string, persons: readonly PersonSpec[]): void {
    bottom[key] = row;
    set(row, left, label(key));
    for (const [m, first] of monthColumns.entries()) {
      const sum = persons.reduce((acc, person) => acc + value(person.months[m]!), 0);
      const groupRowsOf = Object.entries(bottom).filter(([name]) => /^effective-/.test(name)).map(([, at]) => cellName(at, first));
      set(row, first, sum, key === "grand-effective" ? formula(`=${groupRowsOf.join("+")}`) : null);
      merge(row, first, row, first + markColumns - 1);
    }
    row++;
  }
  for (const [address, scalar] of Object.entries(spec.override ?? {})) {
    const match = /^([A-Z]+)(\d+)$/.exec(address)!;
    const at = [...match[1]!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    const key = cellKey(Number(match[2]), at);
    if (scalar === null) cells.delete(key);
    else cells.set(key, cellOf(scalar));
  }
  const sheet = new Sheet({ name: spec.sheet ?? "附件2", cells, merges, hiddenRows: new Set(spec.hiddenRows ?? []) });
  return {
    sheet, workbook: workbookOf(sheet), rows, columns, monthColumns, bottom,
    name: (r, at) => cellName(r, typeof at === "string" ? columns[at]! : at)
  };
}
