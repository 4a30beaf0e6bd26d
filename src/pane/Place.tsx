import { LinkButton } from "./LinkButton";
import { useWords } from "./words";

/** Shows a cell of the workbook to the user. */
export type GoTo = (sheet: string, cell: string) => void;

interface PlaceProps {
  readonly sheet: string;
  readonly cell: string;
  /** Left out where the sheet stands above. */
  readonly withSheet?: boolean;
  readonly goTo: GoTo;
}

/** The name of a cell or range, a way to it. */
export function Place({ sheet, cell, withSheet = false, goTo }: PlaceProps) {
  const place = `${sheet}!${cell}`;
  return <LinkButton label={useWords()("pane-go-to", { place })} onClick={() => goTo(sheet, cell)}>{withSheet ? place : cell}</LinkButton>;
}
