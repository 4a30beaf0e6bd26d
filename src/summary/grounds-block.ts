import { render, say, type Language, type MessageId } from "../messages";
import type { ReportedFinding } from "../report/types";
import { linked, written, type SheetBuilder } from "./builder";
import { inOrder, severityOf, styleOf } from "./findings-block";
import { GROUND } from "./grid";
import { addressOf } from "./live";

/** On what each finding rests and how to mend it (问题的依据), by the numbers that 核查汇总 gives them. */
export function addGrounds(sheet: SheetBuilder, findings: readonly ReportedFinding[], language: Language): void {
  if (findings.length === 0) return;
  const word = (id: MessageId) => render(say(id), language);
  sheet.heading("grounds", word("details-grounds"));
  sheet.heads([
    [GROUND.number, word("summary-number")], [GROUND.severity, word("summary-severity")], [GROUND.sheet, word("summary-sheet")],
    [GROUND.cell, word("summary-cell")], [GROUND.shown, word("summary-actual")], [GROUND.expected, word("summary-expected")],
    [GROUND.basis, word("summary-basis")], [GROUND.suggestion, word("summary-suggestion")]
  ]);
  inOrder(findings).forEach((finding, index) => {
    sheet.line();
    sheet.row([
      [GROUND.number, written(index + 1, "center")],
      [GROUND.severity, written(severityOf(finding, language), styleOf(finding))],
      [GROUND.sheet, written(finding.sheet, "text")],
      [GROUND.cell, linked(finding.cell, addressOf(finding))],
      [GROUND.shown, written(finding.actual, "center")],
      [GROUND.expected, written(finding.expected, "center")],
      [GROUND.basis, written(finding.basis, "text")],
      [GROUND.suggestion, written(suggestion(finding, language), "text")]
    ]);
  });
}

/** How to mend it, in one line. */
function suggestion({ fix, related, expected, severity, sheet, cell }: ReportedFinding, language: Language): string {
  const compared = related[0];
  const sentence = fix?.after != null ? say(`summary-suggest-${fix.kind}`, { cell: fix.cell, after: expected && fix.kind === "value" ? expected : String(fix.after) })
    : severity === "info" ? say("summary-suggest-know")
      : compared && compared.cell !== cell ? say("summary-suggest-compare", { label: compared.label, cell: compared.sheet === sheet ? compared.cell : `${compared.sheet}!${compared.cell}` })
        : expected ? say("summary-suggest-expected", { expected })
          : say("summary-suggest-look");
  return render(sentence, language);
}
