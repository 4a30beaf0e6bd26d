import { LinkButton } from "../LinkButton";
import { useWords } from "../words";
import type { TabProps } from "./props";

interface JumpProps {
  readonly sheet: string;
  readonly cell: string;
  readonly goTo: TabProps["goTo"];
  readonly children: string;
}

/** A way to a cell under words of its own, or under its name. */
export function Jump({ sheet, cell, goTo, children }: JumpProps) {
  const words = useWords();
  const place = `${sheet}!${cell}`;
  const label = words(place.includes(children) ? "pane-go-to" : "pane-go-to-under", { place, text: children });
  return <LinkButton label={label} title={place} onClick={() => goTo(sheet, cell)}>{children}</LinkButton>;
}
