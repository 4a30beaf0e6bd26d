import type { Sheet } from "../../workbook";
import { TICK } from "../../values/marks";
import { markLike, marksAreNumbers, shownCell } from "./cells";
import { CountRows } from "./count-rows";
import { isPresentMark, plainOf } from "./marks";
import { markKindOf } from "./month-heads";
import type { RosterHead } from "./heads";
import { certificateGroup, typeOf } from "./certificate-words";
import { isNameHead, roleByWords } from "./columns";
import { headText } from "../reading";
import type { CertificateGroup } from "./types";
import { FEWEST_NUMBERS, LONGEST_BAND, ROWS_SAMPLED } from "./limits";

/** What a row under the heads of a roster is. */
export type RowKind =
  | { readonly kind: "person"; readonly type: CertificateGroup | null }
  /** A post that nobody holds. */
  | { readonly kind: "vacancy" }
  /** A row that only says which group follows. */
  | { readonly kind: "band"; readonly group: CertificateGroup }
  | { readonly kind: "ticks"; readonly scope: Scope; readonly labelColumn: number }
  | { readonly kind: "effective"; readonly scope: Scope; readonly labelColumn: number }
  | { readonly kind: "retention"; readonly labelColumn: number }
  | { readonly kind: "end" }
  | { readonly kind: "other" };

/** Whose bottom row it is: a named group's, everybody's, or what its place says ("plain" 小计, "sum" 合计). */
export type Scope = CertificateGroup | "grand" | "plain" | "sum";

interface Label {
  readonly text: string;
  readonly column: number;
}

/** Tells what the rows under a roster's heads are. Each row is looked at once. */
export class RowReader {
  private readonly known = new Map<number, RowKind>();
  private readonly markColumns: readonly number[];
  private readonly firstMark: number;
  private readonly numbers: boolean;
  private readonly counts: CountRows;

  constructor(private readonly sheet: Sheet, private readonly head: RosterHead) {
    this.markColumns = head.months.flatMap((month) => month.columns.map((mark) => mark.column));
    this.firstMark = Math.min(...this.markColumns);
    this.numbers = marksAreNumbers(sheet, head.bottom + 1, head.bottom + ROWS_SAMPLED, this.markColumns);
    this.counts = new CountRows(sheet, head, this.markColumns, this.numbers);
  }

  kindOf(row: number): RowKind {
    let kind = this.known.get(row);
    if (!kind) this.known.set(row, (kind = this.classify(row)));
    return kind;
  }

  private classify(row: number): RowKind {
    return this.asTold(row) ?? this.recognised(row);
  }

  /** What the user said of a row with such a label. */
  private asTold(row: number): RowKind | null {
    const { told } = this.head;
    if (!told?.rows?.length) return null;
    for (const { text, column } of this.labelsOf(row)) {
      const is = told.rows.find(({ label }) => label === text)?.is;
      if (is === "none") return { kind: "other" };
      if (is === "retention") return { kind: "retention", labelColumn: column };
      if (is) return { kind: this.kindByShape(row) ?? "ticks", scope: is === "total" ? "grand" : certificateGroup(text) ?? "plain", labelColumn: column };
    }
    return null;
  }

  private recognised(row: number): RowKind {
    if (this.isOtherHead(row)) return { kind: "end" };
    const person = this.personIn(row);
    for (const { text, column } of this.speakers(row)) {
      if (/^(?:服务片区|评估内容|协议内容)/.test(text)) return { kind: "end" };
      if (isRetentionLabel(text)) return { kind: "retention", labelColumn: column };
      // A name, a number and marks make a person of a row whose first label happens to hold such a word.
      const bottom = person === "certain" && column !== this.head.columns.name ? null : bottomOf(text);
      if (bottom) return { ...bottom, kind: this.kindByShape(row) ?? bottom.kind, labelColumn: column };
    }
    if (!this.isDescribed(row) && this.counts.holdsCounts(row, () => this.groupStart(row))) {
      const label = this.labelsOf(row)[0];
      if (label && NO_TOTAL.test(label.text)) return { kind: "other" };
      if (label && this.head.lines > 1 && markKindOf(label.text) !== null) return { kind: "other" };
      return { kind: this.kindByShape(row) ?? (/勾/.test(label?.text ?? "") ? "ticks" : "effective"), scope: scopeOf(label?.text ?? ""), labelColumn: label?.column ?? this.head.left };
    }
    const part = person === null ? this.countsGroup(row) : null;
    if (part) return part;
    // 应到人数, 超缺配 in the place of a name, and nothing that describes a person beside it.
    if (person === "likely" && !this.isDescribed(row) && !this.isVacancy(row) && NO_TOTAL.test(this.labelsOf(row)[0]?.text ?? "")) return { kind: "other" };
    const band = this.bandIn(row);
    if (band) return { kind: "band", group: band };
    if (person === null) return { kind: "other" };
    if (this.isVacancy(row)) return { kind: "vacancy" };
    const { type } = this.head.columns;
    return { kind: "person", type: type === null ? null : typeOf(headText(this.sheet, row, type)) };
  }

