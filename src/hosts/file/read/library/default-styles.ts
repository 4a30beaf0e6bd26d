/** A tag of a table in an .ods, whatever it calls the namespace: prefix, name, attributes, the end of the tag. */
const TAG = /<([\w.-]+:)?(table|table-column|table-row|table-cell|covered-table-cell)((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;
/** The style of cells that nothing was said of. */
const PLAIN = "Default";

/**
 * The content of an .ods with a style at each cell that has its own from its row or column (LibreOffice and WPS write it there, where all
 * cells are alike): the library looks for it at the cell alone, and would not know how the number is shown.
 */
export function withDefaultStyles(content: Uint8Array): Uint8Array {
  const xml = new TextDecoder().decode(content);
  if (!/default-cell-style-name\s*=\s*["'](?!Default["'])/.test(xml)) return content;
  let columns: { upTo: number; style: string | null }[] = [];
  let rowStyle: string | null = null;
  let column = 0;
  const changed = xml.replace(TAG, (tag, prefix: string | undefined, name: string, attributes: string, end: string) => {
    const count = Number(attributeIn(attributes, "number-columns-repeated") ?? 1);
    const own = attributeIn(attributes, "default-cell-style-name");
    const style = own === PLAIN ? null : own;
    switch (name) {
      case "table":
        columns = [];
        return tag;
      case "table-column":
        columns.push({ upTo: (columns.at(-1)?.upTo ?? 0) + count, style });
        return tag;
      case "table-row":
        rowStyle = style;
        column = 0;
        return tag;
      default: {
        const inherited = rowStyle ?? columns.find(({ upTo }) => column < upTo)?.style ?? null;
        column += count;
        const isStyled = inherited === null || attributeIn(attributes, "style-name") !== null || attributeIn(attributes, "value-type") === null;
        return isStyled ? tag : `<${prefix ?? ""}${name}${attributes} ${prefix ?? ""}style-name="${inherited}"${end}>`;
      }
    }
  });
  return new TextEncoder().encode(changed);
}

/** As it stands in the tag, with its entities. */
function attributeIn(attributes: string, name: keyof typeof ATTRIBUTES): string | null {
  return ATTRIBUTES[name].exec(attributes)?.slice(1).find((text) => text !== undefined) ?? null;
}

const attribute = (name: string): RegExp => new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
const ATTRIBUTES = {
  "number-columns-repeated": attribute("number-columns-repeated"), "default-cell-style-name": attribute("default-cell-style-name"), "style-name": attribute("style-name"), "value-type": attribute("value-type")
};
