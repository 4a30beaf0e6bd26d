import { Link, makeStyles, Text } from "@fluentui/react-components";
import { useWords } from "./words";

/** Shows a cell of the workbook to the user. */
export type GoTo = (sheet: string, cell: string) => void;

interface PlaceProps {
  readonly sheet: string;
  readonly cell: string;
  /** Left out where the sheet stands above. */
  readonly withSheet?: boolean;
  readonly goTo: GoTo | null;
}

const useStyles = makeStyles({
  place: {
    overflowWrap: "anywhere",
    textAlign: "left",
    fontSize: "inherit",
    lineHeight: "inherit",
    // With forced colours nothing else tells a link from text.
    "@media (forced-colors: active)": { textDecorationLine: "underline" }
  }
});

/** The name of a cell; in Excel, a way to it. */
export function Place({ sheet, cell, withSheet = false, goTo }: PlaceProps) {
  const styles = useStyles();
  const words = useWords();
  const place = `${sheet}!${cell}`;
  const text = withSheet ? place : cell;
  if (!goTo) return <Text weight="semibold" className={styles.place}>{text}</Text>;
  return <Link as="button" className={styles.place} aria-label={words("pane-go-to", { place })} onClick={() => goTo(sheet, cell)}>{text}</Link>;
}
