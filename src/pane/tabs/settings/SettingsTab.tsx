import { Field, makeStyles, Select, Switch, Text, tokens } from "@fluentui/react-components";
import type { SettingKey } from "../../../settings";
import { useWords } from "../../words";
import type { SettingsTabProps } from "../props";
import { AGREEMENT, CUTOFF_DAYS, GRADE_LIMITS, SCORES, VETO_LIMITS, WEIGHTS } from "./fields";
import { GroupField } from "./GroupField";
import { SingleField } from "./NumberField";
import { PeriodFields } from "./PeriodFields";
import { SettingsFold } from "./SettingsFold";
import { useSettingsForm } from "./use-settings-form";
import { ToldTables } from "./ToldTables";
import { VetoFields } from "./VetoFields";

const useStyles = makeStyles({
  tab: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, maxWidth: "560px" },
  intro: { color: tokens.colorNeutralForeground3 },
  folds: { display: "flex", flexDirection: "column" }
});

/** 设置: the settings of the evaluation, which the workbook keeps, and those of the pane. */
export function SettingsTab(props: SettingsTabProps) {
  const styles = useStyles();
  const words = useWords();
  const form = useSettingsForm(props);
  const given = (...keys: SettingKey[]) => keys.filter((key) => form.inForce.given.has(key)).length;
  return (
    <div className={styles.tab}>
      <Text size={200} className={styles.intro}>{words(props.isReadOnly ? "set-intro-once" : "set-intro")}</Text>
      <Text size={200} role="status">{props.busy ? words("set-busy") : ""}</Text>
      <div className={styles.folds}>
        <SettingsFold title={words("set-group-agreement")} given={given("headcount", "certifiedShare", "retentionLimit", "trainingHoursPerPersonMonth")} open>
          {AGREEMENT.map((setting) => <SingleField key={setting.path} form={form} setting={setting} />)}
        </SettingsFold>
        <SettingsFold title={words("set-group-scores")} given={given("scores")} open>
          <GroupField form={form} group={SCORES} placeholder={words("set-score-none")} />
        </SettingsFold>
        <SettingsFold title={words("set-group-vetoes")} given={given("vetoes", "vetoLimits")}>
          <VetoFields form={form} />
          <GroupField form={form} group={VETO_LIMITS} />
        </SettingsFold>
        <SettingsFold title={words("set-group-period")} given={given("phase", "period")}>
          <PeriodFields form={form} report={props.checked.report} />
        </SettingsFold>
        <SettingsFold title={words("set-group-months")} given={given("joinCutoffDay", "leaveCutoffDay")}>
          {CUTOFF_DAYS.map((setting) => <SingleField key={setting.path} form={form} setting={setting} />)}
        </SettingsFold>
        <SettingsFold title={words("set-group-limits")} given={given("weights", "gradeLimits")}>
          <GroupField form={form} group={WEIGHTS} />
          <GroupField form={form} group={GRADE_LIMITS} />
        </SettingsFold>
        <SettingsFold title={words("told-group")} given={props.checked.stored.settings.profiles?.length ?? 0}>
          <ToldTables {...props} />
        </SettingsFold>
        <SettingsFold title={words("set-group-pane")} given={0} open>
          <Field hint={words("set-showNames-help")}>
            <Switch label={words("set-showNames")} checked={form.inForce.showNames} onChange={(_, { checked }) => form.set({ showNames: checked })} />
          </Field>
          {props.liveCheck !== null && (
            <Field hint={words("set-live-help")}>
              <Switch label={words("set-live")} checked={props.liveCheck} onChange={(_, { checked }) => props.onLiveCheck(checked)} />
            </Field>
          )}
          <Field label={words("set-language")}>
            <Select value={props.language} onChange={(_, { value }) => props.onLanguage(value === "en" ? "en" : "zh")}>
              <option value="zh" lang="zh-CN">中文</option>
              <option value="en" lang="en">English</option>
            </Select>
          </Field>
        </SettingsFold>
      </div>
    </div>
  );
}
