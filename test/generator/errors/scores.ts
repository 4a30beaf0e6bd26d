import { call, cell, columnRange } from "../expression";
import type { SeededError } from "./types";
import { where } from "./tools";
import type { Built } from "../built";

const GRADES = ["优秀", "良好", "合格", "不合格"];

function gradeOf(total: number): string {
  return total >= 90 ? GRADES[0]! : total >= 80 ? GRADES[1]! : total >= 60 ? GRADES[2]! : GRADES[3]!;
}

/** Types the total and the grade that the converted scores now give. */
function settle(built: Built, spareTotal = false): void {
  const scores = built.scores!;
  built.draft.recalculate();
  const parts = [...scores.items, ...scores.parties].map((p) => p.converted).concat(scores.mean);
  const sum = parts.reduce((s, at) => s + Math.round(Number(built.draft.value(at)) * 100), 0) / 100;
  if (!spareTotal && !built.draft.cell(scores.total)!.formula) built.draft.type(scores.total, sum);
  built.draft.recalculate();
  if (scores.grade) built.draft.type(scores.grade, scores.writeGrade(gradeOf(Number(built.draft.value(scores.total)))));
}

export const SCORE_ERRORS: readonly SeededError[] = [
  ...(["parties", "items"] as const).map((which): SeededError => ({
    id: which === "parties" ? "party-above-maximum" : "item-above-maximum", description: `a score above its maximum (${which})`,
    catalogue: "E party above its maximum", kind: "scores", severity: "error",
    apply: (built, random) => {
      const part = random.pick(built.scores![which]);
      built.draft.type(part.score, part.max + 1.5);
      if (!built.draft.cell(part.converted)!.formula) built.draft.type(part.converted, part.max + 1.5);
      const said = built.scores!.lines.find((l) => l.party === part.name);
      if (said) built.draft.type(said.at, said.write(part.max + 1.5));
      settle(built);
      return { accept: [part.score, part.converted], side: said ? [said.at] : [], detail: part.name };
    }
  })),
  {
    id: "score-sum-wrong", description: "the total score is wrong", catalogue: "E sum", kind: "scores", severity: "error",
    apply: (built, random) => {
      const { total, grade, writeGrade } = built.scores!;
      const right = Number(built.draft.value(total));
      const wrong = Math.round((right + random.pick([0.1, 1, -0.5])) * 100) / 100;
      built.draft.type(total, wrong);
      if (grade) built.draft.type(grade, writeGrade(gradeOf(wrong)));
      return { accept: [total], side: grade && gradeOf(wrong) !== gradeOf(right) ? [grade] : [], expected: right.toFixed(2), detail: where(total) };
    }
  },
  {
    id: "score-sum-short", description: "the total leaves out a party", catalogue: "E sum", kind: "scores", severity: "error",
    apply: (built) => {
      const { total, items, parties, grade, writeGrade } = built.scores!;
      if (!built.draft.cell(total)!.formula) return null;
      built.draft.enter(total, call("SUM", columnRange(total.sheet, total.column, items[0]!.converted.row, parties[1]!.converted.row)));
      built.draft.recalculate();
      if (grade) built.draft.type(grade, writeGrade(gradeOf(Number(built.draft.value(total)))));
      return { accept: [total], side: grade ? [grade] : [], detail: where(total) };
    }
  },
  {
    // 不合格 may follow from a veto whatever the total.
    id: "grade-wrong", description: "the grade is not the total's", catalogue: "E grade ≠ total", kind: "scores", severity: "error",
    apply: (built, random) => {
      const { grade, total, writeGrade } = built.scores!;
      if (!grade) return null;
      const right = gradeOf(Number(built.draft.value(total)));
      built.draft.type(grade, writeGrade(random.pick(GRADES.slice(0, 3).filter((g) => g !== right))));
      return { accept: [grade], detail: where(grade) };
    }
  },
  {
    id: "mean-wrong", description: "the mean over the areas is wrong", catalogue: "E mean over areas", kind: "scores", severity: "error",
    apply: (built, random) => {
      const { mean, areas } = built.scores!;
      const right = Number(built.draft.value(mean));
      const used = areas.slice(0, -1);
      if (built.draft.cell(mean)!.formula && used.length > 0 && random.chance(0.5)) {
        built.draft.enter(mean, call("ROUND", call("AVERAGE", ...used.map((at) => cell(at))), { kind: "number", value: 2 }));
      } else built.draft.type(mean, Math.round((right + 0.27) * 100) / 100);
      settle(built);
      return { accept: [mean], expected: right.toFixed(2), detail: where(mean) };
    }
  },
  {
    id: "converted-wrong", description: "a converted score is not its score", catalogue: "E sum (converted score)", kind: "scores", severity: "error",
    apply: (built, random) => {
      const part = random.pick([...built.scores!.parties, ...built.scores!.items]);
      const right = Number(built.draft.value(part.converted));
      built.draft.type(part.converted, Math.round((right - 0.5) * 100) / 100);
      settle(built);
      const side = built.scores!.lines.filter((l) => l.party === part.name).map((l) => l.at);
      return { accept: [part.converted, part.score], side, expected: right.toFixed(2), detail: part.name };
    }
  }
];
