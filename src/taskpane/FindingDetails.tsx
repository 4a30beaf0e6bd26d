import type { ReportedFinding } from "../report/types";
import { Fold } from "./Fold";
import { Place, type GoTo } from "./Place";
import { useWords } from "./words";

/** Why a finding is one: its basis, what it was compared with, what follows from it, how to mend it. */
export function FindingDetails({ finding, goTo }: { readonly finding: ReportedFinding; readonly goTo: GoTo | null }) {
  const words = useWords();
  const { basis, related, consequences, fix } = finding;
  return (
    <Fold title={words("pane-details")}>
      <dt>{words("pane-basis")}</dt>
      <dd>{basis}</dd>
      {related.length > 0 && <dt>{words("pane-related")}</dt>}
      {related.map((cell, index) => (
        <dd key={index}><Place sheet={cell.sheet} cell={cell.cell} withSheet goTo={goTo} /> {cell.label}</dd>
      ))}
      {consequences.length > 0 && <dt>{words("pane-consequences")}</dt>}
      {consequences.map((cell, index) => (
        <dd key={index}><Place sheet={cell.sheet} cell={cell.cell} withSheet goTo={goTo} /> {words("pane-consequence", { ...cell })}</dd>
      ))}
      {fix && <dt>{words("pane-fix")}</dt>}
      {fix && <dd>{words("pane-fix-to", { after: String(fix.after ?? ""), why: fix.why })}</dd>}
    </Fold>
  );
}