  /** 其中持证社工 under the bottom rows, with numbers that no column above has as its count: those of one group. */
  private countsGroup(row: number): RowKind | null {
    const [label, ...others] = this.labelsOf(row);
    const group = label && others.length === 0 && label.text.length <= LONGEST_BAND && !NO_TOTAL.test(label.text) ? certificateGroup(label.text) : null;
    const numbers = this.markColumns.flatMap((column) => {
      const { left, top } = this.sheet.extent(row, column);
      const value = left === column && top === row ? this.sheet.cell(row, column)?.value : null;
      return typeof value === "number" ? [value] : [];
    });
    if (!label || !group || this.numbers || numbers.length < FEWEST_NUMBERS || Math.max(...numbers) <= 1) return null;
    return { kind: this.kindByShape(row) ?? "effective", scope: group, labelColumn: label.column };
  }

  /** One value a column is a row of ticks, one a month (merged, or in one of its columns) a row of person-months; null where a month has one column. */
  private kindByShape(row: number): "ticks" | "effective" | null {
    const { months, lines } = this.head;
    const filled = months.filter(({ columns }) => columns.length > 1).map(({ columns }) => columns.filter(({ column }) => {
      const extent = this.sheet.extent(row, column);
      const cell = this.sheet.cell(row, column);
      return extent.left === column && cell !== undefined && (cell.value !== null || cell.formula !== null);
    }).length).filter((values) => values > 0);
    if (lines > 1 || filled.length === 0) return null;
    return filled.filter((values) => values > 1).length * 2 > filled.length ? "ticks" : "effective";
  }

  /** The row before the first of the persons who stand above a row: the heads, or the last bottom row of the group before. */
  private groupStart(row: number): number {
    let persons = false;
    for (let above = row - 1; above > this.head.bottom; above--) {
      const { kind } = this.kindOf(above);
      if (kind === "person") persons = true;
      else if (persons && (kind === "ticks" || kind === "effective")) return above;
    }
    return this.head.bottom;
  }

  /** 姓名 elsewhere than over the roster's names, among other heads: a table of its own begins. */
  private isOtherHead(row: number): boolean {
    const heads = this.labelsOf(row).filter(({ text }) => roleByWords(text) !== null);
    return heads.length > 1 && heads.some(({ text, column }) => isNameHead(text) && column !== this.head.columns.name);
  }

  /** All that can say of a row that it is no person: its first label, a label merged over several columns, the cell of the name. */
  private speakers(row: number): Label[] {
    const { name, position, certificate, contract, contractEnd, remark } = this.head.columns;
    const silent = new Set([position, certificate, contract, contractEnd, remark, ...this.head.remarks]);
    const labels = this.labelsOf(row);
    const first = labels[0];
    return labels.filter((label) => {
      const extent = this.sheet.extent(row, label.column);
      return extent.right > extent.left || label.column === name || (label === first && (!silent.has(label.column) || headText(this.sheet, row, name) === ""));
    });
  }

  /** The texts left of the marks that begin in this row, and those of merged areas that do not reach above it. */
  private labelsOf(row: number): Label[] {
    const labels: Label[] = [];
    for (let column = this.head.left; column < this.firstMark; column++) {
      const extent = this.sheet.extent(row, column);
      if (extent.top !== row || extent.left !== column) continue;
      const text = headText(this.sheet, row, column);
      if (text !== "") labels.push({ text, column });
    }
    return labels;
  }

