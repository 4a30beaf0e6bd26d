import type { CSSProperties } from "react";
import type { ShownCell } from "./outline";

/** Points of the usual font. */
const USUAL_SIZE = 11;
const LARGEST_SIZE = 28;

const JUSTIFY = { left: "flex-start", center: "center", right: "flex-end" } as const;
const ALIGN = { top: "flex-start", center: "center", bottom: "flex-end" } as const;

/** On which side a cell's text stands: where its style says, otherwise by what it is. */
export function sideOf({ look, kind }: Pick<ShownCell, "look" | "kind">): "left" | "center" | "right" {
  return look?.horizontal ?? (kind === "number" ? "right" : kind === "other" ? "center" : "left");
}

/** The look of the user's cell. Colours go into variables, because a dark page uses them otherwise. */
export function styleOf(cell: ShownCell): CSSProperties {
  const { look } = cell;
  const side = sideOf(cell);
  return {
    justifyContent: JUSTIFY[side],
    textAlign: side,
    alignItems: ALIGN[look?.vertical ?? "bottom"],
    ...(look?.bold && { fontWeight: 600 }),
    ...(look?.italic && { fontStyle: "italic" }),
    ...(look?.size && look.size !== USUAL_SIZE && { fontSize: `${Math.min(look.size, LARGEST_SIZE) / USUAL_SIZE}em` }),
    ...(look?.fill && { "--fill": `#${look.fill}` }),
    ...(look?.color && { "--ink": `#${look.color}` }),
    ...(look?.wrap && { whiteSpace: "pre-wrap", overflowWrap: "anywhere" })
  } as CSSProperties;
}
