import { lazy, Suspense, useEffect } from "react";
import { useCopyMends } from "../findings/use-copy-mends";
import { findingOf, type PaneModel } from "../model/pane-model";
import type { PaneController } from "../model/pane-controller";
import { useWords } from "../words";

/** Loaded together behind the pane. */
const all = () => import("./all");
const FixDialog = lazy(async () => ({ default: (await all()).FixDialog }));
const IgnoreDialog = lazy(async () => ({ default: (await all()).IgnoreDialog }));
const KeysDialog = lazy(async () => ({ default: (await all()).KeysDialog }));
const RuleDialog = lazy(async () => ({ default: (await all()).RuleDialog }));

interface DialogsProps {
  readonly model: PaneModel;
  readonly controller: PaneController;
}

/** What the user is asked about, if anything. */
export function Dialogs(props: DialogsProps) {
  // Fetched while the user reads, so that the first key typed into one is not lost.
  useEffect(() => void all().catch(() => undefined), []);
  return <Suspense fallback={null}><Asked {...props} /></Suspense>;
}

function Asked({ model, controller }: DialogsProps) {
  const words = useWords();
  const copyMends = useCopyMends(controller);
  const { dialog } = model;
  const isReadOnly = controller.session.isReadOnly?.() ?? false;
  const onClose = () => controller.ask(null);
  switch (dialog?.kind) {
    case "fix": {
      const findings = model.findings.filter(({ key }) => dialog.keys.includes(key));
      const copy = (chosen: ReadonlySet<string>) => {
        copyMends(findings.flatMap(({ key, finding }) => (chosen.has(key) ? [finding] : [])));
        onClose();
      };
      return (
        <FixDialog
          findings={findings}
          offerCopy={controller.session.copySheet !== null && !model.copyOffered}
          isReadOnly={isReadOnly}
          busy={model.busy !== null}
          onConfirm={(withCopy, chosen) => (isReadOnly ? copy(chosen) : void controller.confirmFixes(withCopy, chosen))}
          onClose={onClose}
        />
      );
    }
    case "ignore": {
      const finding = findingOf(model, dialog.key);
      const meaning = words(isReadOnly ? "pane-ignore-what-once" : "pane-ignore-what");
      return finding && <IgnoreDialog place={`${finding.sheet}!${finding.cell}`} message={finding.message} meaning={meaning} busy={model.busy !== null} onIgnore={(reason) => void controller.ignore(finding, reason)} onClose={onClose} />;
    }
    case "rule": return <RuleDialog rule={dialog.rule} onClose={onClose} />;
    case "keys": return <KeysDialog withSheets={controller.session.writeCell !== undefined} onClose={onClose} />;
    case undefined: return null;
  }
}