  /** The lone words 持证社工 above the persons of the group. */
  private bandIn(row: number): CertificateGroup | null {
    const labels = this.labelsOf(row);
    const [label] = labels;
    if (!label || labels.length > 1 || label.column === this.head.columns.type || this.hasMarks(row)) return null;
    return /^[一二\d]?[、.)]?(?:非|未)?持证(?:社工|人员)?(?:名单|情况)?[:：]?$/.test(label.text) ? certificateGroup(label.text) : null;
  }

  /** Is the row a person's? "certain" where name, marks and a number or another of a person's columns say so together. */
  private personIn(row: number): "certain" | "likely" | null {
    const { name, no, type, certificate, contract, position } = this.head.columns;
    const extent = this.sheet.extent(row, name);
    // A note merged over the row is no name; nor is a head that is repeated.
    if (extent.top !== row || extent.left < name || extent.right >= this.firstMark) return null;
    const text = headText(this.sheet, row, name);
    if (isNameHead(text)) return null;
    const filled = [no, certificate, contract, position].filter((column) => column !== null && headText(this.sheet, row, column) !== "").length;
    if (text !== "" && (filled > 0 || type !== null) && this.holdsMarks(row)) return "certain";
    if (this.isSignature(row)) return null;
    const marks = this.hasMarks(row);
    if (text === "") return marks && no !== null && headText(this.sheet, row, no) !== "" && headText(this.sheet, row, this.head.left).length <= 15 ? "likely" : null;
    return marks || filled >= 2 ? "likely" : null;
  }

  /** A name with a number, a position, a certificate or a contract beside it. */
  private isDescribed(row: number): boolean {
    const { name, no, certificate, contract, position } = this.head.columns;
    const own = (column: number | null): boolean => column !== null && this.sheet.extent(row, column).right === column && headText(this.sheet, row, column) !== "";
    return own(name) && [no, certificate, contract, position].some(own);
  }

  /** A line such as 制表人, or a note. */
  private isSignature(row: number): boolean {
    const first = this.labelsOf(row)[0];
    return first !== undefined && /^(?:注|说明|填表|填报|制表|审核|复核|负责人|日期|盖章|联系)/.test(first.text);
  }

  /**
   * 空缺, 待聘 in the place of a name, or somebody who is listed without being counted (兼职督导，不计入到岗人次), and no ticks: a row with ticks is somebody's,
   * whatever its words say.
   */
  private isVacancy(row: number): boolean {
    const { name, remark, position } = this.head.columns;
    const said = [name, position, remark, ...this.head.remarks].map((column) => (column === null ? "" : headText(this.sheet, row, column)));
    if (!NOBODY.test(said[0]!) && !said.some((text) => UNCOUNTED.test(text))) return false;
    return !this.markColumns.some((column) => isPresentMark(shownCell(this.sheet, row, column)?.value ?? null, TICK));
  }

  /** Does anything stand under the months? */
  hasMarks(row: number): boolean {
    return this.markColumns.some((column) => headText(this.sheet, row, column) !== "");
  }

  /** The signs and person-months that stand under the months of these rows, as marks are compared. */
  signsOf(rows: readonly number[]): string[] {
    const { head: { months }, sheet } = this;
    const signs = rows.flatMap((row) => months.flatMap(({ columns }) => columns.flatMap(({ column, line }) => {
      const like = markLike(sheet, row + line, column);
      return like === "text" || like === "share" ? [plainOf(shownCell(sheet, row + line, column)!.value as string | number | boolean)] : [];
    })));
    return [...new Set(signs)];
  }

  /** Marks and no counts over persons: most of what stands under the months. */
  private holdsMarks(row: number): boolean {
    const cells = this.markColumns.map((column) => markLike(this.sheet, row, column)).filter((like) => like !== "blank");
    return cells.filter((like) => like === "text" || (like === "share" && this.numbers)).length * 2 > cells.length;
  }
}

const NOBODY = /空缺|空岗|缺岗|待[聘招补]|招聘中|暂缺|暂无|^\(?空\)?$/;
const UNCOUNTED = /不(?:计|纳|列|算)(?:入|算)?(?:到岗|在岗|有效|考核|社工|本表|统计)?(?:人次|人数|人员|范围|统计|考核)/;
/** Numbers beside those that are counted: what is due, what is lacking. */
const NO_TOTAL = /应到|应配|缺|超配|差额|标准|要求|协议|率$/;

/** 稳岗率 under any of its names. */
export function isRetentionLabel(text: string): boolean {
  return /稳岗率|稳定率|留任率|留岗率|保留率|持续在岗[^,;。]{0,6}率/.test(text) && text.length < 80;
}

/** Whose numbers a bottom row without the usual words holds. */
function scopeOf(text: string): Scope {
  return certificateGroup(text) ?? (/总|全部|全站|全体|所有/.test(text) ? "grand" : "plain");
}

function bottomOf(text: string): { kind: "ticks" | "effective"; scope: Scope } | null {
  // A long sentence that mentions 合计 is a note, and a page's own sum belongs to no group.
  if (text.length > 60 || /本页|小计栏|^注|应到|应配|缺配|超配/.test(text)) return null;
  const effective = /有效/.test(text) && /人次|人数|到岗/.test(text);
  if (!effective && !/小计|合计|总计|共计|总数/.test(text)) return null;
  const plain = text.replace(/\(.*?\)/g, "");
  const named = /非持证.*(?:及|和|与|、|\+).*持证|持证.*(?:及|和|与|、|\+).*非持证/.test(plain) ? null : certificateGroup(plain);
  if (named) return { kind: effective ? "effective" : "ticks", scope: named };
  if (effective) return { kind: "effective", scope: /总|全部|全站/.test(plain) || /^(?:每月)?社工/.test(plain) || text !== plain ? "grand" : /合计/.test(plain) ? "sum" : "plain" };
  if (/总计|共计|总数|全部|全站/.test(plain)) return { kind: "ticks", scope: "grand" };
  return { kind: "ticks", scope: /合计/.test(plain) ? "sum" : "plain" };
}
