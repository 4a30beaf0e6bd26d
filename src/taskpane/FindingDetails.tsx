import type { ReportedFinding } from "../report/types";
import { Fold } from "./Fold";
import { Place, type GoTo } from "./Place";
import { Terms } from "./Terms";
import { useWords } from "./words";

interface FindingDetailsProps {
  readonly finding: ReportedFinding;
  readonly goTo: GoTo | null;
}

/** Why a finding is one, and what else shows wrong numbers only because of it. */
export function FindingReasons({ finding: { basis, consequences }, goTo }: FindingDetailsProps) {
  const words = useWords();
  return (
    <Terms beside>
      <dt>{words("pane-basis")}</dt>
      <dd>{basis}</dd>
      {consequences.length > 0 && <dt>{words("pane-consequences")}</dt>}
      {consequences.map((cell, index) => (
        <dd key={index}><Place sheet={cell.sheet} cell={cell.cell} withSheet goTo={goTo} /> {words("pane-consequence", { ...cell })}</dd>
      ))}
    </Terms>
  );
}

/** On demand: the cells that a finding was compared with, and the change that would mend it. */
export function FindingDetails({ finding: { related, fix }, goTo }: FindingDetailsProps) {
  const words = useWords();
  if (!related.length && !fix) return null;
  const title = [related.length ? words("pane-related", { count: related.length }) : "", fix ? words("pane-fix") : ""].filter(Boolean).join(" · ");
  return (
    <Fold title={title}>
      <Terms>
        {related.map((cell, index) => (
          <dd key={index}><Place sheet={cell.sheet} cell={cell.cell} withSheet goTo={goTo} /> {cell.label}</dd>
        ))}
        {fix && related.length > 0 && <dt>{words("pane-fix")}</dt>}
        {fix && <dd>{fix.why}</dd>}
      </Terms>
    </Fold>
  );
}
