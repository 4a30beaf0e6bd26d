import { Button, makeStyles, mergeClasses, MessageBar, MessageBarActions, MessageBarBody, tokens } from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons";
import { useContext } from "react";
import { render } from "../../messages";
import type { PaneController } from "../model/pane-controller";
import type { PaneModel } from "../model/pane-model";
import { LanguageContext, useWords } from "../words";

const useStyles = makeStyles({
  text: { overflowWrap: "anywhere", whiteSpace: "normal", paddingBlock: tokens.spacingVerticalXS, "& p": { margin: 0 } },
  afloat: { position: "sticky", bottom: 0, zIndex: 2, padding: tokens.spacingHorizontalS, backgroundColor: tokens.colorNeutralBackground1 }
});

interface NoticeProps {
  readonly model: PaneModel;
  readonly controller: PaneController;
  /** It keeps to the lower edge itself; otherwise what it stands in does. */
  readonly afloat?: boolean;
}

/** How the last action went, said aloud, with what can be done next. */
export function Notice({ model: { notice, waiting, written }, controller, afloat = false }: NoticeProps) {
  const styles = useStyles();
  const words = useWords();
  const language = useContext(LanguageContext);
  const before = notice && typeof notice.offers === "object" ? notice.offers : null;
  if (waiting) {
    return (
      <div className={mergeClasses(afloat && styles.afloat)} role="status">
        <MessageBar intent="warning" politeness="polite"><MessageBarBody className={styles.text}>{words("pane-waiting")}</MessageBarBody></MessageBar>
      </div>
    );
  }
  return (
    <div className={mergeClasses(afloat && notice !== null && styles.afloat)}>
      <div role={notice?.intent === "error" ? "alert" : "status"}>
        {notice && (
          <MessageBar intent={notice.intent} layout="singleline" politeness="polite">
            <MessageBarBody className={styles.text}>
              {notice.sentences.map((sentence, index) => <p key={index}>{typeof sentence === "string" ? sentence : render(sentence, language)}</p>)}
            </MessageBarBody>
            <MessageBarActions containerAction={
              <Button appearance="transparent" size="small" aria-label={words("pane-dismiss")} icon={<Dismiss16Regular />} onClick={() => controller.dismissNotice()} />
            }>
              {notice.offers === "undo" && <Button size="small" onClick={() => void controller.undo()}>{words("pane-undo")}</Button>}
              {before && <Button size="small" onClick={() => void controller.changeSettings(before.settings)}>{words("pane-undo")}</Button>}
              {notice.offers === "summary" && written && <Button size="small" onClick={() => void controller.goTo(written.name, "A1")}>{words("pane-summary-go")}</Button>}
            </MessageBarActions>
          </MessageBar>
        )}
      </div>
    </div>
  );
}
