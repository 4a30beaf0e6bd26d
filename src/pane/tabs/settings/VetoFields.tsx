import { Field, makeStyles, Select } from "@fluentui/react-components";
import { TICKED_VETOES } from "../../../settings";
import { useWords } from "../../words";
import { Fieldset } from "./GroupField";
import type { SettingsForm } from "./use-settings-form";

const useStyles = makeStyles({ whole: { gridColumn: "1 / -1" } });

/** What only the assessor can say: met, not met, or nobody has said. */
export function VetoFields({ form }: { readonly form: SettingsForm }) {
  const styles = useStyles();
  const words = useWords();
  return (
    <Fieldset form={form} name="vetoes" paths={TICKED_VETOES.map((id) => `vetoes.${id}`)}>
      {TICKED_VETOES.map((id) => {
        const said = form.inForce.vetoes[id];
        return (
          <Field key={id} className={styles.whole} label={words(`veto-${id}`)}>
            <Select value={said === undefined ? "" : said ? "yes" : "no"} onChange={(_, { value }) => form.set({ [`vetoes.${id}`]: value === "" ? undefined : value === "yes" })}>
              <option value="">{words("set-veto-unknown")}</option>
              <option value="no">{words("set-veto-no")}</option>
              <option value="yes">{words("set-veto-yes")}</option>
            </Select>
          </Field>
        );
      })}
    </Fieldset>
  );
}
