import { read as readXlsx, utils } from "@e965/xlsx";
import { cellName, keyToRowColumn } from "../../src/workbook";
import { build, writeXlsx, type Built } from "../generator";
import { variety } from "../generator/variety";
import { specLabel } from "../matrix/measure";
import { OFFICE_TIMEOUT, throughOffice } from "./through-office";

/** Without stored values LibreOffice has to compute them. */
const bytes = ({ draft, spec }: Built): Uint8Array =>
  writeXlsx(draft, { inlineStrings: spec.seed % 2 === 0, sharedFormulas: spec.seed % 3 !== 0, withoutValues: true });

/** The cells that LibreOffice computed otherwise than the generator. */
function differences({ draft, spec }: Built, computed: Uint8Array): string[] {
  const office = readXlsx(computed, { cellNF: false });
  return draft.toWorkbook().sheets.flatMap((sheet) => [...sheet.cells].flatMap(([key, cell]) => {
    const { row, column } = keyToRowColumn(key);
    const found = (office.Sheets[sheet.name]?.[utils.encode_cell({ r: row - 1, c: column - 1 })] as { v?: unknown } | undefined)?.v ?? null;
    const same = typeof cell.value === "number" && typeof found === "number"
      ? Math.abs(cell.value - found) < 1e-9 : typeof cell.value === "string"
        ? String(found).replace(/\s/g, "") === cell.value.replace(/\s/g, "") : cell.value === found;
    return same ? [] : [`${specLabel(spec)} ${sheet.name}!${cellName(row, column)} ${cell.formula} stored ${JSON.stringify(cell.value)}, LibreOffice ${JSON.stringify(found)}`];
  }));
}

test("LibreOffice computes what the generator stored", async () => {
  const built = new Map(variety().map((spec) => [specLabel(spec), build(spec)]));
  const computed = await throughOffice(new Map([...built].map(([name, each]) => [name, bytes(each)])));
  expect([...built].flatMap(([name, each]) => differences(each, computed.get(name)!)).slice(0, 20)).toEqual([]);
}, OFFICE_TIMEOUT);
