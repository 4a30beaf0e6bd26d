import { say } from "../../messages";
import { allTables } from "../../tables/tables";
import { keyToRowColumn, rectContains } from "../../workbook";
import { finding } from "../finding";
import type { Rule } from "../rule";
import { firstCell } from "../views/tables";

/** Formulas of the tables that read other workbooks; without one of those, the workbook's links. */
export const externalLinks: Rule = {
  meta: {
    id: "external-links", severity: "warning", group: "workbook", title: "external-links-title", basis: ["excel", "question"],
    relations: { ground: "link" }
  },
  *check(context) {
    let found = false;
    for (const sheet of context.workbook.sheets) {
      const tables = allTables(context.tables).filter((table) => table.sheet === sheet.name);
      for (const { key, formula } of tables.length === 0 ? [] : sheet.formulas()) {
        if (!formula.includes("[")) continue;
        const { row, column } = keyToRowColumn(key);
        const table = tables.find(({ rect }) => rectContains(rect, row, column));
        if (!table || !readsOtherWorkbook(formula)) continue;
        found = true;
        const at = { sheet: sheet.name, row, column };
        yield finding(this.meta, at, {
          message: () => say("external-links", { formula: withNames(formula, context.workbook.externalLinks) }),
          basis: say("basis-link"),
          subject: { table: table.kind, row: context.arithmetic.at(at)?.meaning.row ?? "", column: "link" },
          actual: sheet.cells.get(key)!.text
        });
      }
    }
    if (found || context.workbook.externalLinks.length === 0) return;
    yield finding(this.meta, firstCell(context), {
      message: () => say("external-links-workbook", { links: context.workbook.externalLinks.map(fileNameOf).join("、") }),
      basis: say("basis-link"),
      subject: { table: "workbook", row: "", column: "link" }
    });
  }
};

/** "[1]Sheet!A1", "'C:\[book.xlsx]Sheet'!A1"; a bracket inside a text or a table reference is none. */
function readsOtherWorkbook(formula: string): boolean {
  return /(?:^|[^A-Za-z0-9_\]])\[[^\]@#]+\][^!"]*!/.test(formula.replace(/"(?:[^"]|"")*"/g, "\"\"")) || /'[^']*\[[^\]]+\][^']*'!/.test(formula);
}

/** The formula as Excel shows it: files keep the other workbook as a number. A bracket inside a text or a table reference is none. */
function withNames(formula: string, links: readonly string[]): string {
  return formula.split(/("(?:[^"]|"")*")/).map((part, i) => (i % 2 === 1 ? part : part.replace(/(?<![\p{L}\p{N}_.\]])\[(\d+)\]/gu, (whole, number: string) => {
    const link = links[Number(number) - 1];
    return link === undefined ? whole : `[${fileNameOf(link)}]`;
  }))).join("");
}

/** Only the file's name: the rest of a path says where somebody keeps their files. */
function fileNameOf(link: string): string {
  const name = link.split(/[\\/]/).pop() ?? link;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
