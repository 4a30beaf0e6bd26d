import { Button, makeStyles, Select, tokens } from "@fluentui/react-components";
import { CommentAdd16Regular, CommentEdit16Regular } from "@fluentui/react-icons";
import { DESK_STATES } from "../../desk";
import { useWords } from "../../pane/words";
import type { Noted } from "./desk";

const useStyles = makeStyles({
  note: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS },
  select: { minWidth: "96px" },
  button: { minWidth: 0 },
  remark: { maxWidth: "220px", marginTop: tokens.spacingVerticalXXS, fontSize: tokens.fontSizeBase200, overflowWrap: "anywhere", whiteSpace: "pre-line" },
  changed: { color: tokens.colorStatusWarningForeground1, fontSize: tokens.fontSizeBase200 }
});

export interface DeskCellProps {
  readonly id: number;
  /** What the workbook is called for those who cannot see the row. */
  readonly name: string;
  readonly note: Noted;
  readonly onState: (id: number, state: Noted["state"]) => void;
  readonly onRemark: (id: number) => void;
  /** The remark stands beneath; else the button tells of it. */
  readonly withRemark: boolean;
}

/** How far the assessor is with a station, and the remark. */
export function DeskCell({ id, name, note: { state, remark, isChanged }, onState, onRemark, withRemark }: DeskCellProps) {
  const styles = useStyles();
  const words = useWords();
  return (
    <>
      <div className={styles.note}>
        <Select
          size="small" className={styles.select} aria-label={words("desk-state-of", { station: name })} value={state}
          onChange={(_, { value }) => onState(id, DESK_STATES.find((one) => one === value)!)}
        >
          {DESK_STATES.map((one) => <option key={one} value={one}>{words(`desk-state-${one}`)}</option>)}
        </Select>
        <Button
          size="small" appearance="subtle" className={styles.button} icon={remark === "" ? <CommentAdd16Regular /> : <CommentEdit16Regular />}
          aria-label={words("desk-remark-of", { station: name })} title={remark || words("desk-remark-add")} onClick={() => onRemark(id)}
        >
          {!withRemark && remark !== "" && words("desk-remark")}
        </Button>
      </div>
      {withRemark && remark !== "" && <div className={styles.remark}>{remark}</div>}
      {isChanged && <div className={styles.changed}>{words("desk-changed")}</div>}
    </>
  );
}
