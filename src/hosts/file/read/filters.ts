import { MAX_ROWS, parseAreaName, type Rect } from "../../../workbook";
import { isTrue, type Attributes } from "../package/xml";

/** What a filtered column is filtered by. A column without any of these only has, or hides, its button. */
const CONDITIONS = new Set(["filters", "customFilters", "top10", "dynamicFilter", "colorFilter", "iconFilter"]);
/** Other users' views of a sheet have filters of their own. */
const OTHER_VIEWS = "customSheetViews";

/** Listens for filters in the part of a sheet or a table. */
export class Filters {
  private readonly found: Rect[] = [];
  private area: Rect | null = null;
  private isOther = false;
  private isFiltered = false;

  /** The areas that a filter is at work on, without the row of its heads. One that a user typed conditions for elsewhere may be anywhere. */
  get areas(): readonly Rect[] {
    return this.found.length === 0 && this.isFiltered ? [{ top: 1, left: 1, bottom: MAX_ROWS, right: 1 }] : this.found;
  }

  open(name: string, attributes: Attributes): void {
    if (name === OTHER_VIEWS) this.isOther = true;
    else if (this.isOther) return;
    else if (name === "sheetPr") this.isFiltered = isTrue(attributes["filterMode"]);
    else if (name === "autoFilter") this.area = parseAreaName(attributes["ref"] ?? "");
    else if (this.area && CONDITIONS.has(name)) {
      this.found.push({ ...this.area, top: this.area.top + 1 });
      this.area = null;
    }
  }

  close(name: string): void {
    if (name === OTHER_VIEWS) this.isOther = false;
    else if (name === "autoFilter") this.area = null;
  }
}
