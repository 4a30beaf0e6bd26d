import { readFileSync } from "node:fs";
import { readWorkbook } from "../../hosts/file";
import { check } from "../../report/check";
import { render } from "../../messages";
test.each(["baihedong", "lianhe"])("%s", async (name) => {
  const r = check(await readWorkbook(readFileSync(`samples/${name}.xlsx`)), {})!;
  console.log(r.findings.filter(f => f.subject.table === "roster" || f.rule.startsWith("att")).map(f => [f.severity, f.rule, f.sheet, f.cell, render(f.message), render(f.basis), f.actual, f.expected, f.consequences.map(c => c.cell + ":" + c.actual + ">" + c.expected).join(), JSON.stringify(f.fix), f.related.map(x=>x.cell).join()].join(" | ")).join("\n"));
  console.log(r.findings.filter(f => f.severity !== "info").map(f => f.severity + " " + f.rule + " " + f.sheet + "!" + f.cell).join("\n"), r.evaluation.notes.map(n => render(n.sentence)), r.evaluation.assumptions.map(n => render(n.sentence)));
  console.log(r.arithmetic.judgements.filter(j => j.meaning.table === "roster").map(j => j.meaning.role + ":" + (j.verdict?.state ?? "-") + ":" + j.agrees).reduce((m, k) => ({ ...m, [k]: (m[k] ?? 0) + 1 }), {} as any));
});
