import { say } from "../../messages";
import { placeOf } from "../text/measures";
import type { Reader } from "./reader";
import { agrees, contradicts, type Proof } from "./statement";

/** 75-85%, 85-95%以上, 95%以上. */
const CLASS = /(\d+)-(\d+)%|(?<![\d-])(\d+)%(?:及)?以上/gu;
const FEWEST = 3;

/** 7人满意度75-85%，15人85-95%，79人95%以上: each class begins where the one before it ends. */
export function proveClasses({ lines }: Reader): Proof[] {
  return lines.flatMap((line) => (line.isNote || !/满意/u.test(line.text) ? [] : line.text.split("。").flatMap((sentence, i, all): Proof[] => {
    const from = all.slice(0, i).reduce((sum, one) => sum + one.length + 1, 0);
    const classes = [...sentence.matchAll(CLASS)].map((match) => ({ least: Number(match[1] ?? match[3]), most: match[2] === undefined ? null : Number(match[2]), start: from + match.index, end: from + match.index + match[0].length }));
    const last = classes.at(-1);
    // An open class at the end, and closed ones before it: the classes of one scale.
    if (classes.length < FEWEST || !last || last.most !== null || classes.slice(0, -1).some(({ most }) => most === null)) return [];
    const odd = classes.findIndex(({ least, most }, at) => (most !== null && least >= most) || (at > 0 && classes[at - 1]!.most !== least));
    const place = (at: number): { readonly start: number; readonly end: number } => ({ start: classes[Math.max(0, at - 1)]!.start, end: classes[at]!.end });
    const told = { kind: "classes", subject: "classes", place: placeOf(line, odd < 0 ? { start: classes[0]!.start, end: last.end } : place(odd)) };
    if (odd < 0) return [agrees([], told)];
    return [contradicts([], told, { rule: "report-parts", severity: "warning", actual: told.place.quote, expected: "", message: say("statement-classes", { written: line.text.slice(place(odd).start, place(odd).end) }) })];
  })));
}
