import { Link, makeStyles, tokens } from "@fluentui/react-components";
import type { MouseEvent } from "react";

const useStyles = makeStyles({
  link: {
    overflowWrap: "anywhere",
    textAlign: "left",
    fontSize: "inherit",
    lineHeight: "inherit",
    fontVariantNumeric: "tabular-nums",
    borderRadius: tokens.borderRadiusSmall,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px", textDecorationLine: "none" },
    // With forced colours nothing else tells a link from text.
    "@media (forced-colors: active)": { textDecorationLine: "underline" }
  }
});

interface LinkButtonProps {
  /** For those who hear it; it contains the text. The text alone where left out. */
  readonly label?: string;
  readonly title?: string;
  readonly onClick: (event: MouseEvent<HTMLElement>) => void;
  readonly children: string;
}

/** A button amid text. */
export function LinkButton({ label, title, onClick, children }: LinkButtonProps) {
  return <Link as="button" className={useStyles().link} aria-label={label} title={title} onClick={onClick}>{children}</Link>;
}
