import type { PlainCell, Rect, Sheet } from "../../../workbook";
import { sheetFrom } from "../../snapshot/workbook-from";
import type { Question } from "../batch";
import { askForAttached } from "./attached-notes";
import { CHART_NAME } from "./decorate-sheet";
import { convertRow } from "../read/convert";
import { rectOfRange } from "../read/overview";

/** Our sheet as an earlier run left it and the user went on with it. */
export interface EarlierSheet {
  readonly item: Excel.Worksheet;
  /** null for an empty sheet. */
  readonly used: Rect | null;
  /** What stands there: the user's remarks are among it. */
  readonly content: Sheet | null;
  readonly charts: readonly Excel.Chart[];
  /** What the user attached to its cells; where it is attached, has to be asked for. null where this Excel does not tell. */
  readonly attached: ReturnType<ReturnType<typeof askForAttached>> | null;
}

/** What a rewriting would like to know, and can do without. */
export interface Further {
  readonly charts: boolean;
  readonly notes: boolean;
}

/** Asks for all that a rewriting needs to know of the sheet with that name. */
export function askForEarlier(context: Excel.RequestContext, name: string, further: Further): Question<EarlierSheet> {
  return () => {
    const item = context.workbook.worksheets.getItem(name);
    const range = item.getUsedRangeOrNullObject(true);
    range.load("rowIndex,columnIndex,rowCount,columnCount,values,formulas,text,numberFormat");
    const charts = further.charts ? chartsOf(item) : null;
    charts?.load("items/name");
    const attached = further.notes ? askForAttached(item) : null;
    return () => {
      const used = rectOfRange(range);
      return { item, used, content: used && contentOf(name, range, used), charts: charts?.items.filter((chart) => CHART_NAME.test(chart.name)) ?? [], attached: attached?.() ?? null };
    };
  };
}

function chartsOf({ charts }: Excel.Worksheet): Excel.ChartCollection {
  return charts;
}

function contentOf(name: string, range: Excel.Range, used: Rect): Sheet {
  const cells = new Map<number, PlainCell>();
  for (let row = 0; row <= used.bottom - used.top; row++) convertRow(range, used, row, cells);
  return sheetFrom({ name, visibility: "visible", cells, merges: [], hiddenRows: new Set(), hiddenColumns: new Set(), notes: new Map(), marker: null });
}
