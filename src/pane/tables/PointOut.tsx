import { Button, Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { ReportedUnread } from "../../report/types";
import { parseRectName } from "../../workbook";
import { LinkButton } from "../LinkButton";
import type { PaneController } from "../model/pane-controller";
import type { Region } from "../model/pane-model";
import { LazyFold } from "../tabs/LazyFold";
import { useWords } from "../words";
import { ProfileImport } from "./ProfileImport";

const useStyles = makeStyles({
  block: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  form: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)", gap: tokens.spacingHorizontalS, alignItems: "end" },
  input: { minWidth: 0 },
  go: { justifySelf: "start" }
});

interface PointOutProps {
  /** Regions that look like tables, offered by name; [] where they stand elsewhere. */
  readonly unread: readonly ReportedUnread[];
  readonly controller: PaneController;
  readonly open?: boolean;
}

/** The user points to a region that no list names: a sheet and a range, prefilled with all that the sheet holds. */
export function PointOut({ open = false, ...rest }: PointOutProps) {
  // Asking for the sheets may read the workbook again: only for who wants it.
  return <LazyFold title={useWords()(open ? "tables-point-first" : "tables-point")} opened={open}>{() => <PointOutForm {...rest} />}</LazyFold>;
}

function PointOutForm({ unread, controller }: Omit<PointOutProps, "open">) {
  const styles = useStyles();
  const words = useWords();
  const [sheets, setSheets] = useState<readonly Region[] | null>(null);
  const [place, setPlace] = useState<Region | null>(null);

  useEffect(() => {
    let current = true;
    void controller.inquire({ kind: "sheets" }).then((found) => {
      if (!current || !found) return;
      setSheets(found);
      setPlace(found[0] ?? null);
    });
    return () => { current = false; };
  }, [controller]);

  if (!sheets || !place) return null;
  const wrong = parseRectName(place.range.trim().toUpperCase()) === null;
  return (
    <div className={styles.block}>
      {unread.length > 0 && (
        <ul className={styles.list}>
          {unread.map(({ sheet, range, message }) => (
            <li key={`${sheet}!${range}`}>{message} <LinkButton label={words("tables-tell-of", { place: `${sheet}!${range}` })} onClick={() => void controller.study({ sheet, range })}>{words("tables-tell")}</LinkButton></li>
          ))}
        </ul>
      )}
      <div className={styles.form}>
        <Field label={words("tables-point-sheet")}>
          <Select value={place.sheet} onChange={(_, { value }) => setPlace(sheets.find(({ sheet }) => sheet === value) ?? null)}>
            {sheets.map(({ sheet }) => <option key={sheet} value={sheet}>{sheet}</option>)}
          </Select>
        </Field>
        <Field label={words("tables-point-range")} validationState={wrong ? "error" : "none"} validationMessage={wrong ? words("tables-point-wrong") : undefined}>
          <Input className={styles.input} value={place.range} onChange={(_, { value }) => setPlace({ ...place, range: value })} />
        </Field>
        <Button size="small" className={styles.go} disabledFocusable={wrong} onClick={() => void controller.study({ sheet: place.sheet, range: place.range.trim().toUpperCase(), isExact: true })}>{words("tables-tell")}</Button>
      </div>
      <div><ProfileImport busy={controller.snapshot().busy !== null} onProfiles={(given) => void controller.takeProfiles(given)} /></div>
    </div>
  );
}
