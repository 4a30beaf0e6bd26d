import { Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useContext } from "react";
import { render } from "../../../messages";
import { DEFAULT_SETTINGS } from "../../../settings";
import { LanguageContext, useWords } from "../../words";
import { DERIVED, type NumberSetting, type SingleSetting } from "./fields";
import { Origin } from "./Origin";
import { at, numberToText } from "./settings-form";
import type { SettingsForm } from "./use-settings-form";

const useStyles = makeStyles({
  single: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS },
  input: { width: "136px", minWidth: "0", fontVariantNumeric: "tabular-nums" },
  unit: { color: tokens.colorNeutralForeground3, whiteSpace: "nowrap" }
});

interface NumberFieldProps {
  readonly form: SettingsForm;
  readonly setting: NumberSetting;
  readonly hint?: string;
  readonly placeholder?: string;
}

/** A number in the unit of the screen; kept when the field is left or Enter is pressed. */
export function NumberField({ form, setting: { path, label, unit }, hint, placeholder }: NumberFieldProps) {
  const styles = useStyles();
  const words = useWords();
  const language = useContext(LanguageContext);
  const refusal = form.refusalAt(path);
  return (
    <Field label={words(label)} hint={hint} validationState={refusal ? "error" : "none"} validationMessage={refusal && render(refusal, language)}>
      <Input
        className={styles.input}
        inputMode="decimal"
        autoComplete="off"
        value={form.textAt(path)}
        placeholder={placeholder}
        contentAfter={<span className={styles.unit}>{words(`set-unit-${unit}`)}</span>}
        onChange={(_, { value }) => form.type(path, value)}
        onBlur={form.keep}
        onKeyDown={({ key }) => { if (key === "Enter") form.keep(); }}
      />
    </Field>
  );
}

/** A setting of one number, with what it does, where its value comes from, and the way back to the default. */
export function SingleField({ form, setting }: { readonly form: SettingsForm; readonly setting: SingleSetting }) {
  const styles = useStyles();
  const words = useWords();
  const { path, label, unit } = setting;
  return (
    <div className={styles.single}>
      <NumberField form={form} setting={setting} hint={words(`set-${path}-help`)} />
      <Origin
        label={words(label)}
        given={form.isGiven(path)}
        ofStation={form.isOfStation(path)}
        byDefault={words("set-value", { value: numberToText(at(DEFAULT_SETTINGS, path), unit), unit: `${unit === "percent" ? "" : " "}${words(`set-unit-${unit}`)}` })}
        derived={DERIVED.has(path)}
        onReset={() => form.set({ [path]: undefined })}
      />
    </div>
  );
}
