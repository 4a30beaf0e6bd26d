import { mergeClasses } from "@fluentui/react-components";
import { SeverityIcon } from "../../pane/SeverityIcon";
import { useWords } from "../../pane/words";
import { gravityOf, type Mark } from "./marks";
import type { GridStyles } from "./styles";

export interface WhyTipProps {
  readonly id: string;
  readonly mark: Mark;
  readonly left: number;
  /** The edge of the cell that the tip stands at. */
  readonly edge: { readonly below: number } | { readonly above: number };
  readonly styles: GridStyles;
}

/** Why a cell is outlined, beside it. No tooltip by its role, which has no place in a grid; the grid is described by it. */
export function WhyTip({ id, mark, left, edge, styles }: WhyTipProps) {
  const words = useWords();
  const [finding, ...others] = mark;
  const place = "below" in edge ? { top: edge.below } : { top: edge.above, transform: "translateY(-100%)" };
  return (
    <div id={id} className={styles.why} style={{ left, ...place }}>
      <span className={styles.whyHead}><SeverityIcon kind={gravityOf(mark)} />{finding.cell}</span>
      {finding.ignored && <span>{words("pane-ignored-because", { reason: finding.ignored.reason })}</span>}
      <span className={mergeClasses(finding.ignored !== null && styles.whyIgnored)}>{finding.message}</span>
      {others.length > 0 && <span>{words("view-more", { count: others.length })}</span>}
    </div>
  );
}
