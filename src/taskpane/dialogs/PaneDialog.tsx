import { Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useState, type ReactNode } from "react";

/** Fluent lets dialogs of narrow windows touch the edges and stacks their buttons; the same words undo that. */
const NARROW = "@media screen and (max-width: 480px)";

const useStyles = makeStyles({
  surface: {
    boxSizing: "border-box", width: "calc(100% - 16px)", maxWidth: "560px", maxHeight: "calc(100vh - 16px)", padding: tokens.spacingHorizontalL,
    [NARROW]: { maxWidth: "calc(100% - 16px)" }
  },
  body: { rowGap: tokens.spacingVerticalM, [NARROW]: { maxHeight: "calc(100vh - 50px)", gridTemplateRows: "auto 1fr auto" } },
  content: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, overflowWrap: "anywhere" },
  title: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, overflowWrap: "anywhere" },
  actions: { [NARROW]: { flexDirection: "row", flexWrap: "wrap", justifySelf: "end", "& > button": { width: "auto" } } }
});

interface PaneDialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly actions: ReactNode;
  /** It is filled in: the focus begins in its first field. Otherwise it begins in the text, which the arrow keys scroll. */
  readonly form?: boolean;
  readonly children: ReactNode;
}

/** A dialog that fits a narrow pane; Escape closes it, and the focus goes back to where it was. */
export function PaneDialog({ title, onClose, actions, form = false, children }: PaneDialogProps) {
  const styles = useStyles();
  useFocusRestored();
  return (
    <Dialog open onOpenChange={(_, { open }) => { if (!open) onClose(); }}>
      <DialogSurface className={styles.surface}>
        <DialogBody className={styles.body}>
          <DialogTitle className={styles.title} action={null}>{title}</DialogTitle>
          <DialogContent className={styles.content} tabIndex={form ? undefined : 0}>{children}</DialogContent>
          <DialogActions fluid className={styles.actions}>{actions}</DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** Gives the focus back when the dialog has gone, unless something else has taken it. */
function useFocusRestored(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(() => () => {
    if (document.activeElement === document.body && before instanceof HTMLElement && before.isConnected) before.focus();
  }, [before]);
}
