import { Button, Spinner, Text } from "@fluentui/react-components";
import { useContext, useEffect, useState } from "react";
import { loadRulePage } from "../../rules/pages/load";
import type { RulePage as Page } from "../../rules/pages/types";
import { RulePage } from "../RulePage";
import { LanguageContext, useWords } from "../words";
import { PaneDialog } from "./PaneDialog";

/** What a rule is about, without the internet. */
export function RuleDialog({ rule, onClose }: { readonly rule: string; readonly onClose: () => void }) {
  const words = useWords();
  const language = useContext(LanguageContext);
  const [page, setPage] = useState<Page | "missing" | null>(null);
  useEffect(() => {
    let wanted = true;
    loadRulePage(rule, language).then((loaded) => wanted && setPage(loaded), () => wanted && setPage("missing"));
    return () => {
      wanted = false;
    };
  }, [rule, language]);
  return (
    <PaneDialog title={words("pane-rule")} onClose={onClose} actions={<Button appearance="primary" onClick={onClose}>{words("pane-close")}</Button>}>
      {page === null ? <Spinner /> : page === "missing" ? <Text>{words("pane-unexpected")}</Text> : <RulePage page={page} />}
    </PaneDialog>
  );
}
