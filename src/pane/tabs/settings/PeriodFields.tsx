import { Field, Input, makeStyles, Select } from "@fluentui/react-components";
import { useContext } from "react";
import { render } from "../../../messages";
import type { WorkbookReport } from "../../../report/types";
import { LanguageContext, useWords } from "../../words";
import { Fieldset } from "./GroupField";
import type { SettingsForm } from "./use-settings-form";

const DAYS = ["period.start", "period.end"] as const;
const LABELS = { "period.start": "set-period-start", "period.end": "set-period-end" } as const;

const useStyles = makeStyles({ whole: { gridColumn: "1 / -1" }, day: { width: "180px" } });

/** 中期 or 末期, and the first and last day; both found out where they are not given. */
export function PeriodFields({ form, report }: { readonly form: SettingsForm; readonly report: WorkbookReport }) {
  const styles = useStyles();
  const words = useWords();
  const language = useContext(LanguageContext);
  const { phase } = form.inForce;
  const guessed = report.evaluation?.phase;
  const found = report.period;
  return (
    <>
      <Field label={words("set-phase")} hint={words("set-phase-help")}>
        <Select value={phase ?? ""} onChange={(_, { value }) => form.set({ phase: value || undefined })}>
          <option value="">{guessed && phase === null ? words("set-automatic-now", { value: words(`phase-${guessed}`) }) : words("set-automatic")}</option>
          <option value="mid">{words("phase-mid")}</option>
          <option value="final">{words("phase-final")}</option>
        </Select>
      </Field>
      <Fieldset form={form} name="period" paths={DAYS} byDefault={found && form.inForce.period === null ? `${found.start} – ${found.end}` : ""}>
        {DAYS.map((path) => {
          const refusal = form.refusalAt(path);
          return (
            <Field key={path} className={styles.whole} label={words(LABELS[path])} validationState={refusal ? "error" : "none"} validationMessage={refusal && render(refusal, language)}>
              <Input className={styles.day} type="date" value={form.textAt(path)} onChange={(_, { value }) => form.type(path, value)} onBlur={form.keep} onKeyDown={({ key }) => { if (key === "Enter") form.keep(); }} />
            </Field>
          );
        })}
      </Fieldset>
    </>
  );
}
