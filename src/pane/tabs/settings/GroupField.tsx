import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { ErrorCircle12Filled } from "@fluentui/react-icons";
import { useContext, useId, type ReactNode } from "react";
import { render } from "../../../messages";
import { DEFAULT_SETTINGS } from "../../../settings";
import { LanguageContext, useWords } from "../../words";
import type { NumberGroup } from "./fields";
import { NumberField } from "./NumberField";
import { Origin } from "./Origin";
import { at, numberToText } from "./settings-form";
import type { SettingsForm } from "./use-settings-form";

const useStyles = makeStyles({
  group: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, border: 0, margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  help: { color: tokens.colorNeutralForeground3 },
  fields: { display: "grid", gridTemplateColumns: "repeat(auto-fill, minmax(136px, 1fr))", gap: tokens.spacingHorizontalM },
  refusal: { display: "flex", gap: tokens.spacingHorizontalXS, alignItems: "center", color: tokens.colorStatusDangerForeground3, fontSize: tokens.fontSizeBase200 }
});

interface FieldsetProps {
  readonly form: SettingsForm;
  readonly name: "scores" | "weights" | "gradeLimits" | "vetoLimits" | "vetoes" | "period";
  /** The paths of what is set here. */
  readonly paths: readonly string[];
  /** The defaults in words; "" where there is nothing to name. */
  readonly byDefault?: string;
  readonly children: ReactNode;
}

/** Settings that belong together: one explanation, one refusal, one way back. */
export function Fieldset({ form, name, paths, byDefault = "", children }: FieldsetProps) {
  const styles = useStyles();
  const words = useWords();
  const language = useContext(LanguageContext);
  const help = useId();
  const refusal = form.refusalAt(name);
  return (
    <fieldset className={styles.group} aria-describedby={help}>
      <legend className={styles.legend}>{words(`set-${name}`)}</legend>
      <Text id={help} size={200} className={styles.help}>{words(`set-${name}-help`)}</Text>
      <div className={styles.fields}>{children}</div>
      {refusal && <div className={styles.refusal} role="alert"><ErrorCircle12Filled aria-hidden />{render(refusal, language)}</div>}
      <Origin
        label={words(`set-${name}`)}
        given={paths.some((path) => form.isGiven(path))}
        ofStation={paths.some((path) => form.isOfStation(path))}
        byDefault={byDefault}
        onReset={() => form.set(Object.fromEntries(paths.map((path) => [path, undefined])))}
      />
    </fieldset>
  );
}

/** Numbers that are judged together. */
export function GroupField({ form, group: { key, numbers }, placeholder }: { readonly form: SettingsForm; readonly group: NumberGroup; readonly placeholder?: string }) {
  const defaults = numbers.map(({ path, unit }) => numberToText(at(DEFAULT_SETTINGS, path), unit)).filter((text) => text !== "");
  return (
    <Fieldset form={form} name={key} paths={numbers.map(({ path }) => path)} byDefault={defaults.join(" / ")}>
      {numbers.map((setting) => <NumberField key={setting.path} form={form} setting={setting} placeholder={placeholder} />)}
    </Fieldset>
  );
}
