import type { CellValidation, DataBar, SheetDescription } from "../../../workbook";
import { storeFormula } from "../package/functions";
import type { StyleWriter } from "./styles";
import { escapeXml } from "../package/xml-write";

/** Excel's bounds on the texts of a validation. */
const MAX_TITLE = 32;
const MAX_MESSAGE = 255;

/** Everything but unlocked cells is kept; sizes, sorting and filters stay the user's. */
export const PROTECTION = '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>';

const X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";

/** Conditional formats: styles first, then bars. */
export function conditionalsXml({ conditionals = [], dataBars = [] }: SheetDescription, styles: StyleWriter): string {
  let priority = 0;
  const byFormula = conditionals.map(({ range, formula, style }) =>
    `<conditionalFormatting sqref="${range}"><cfRule type="expression" dxfId="${styles.differential(style)}" priority="${++priority}">` +
    `<formula>${escapeXml(storeFormula(formula))}</formula></cfRule></conditionalFormatting>`);
  const bars = dataBars.map((bar, index) =>
    `<conditionalFormatting sqref="${bar.range}"><cfRule type="dataBar" priority="${++priority}"><dataBar>` +
    `<cfvo type="num" val="${bar.least}"/><cfvo type="num" val="${bar.most}"/><color rgb="FF${bar.color}"/></dataBar>` +
    `<extLst><ext xmlns:x14="${X14}" uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}"><x14:id>${barId(index)}</x14:id></ext></extLst>` +
    "</cfRule></conditionalFormatting>");
  return byFormula.join("") + bars.join("");
}

/** What Excel 2010 and later know of bars: one plain colour, and no bar longer than the cell. */
export function extensionsXml({ dataBars = [] }: SheetDescription): string {
  if (dataBars.length === 0) return "";
  const limit = (value: number) => `<x14:cfvo type="num"><xm:f>${value}</xm:f></x14:cfvo>`;
  const bars = dataBars.map(({ range, least, most }: DataBar, index) =>
    '<x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">' +
    `<x14:cfRule type="dataBar" id="${barId(index)}"><x14:dataBar minLength="0" maxLength="100" gradient="0">${limit(least)}${limit(most)}` +
    `<x14:negativeFillColor rgb="FFC0504D"/><x14:axisColor rgb="FF808080"/></x14:dataBar></x14:cfRule><xm:sqref>${range}</xm:sqref></x14:conditionalFormatting>`);
  return `<extLst><ext xmlns:x14="${X14}" uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}">` +
    `<x14:conditionalFormattings>${bars.join("")}</x14:conditionalFormattings></ext></extLst>`;
}

/** Ties a rule to its extension; only has to be unique within the sheet. */
function barId(index: number): string {
  return `{5D2C1A0E-6A37-4B0B-9E64-${(index + 1).toString(16).toUpperCase().padStart(12, "0")}}`;
}

export function validationsXml(validations: readonly CellValidation[]): string {
  if (validations.length === 0) return "";
  return `<dataValidations count="${validations.length}">${validations.map(validationXml).join("")}</dataValidations>`;
}

function validationXml({ range, rule, prompt, error }: CellValidation): string {
  const texts = (kind: "prompt" | "error", { title, text }: { title: string; text: string }): string =>
    ` ${kind}Title="${escapeXml(title.slice(0, MAX_TITLE))}" ${kind}="${escapeXml(text.slice(0, MAX_MESSAGE))}"`;
  const [type, formulas] = ruleXml(rule);
  return `<dataValidation type="${type}"${error?.warn ? ' errorStyle="warning"' : ""}` +
    `${rule.kind !== "list" && rule.kind !== "formula" && rule.most === undefined ? ' operator="greaterThanOrEqual"' : ""} allowBlank="1"` +
    `${prompt ? ' showInputMessage="1"' : ""} showErrorMessage="1"${error ? texts("error", error) : ""}${prompt ? texts("prompt", prompt) : ""}` +
    ` sqref="${range}">${formulas}</dataValidation>`;
}

function ruleXml(rule: CellValidation["rule"]): [string, string] {
  switch (rule.kind) {
    case "list": return ["list", `<formula1>${escapeXml(`"${rule.values.join(",").replace(/"/g, '""')}"`)}</formula1>`];
    case "formula": return ["custom", `<formula1>${escapeXml(storeFormula(rule.formula))}</formula1>`];
    default: return [rule.kind, `<formula1>${rule.least}</formula1>${rule.most === undefined ? "" : `<formula2>${rule.most}</formula2>`}`];
  }
}

/** A4, as wide as the page and as long as it takes, with its number on each page. */
export function pageXml(orientation: "portrait" | "landscape"): string {
  return '<printOptions horizontalCentered="1"/>' +
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/>` +
    "<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>";
}

/** Pages that begin at a row: a break is known by the row above it. */
export function breaksXml(rows: readonly number[]): string {
  if (rows.length === 0) return "";
  const breaks = rows.map((row) => `<brk id="${row - 1}" max="16383" man="1"/>`);
  return `<rowBreaks count="${rows.length}" manualBreakCount="${rows.length}">${breaks.join("")}</rowBreaks>`;
}
