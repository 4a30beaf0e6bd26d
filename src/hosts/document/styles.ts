import { parseXml, type Attributes } from "../file/package/xml";
import { prefixedAttribute } from "../file/package/xml";

interface Style {
  basedOn: string | null;
  /** 0 for the highest; null where the style itself says nothing. */
  outline: number | null;
  hidden: boolean | null;
}

/** What of a document's styles matters for its text: which are headings, and which hide what is set in them. */
export class DocumentStyles {
  private readonly styles = new Map<string, Style>();

  constructor(part: string, bytes: Uint8Array | null) {
    if (bytes) this.read(part, bytes);
  }

  /** The level of a heading, 1 for the highest; null for any other style. */
  level(id: string | undefined): number | null {
    const outline = this.inherited(id, ({ outline }) => outline);
    return outline === null || outline > 8 || outline < 0 ? null : outline + 1;
  }

  isHidden(id: string | undefined): boolean {
    return this.inherited(id, ({ hidden }) => hidden) ?? false;
  }

  private inherited<T>(id: string | undefined, of: (style: Style) => T | null): T | null {
    const seen = new Set<string>();
    for (let at = id; at !== undefined && !seen.has(at);) {
      seen.add(at);
      const style = this.styles.get(at);
      if (!style) return null;
      const value = of(style);
      if (value !== null) return value;
      at = style.basedOn ?? undefined;
    }
    return null;
  }

  private read(part: string, bytes: Uint8Array): void {
    let style: Style | null = null;
    parseXml(part, bytes, {
      open: (name, attributes) => {
        const value = prefixedAttribute(attributes, "val");
        if (name === "style") this.styles.set(styleId(attributes), (style = { basedOn: null, outline: null, hidden: null }));
        else if (style === null) return;
        else if (name === "basedOn") style.basedOn = value ?? null;
        else if (name === "outlineLvl") style.outline = Number(value);
        else if (name === "vanish") style.hidden = !["0", "false", "off"].includes(value ?? "");
        // Built-in headings keep their English name in every language, and their level where the style does not state it.
        else if (name === "name") style.outline ??= /^heading [1-9]$/i.test(value ?? "") ? Number(value!.slice(-1)) - 1 : null;
      },
      close: (name) => {
        if (name === "style") style = null;
      }
    });
  }
}

function styleId(attributes: Attributes): string {
  return prefixedAttribute(attributes, "styleId") ?? "";
}
