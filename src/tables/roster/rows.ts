import type { Sheet } from "../../workbook";
import type { RosterHead } from "./heads";
import { isNameHead } from "./heads";
import { headText } from "../reading";
import type { CertificateGroup } from "./types";
import { normalise } from "../../values/text";

/** What a row under the heads of a roster is. */
export type RowKind =
  | { readonly kind: "person"; readonly type: CertificateGroup | null }
  /** A row that only says which group follows. */
  | { readonly kind: "band"; readonly group: CertificateGroup }
  | { readonly kind: "ticks"; readonly scope: Scope; readonly labelColumn: number }
  | { readonly kind: "effective"; readonly scope: Scope; readonly labelColumn: number }
  | { readonly kind: "retention"; readonly labelColumn: number }
  | { readonly kind: "end" }
  | { readonly kind: "other" };

/** Whose bottom row it is: a named group's, everybody's, or what its place says ("plain" 小计, "sum" 合计). */
export type Scope = CertificateGroup | "grand" | "plain" | "sum";

export function certificateGroup(text: string): CertificateGroup | null {
  if (/非持证|未持证|不持证|无证|未取得/.test(text)) return "uncertified";
  return /持证|有证/.test(text) ? "certified" : null;
}

/** 是 or 否 under 是否持证, or 持证 / 非持证 themselves. */
function typeOf(text: string): CertificateGroup | null {
  if (/^(?:是|√|✓)$/.test(text)) return "certified";
  return /^(?:否|×)$/.test(text) ? "uncertified" : certificateGroup(text);
}

export function classifyRow(sheet: Sheet, head: RosterHead, row: number): RowKind {
  const texts = labelsOf(sheet, head, row);
  for (const { text, column } of texts) {
    if (/^(?:服务片区|评估内容|协议内容)/.test(text)) return { kind: "end" };
    if (text.includes("稳岗率") && text.length < 80) return { kind: "retention", labelColumn: column };
    const bottom = bottomOf(text);
    if (bottom) return { ...bottom, labelColumn: column };
  }
  if (texts.length === 1 && /^[一二\d]?[、.)]?(?:非|未)?持证(?:社工|人员)?(?:名单|情况)?[:：]?$/.test(texts[0]!.text) && !hasMarks(sheet, head, row)) {
    if (head.columns.type === null || texts[0]!.column !== head.columns.type) return { kind: "band", group: certificateGroup(texts[0]!.text)! };
  }
  return isPerson(sheet, head, row)
    ? { kind: "person", type: head.columns.type === null ? null : typeOf(headText(sheet, row, head.columns.type)) }
    : { kind: "other" };
}

/** The texts left of the marks that begin in this row, and those of merged areas that do not reach above it. */
function labelsOf(sheet: Sheet, head: RosterHead, row: number): { text: string; column: number }[] {
  const labels: { text: string; column: number }[] = [];
  const firstMark = firstMarkOf(head);
  for (let column = head.left; column < firstMark; column++) {
    const extent = sheet.extent(row, column);
    if (extent.top !== row || extent.left !== column) continue;
    const text = headText(sheet, row, column);
    if (text !== "") labels.push({ text, column });
  }
  return labels;
}

function firstMarkOf(head: RosterHead): number {
  return Math.min(...head.months.flatMap((month) => month.columns.map((mark) => mark.column)));
}

function bottomOf(text: string): { kind: "ticks" | "effective"; scope: Scope } | null {
  // A long sentence that mentions 合计 is a note, and a page's own sum belongs to no group.
  if (text.length > 60 || /本页|小计栏|^注/.test(text)) return null;
  const effective = /有效/.test(text) && /人次|人数|到岗/.test(text);
  if (!effective && !/小计|合计|总计|共计|总数/.test(text)) return null;
  const plain = text.replace(/\(.*?\)/g, "");
  const named = /非持证.*(?:及|和|与|、|\+).*持证|持证.*(?:及|和|与|、|\+).*非持证/.test(plain) ? null : certificateGroup(plain);
  if (named) return { kind: effective ? "effective" : "ticks", scope: named };
  if (effective) return { kind: "effective", scope: /总|全部|全站/.test(plain) || /^(?:每月)?社工/.test(plain) || text !== plain ? "grand" : /合计/.test(plain) ? "sum" : "plain" };
  if (/总计|共计|总数|全部|全站/.test(plain)) return { kind: "ticks", scope: "grand" };
  return { kind: "ticks", scope: /合计/.test(plain) ? "sum" : "plain" };
}

function hasMarks(sheet: Sheet, head: RosterHead, row: number): boolean {
  return head.months.some((month) => month.columns.some((mark) => headText(sheet, row, mark.column) !== ""));
}

function isPerson(sheet: Sheet, head: RosterHead, row: number): boolean {
  const { name, no, certificate, contract, position } = head.columns;
  const extent = sheet.extent(row, name);
  // A note merged over the row is no name; nor is a head that is repeated, or a line such as 制表人.
  if (extent.top !== row || extent.left < name || extent.right >= firstMarkOf(head)) return false;
  const text = headText(sheet, row, name);
  if (isNameHead(text) || labelsOf(sheet, head, row).some((label) => /^(?:注|说明|填表|填报|制表|审核|复核|负责人|日期|盖章|联系)/.test(label.text))) return false;
  const marks = hasMarks(sheet, head, row);
  if (text === "") return marks && no !== null && headText(sheet, row, no) !== "" && !isTitleRow(sheet, head, row);
  return marks || [no, certificate, contract, position].filter((column) => column !== null && headText(sheet, row, column) !== "").length >= 2;
}

function isTitleRow(sheet: Sheet, head: RosterHead, row: number): boolean {
  return normalise(headText(sheet, row, head.left)).length > 15;
}
