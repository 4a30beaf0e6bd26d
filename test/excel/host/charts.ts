import type { BookSheet } from "./book";
import { Recorded, type Thing, type World } from "./objects";
import { Refusal } from "./refusal";

interface Chart {
  name: string;
}

/** The charts of each sheet: that they are there and what they are called; their looks are recorded. */
const CHARTS = new WeakMap<BookSheet, Chart[]>();

export function chartsOf(sheet: BookSheet): Chart[] {
  const charts = CHARTS.get(sheet) ?? [];
  CHARTS.set(sheet, charts);
  return charts;
}

export class ChartsThing extends Recorded {
  constructor(world: World, private readonly sheet: BookSheet) {
    super(world, sheet.log, "Charts", sheet.name);
  }

  override items(): readonly Thing[] {
    return chartsOf(this.sheet).map((chart) => new ChartThing(this.world, this.sheet, chart));
  }

  override step(name: string, values: readonly unknown[]): Thing {
    const charts = chartsOf(this.sheet);
    if (name === "Add") {
      const chart = { name: `图表 ${charts.length + 1}` };
      charts.push(chart);
      this.sheet.log.push(`Charts.Add(${values.map(String).join(",")})`);
      return new ChartThing(this.world, this.sheet, chart);
    }
    const found = charts.find((chart) => chart.name === String(values[0]));
    if (!found) throw new Refusal("ItemNotFound");
    return new ChartThing(this.world, this.sheet, found);
  }
}

class ChartThing extends Recorded {
  constructor(world: World, private readonly sheet: BookSheet, private readonly chart: Chart) {
    super(world, sheet.log, `Chart(${chart.name})`, sheet.name);
  }

  override identity(): Record<string, unknown> {
    return { _Id: this.chart.name, Id: this.chart.name };
  }

  override get(name: string): unknown {
    return name === "Name" ? this.chart.name : super.get(name);
  }

  override set(name: string, value: unknown): void {
    if (name === "Name") this.chart.name = String(value);
    else super.set(name, value);
  }

  override call(name: string, values: readonly unknown[]): unknown {
    if (name !== "Delete") return super.call(name, values);
    const charts = chartsOf(this.sheet);
    charts.splice(charts.indexOf(this.chart), 1);
    return null;
  }
}
