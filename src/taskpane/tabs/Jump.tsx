import { Link, makeStyles } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useWords } from "../words";
import type { TabProps } from "./props";

interface JumpProps {
  readonly sheet: string;
  readonly cell: string;
  /** What the cell shows, for those who hear the link. */
  readonly says?: string;
  readonly goTo: TabProps["goTo"];
  readonly children: ReactNode;
}

const useStyles = makeStyles({
  jump: { fontSize: "inherit", lineHeight: "inherit", textAlign: "left", overflowWrap: "anywhere", fontVariantNumeric: "tabular-nums" }
});

/** A way to a cell under words of its own. */
export function Jump({ sheet, cell, says = "", goTo, children }: JumpProps) {
  const words = useWords();
  const place = `${sheet}!${cell}`;
  const label = says ? words("indicators-rate-label", { place, rate: says }) : words("pane-go-to", { place });
  return <Link as="button" className={useStyles().jump} title={place} aria-label={label} onClick={() => goTo(sheet, cell)}>{children}</Link>;
}
