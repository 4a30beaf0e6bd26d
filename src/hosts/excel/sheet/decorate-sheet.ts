import type { CellValidation, ChartSeries, SheetChart, SheetDescription, WrittenSheet } from "../../../workbook";
import { pageBreaks } from "../../../workbook/on-paper/page-breaks";
import { applyConditionalStyle } from "./sheet-styles";

/** One thing that makes up the sheet; each can be drawn by itself, and again. */
export interface Step {
  /** What is missing without it, for the user; null for what goes without saying. */
  readonly part: WrittenSheet["omitted"][number] | null;
  readonly draw: () => void;
}

/** Charts of ours are known by their names, so that a later run draws them anew. */
export const CHART_NAME = /^hebiao-\d+$/;

/** Bars and colours that follow the numbers, lists to choose from, charts in place of the former ones, and the page. */
export function decorations(target: Excel.Worksheet, sheet: SheetDescription, columns: string, formerCharts: readonly Excel.Chart[]): Step[] {
  const { charts = [] } = sheet;
  const steps: Step[] = [
    { part: "dataBars", draw: () => drawConditionals(target, sheet, columns) },
    { part: "validations", draw: () => setValidations(target, sheet, columns) },
    { part: "printLayout", draw: () => layOutPage(target, sheet) }
  ];
  if (charts.length + formerCharts.length > 0) steps.push({ part: "charts", draw: () => {
    for (const chart of formerCharts) chart.delete();
    charts.forEach((chart, index) => drawChart(target, chart, index + 1));
  } });
  return steps;
}

function drawConditionals(target: Excel.Worksheet, { conditionals = [], dataBars = [] }: SheetDescription, columns: string): void {
  target.getRange(columns).conditionalFormats.clearAll();
  for (const { range, formula, style } of conditionals) {
    const { custom } = target.getRange(range).conditionalFormats.add("Custom");
    custom.rule.formula = formula;
    applyConditionalStyle(custom.format, style);
  }
  for (const { range, least, most, color } of dataBars) {
    const { dataBar } = target.getRange(range).conditionalFormats.add("DataBar");
    dataBar.positiveFormat.fillColor = `#${color}`;
    dataBar.positiveFormat.gradientFill = false;
    dataBar.lowerBoundRule = { type: "Number", formula: String(least) };
    dataBar.upperBoundRule = { type: "Number", formula: String(most) };
  }
}

function setValidations(target: Excel.Worksheet, { validations = [] }: SheetDescription, columns: string): void {
  target.getRange(columns).dataValidation.clear();
  for (const validation of validations) for (const area of validation.range.split(" ")) validate(target.getRange(area).dataValidation, validation);
}

function validate(on: Excel.DataValidation, { rule, prompt, error }: CellValidation): void {
  on.rule = ruleOf(rule);
  if (prompt) on.prompt = { showPrompt: true, title: prompt.title, message: prompt.text };
  if (error) on.errorAlert = { showAlert: true, style: error.warn ? "Warning" : "Stop", title: error.title, message: error.text };
}

function ruleOf(rule: CellValidation["rule"]): Excel.DataValidationRule {
  switch (rule.kind) {
    case "list": return { list: { inCellDropDown: true, source: rule.values.join(",") } };
    case "formula": return { custom: { formula: rule.formula } };
    default: {
      const { kind, least, most } = rule;
      const limits: Excel.BasicDataValidation = most === undefined
        ? { formula1: least, operator: "GreaterThanOrEqualTo" } : { formula1: least, formula2: most, operator: "Between" };
      return kind === "whole" ? { wholeNumber: limits } : { decimal: limits };
    }
  }
}

function layOutPage(target: Excel.Worksheet, sheet: SheetDescription): void {
  const { print, tabColor, autofilter } = sheet;
  const { pageLayout } = target;
  pageLayout.orientation = print?.orientation === "portrait" ? "Portrait" : "Landscape";
  pageLayout.paperSize = "A4";
  pageLayout.zoom = { horizontalFitToPages: 1 };
  pageLayout.centerHorizontally = true;
  pageLayout.headersFooters.defaultForAllPages.leftFooter = "&A";
  pageLayout.headersFooters.defaultForAllPages.rightFooter = "&P / &N";
  if (print?.area) pageLayout.setPrintArea(print.area);
  if (print?.titleRows) pageLayout.setPrintTitleRows(`$${print.titleRows[0]}:$${print.titleRows[1]}`);
  target.horizontalPageBreaks.removePageBreaks();
  for (const row of pageBreaks(sheet)) target.horizontalPageBreaks.add(`A${row}`);
  if (tabColor) target.tabColor = `#${tabColor}`;
  if (autofilter) target.autoFilter.apply(autofilter);
}

function drawChart(target: Excel.Worksheet, { kind, title, series, over, format }: SheetChart, number: number): void {
  const bars = kind === "bars";
  const chart = target.charts.add(bars ? "BarClustered" : "ColumnClustered", target.getRange(series[0]!.values), "Columns");
  chart.name = `hebiao-${number}`;
  chart.title.text = title;
  const [first = over, last = first] = over.split(":");
  chart.setPosition(first, last);
  series.forEach((each, index) => fill(target, index === 0 ? chart.series.getItemAt(0) : chart.series.add(each.name), each, format));
  chart.legend.visible = series.length > 1;
  chart.legend.position = "Bottom";
  chart.axes.valueAxis.minimum = 0;
  chart.axes.valueAxis.numberFormat = format;
  // Excel draws the first row of a bar chart at the bottom.
  if (bars) chart.axes.categoryAxis.reversePlotOrder = true;
}

function fill(target: Excel.Worksheet, on: Excel.ChartSeries, { name, categories, values, color }: ChartSeries, format: string): void {
  on.name = name;
  on.setValues(target.getRange(values));
  on.setXAxisValues(target.getRange(categories));
  on.format.fill.setSolidColor(`#${color}`);
  on.hasDataLabels = true;
  on.dataLabels.numberFormat = format;
}
