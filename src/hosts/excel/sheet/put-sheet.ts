import type { SheetDescription, WrittenSheet } from "../../../workbook";
import { ask } from "../batch";
import { CHART_NAME } from "./decorate-sheet";
import { looksOf, markSheet, writeContent, type Target } from "./fill-sheet";
import type { Step } from "./decorate-sheet";
import { codeOf, isFinal } from "../problem";
import type { SheetLayout } from "./sheet-layout";

type Part = WrittenSheet["omitted"][number];

/**
 * Puts content and looks on a sheet, all in one round trip where one request may carry the content. Excel ends a batch at the
 * first error: after one the content is written alone, then everything else by itself. Gives what could not be drawn;
 * rejects when the content could not be written.
 */
export async function putSheet(context: Excel.RequestContext, target: Target, sheet: SheetDescription, layout: SheetLayout): Promise<readonly Part[]> {
  const [first, ...further] = layout.rows;
  const mark: Step[] = target.isNew && sheet.marker !== "" ? [{ part: null, draw: () => markSheet(target.item, sheet.marker) }] : [];
  try {
    await draw(context, [...mark, content(target, layout, first!), ...further.length ? [] : looksOf(target, sheet, layout)]);
    for (const block of further) await draw(context, [content(target, layout, block)]);
    if (further.length) await draw(context, looksOf(target, sheet, layout));
    return [];
  } catch (error) {
    if (isFinal(error)) throw error;
  }
  for (const block of layout.rows) await draw(context, [content(target, layout, block)]);
  return drawEach(context, target, [...mark, ...looksOf({ ...target, charts: [] }, sheet, layout)]);
}

function content(target: Target, layout: SheetLayout, block: SheetLayout["rows"][number]): Step {
  return { part: null, draw: () => writeContent(target, layout, block) };
}

function draw(context: Excel.RequestContext, steps: readonly Step[]): Promise<void> {
  return ask(context, () => {
    for (const step of steps) step.draw();
    return () => undefined;
  });
}

/** The content is there: whatever fails now leaves the sheet poorer, not wrong. */
async function drawEach(context: Excel.RequestContext, target: Target, steps: readonly Step[]): Promise<readonly Part[]> {
  const omitted = new Set<Part>();
  let isOver = !(await removeCharts(context, target.item));
  for (const step of steps) {
    try {
      if (!isOver) await draw(context, [step]);
    } catch (error) {
      isOver = isFinal(error);
      // The batch that failed may have marked the sheet already.
      if (step.part !== null && codeOf(error) !== "ItemAlreadyExists") omitted.add(step.part);
      continue;
    }
    if (isOver && step.part !== null) omitted.add(step.part);
  }
  return [...omitted];
}

/** The batch that failed may have drawn some, or not have reached the former ones. Gives whether Excel can still be asked. */
async function removeCharts(context: Excel.RequestContext, { charts }: Excel.Worksheet): Promise<boolean> {
  try {
    charts.load("items/name");
    await context.sync();
    for (const chart of charts.items) if (CHART_NAME.test(chart.name)) chart.delete();
    await context.sync();
    return true;
  } catch (error) {
    return !isFinal(error);
  }
}
