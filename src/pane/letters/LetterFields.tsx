import { Checkbox, Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useWords } from "../words";
import type { LetterForm, LetterFormat } from "./letter-form";

const useStyles = makeStyles({
  pair: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(130px, 1fr))", gap: tokens.spacingHorizontalS, alignItems: "end" },
  input: { minWidth: 0 }
});

interface LetterFieldsProps {
  readonly form: LetterForm;
  readonly formats: readonly LetterFormat[];
  readonly onChange: (form: LetterForm) => void;
}

/** Until when, by whom, with names or without, and in which format. */
export function LetterFields({ form, formats, onChange }: LetterFieldsProps) {
  const styles = useStyles();
  const words = useWords();
  return (
    <>
      <div className={styles.pair}>
        <Field label={words("letters-until")}>
          <Input className={styles.input} type="date" value={form.until} onChange={(_, { value }) => onChange({ ...form, until: value })} />
        </Field>
        <Field label={words("letters-by")}>
          <Input className={styles.input} value={form.by} onChange={(_, { value }) => onChange({ ...form, by: value })} />
        </Field>
        {formats.length > 1 && (
          <Field label={words("letters-format")}>
            <Select value={form.format} onChange={(_, { value }) => onChange({ ...form, format: formats.find((each) => each === value)! })}>
              {formats.map((format) => <option key={format} value={format}>{words(`letters-format-${format}`)}</option>)}
            </Select>
          </Field>
        )}
      </div>
      <Checkbox checked={form.names} onChange={(_, { checked }) => onChange({ ...form, names: checked === true })} label={words("letters-names")} />
    </>
  );
}
