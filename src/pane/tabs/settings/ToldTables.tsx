import { Button, makeStyles, MessageBar, MessageBarBody, Text, tokens } from "@fluentui/react-components";
import { ArrowDownload20Regular } from "@fluentui/react-icons";
import { useContext, useState } from "react";
import { render, say, type Sentence } from "../../../messages";
import { profilesText } from "../../../settings";
import { copyText } from "../../clipboard";
import { JSON_TYPE } from "../../download";
import { LinkButton } from "../../LinkButton";
import { Place } from "../../Place";
import { ProfileImport } from "../../tables/ProfileImport";
import { LanguageContext, useWords } from "../../words";
import type { SettingsTabProps } from "../props";

const useStyles = makeStyles({
  block: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, overflowWrap: "anywhere" },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  item: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground3 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS }
});

/** What the user said of tables: where it fits, the way to take it back, and as a file for other workbooks. */
export function ToldTables({ checked, busy, onForget, onProfiles, deliver, goTo }: SettingsTabProps) {
  const styles = useStyles();
  const words = useWords();
  const language = useContext(LanguageContext);
  const [said, setSaid] = useState<{ readonly intent: "success" | "error"; readonly sentence: Sentence } | null>(null);
  const profiles = checked.stored.settings.profiles ?? [];

  async function hand(): Promise<void> {
    const text = profilesText(profiles);
    if (deliver) deliver(text, `${words("told-file")}.json`, JSON_TYPE);
    else setSaid(await copyText(text) ? { intent: "success", sentence: say("told-copied") } : { intent: "error", sentence: say("pane-not-copied") });
  }

  return (
    <div className={styles.block}>
      <Text size={200} className={styles.quiet}>{words(profiles.length > 0 ? "told-what" : "told-none")}</Text>
      <ul className={styles.list}>
        {profiles.map(({ name, kind }) => {
          const came = checked.report.told.find((one) => one.name === name);
          return (
            <li key={name} className={styles.item}>
              <Text weight="semibold">{name}</Text>
              <span>{words(`told-kind-${kind}`)}</span>
              {came?.places.map(({ sheet, range }) => <Place key={`${sheet}!${range}`} sheet={sheet} cell={range} withSheet goTo={goTo} />)}
              {came?.message && <Text size={200}>{came.message}</Text>}
              {!busy && <LinkButton label={words("told-forget-of", { name })} onClick={() => onForget(name)}>{words("told-forget")}</LinkButton>}
            </li>
          );
        })}
      </ul>
      <div className={styles.buttons}>
        {profiles.length > 0 && <Button size="small" icon={<ArrowDownload20Regular />} onClick={() => void hand()}>{words(deliver ? "told-export" : "told-copy")}</Button>}
        <ProfileImport busy={busy} onProfiles={onProfiles} />
      </div>
      <div role={said?.intent === "error" ? "alert" : "status"}>
        {said && <MessageBar intent={said.intent} layout="multiline"><MessageBarBody>{render(said.sentence, language)}</MessageBarBody></MessageBar>}
      </div>
    </div>
  );
}
