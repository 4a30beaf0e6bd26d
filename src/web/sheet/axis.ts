/**
 * The rows or the columns of a sheet laid out one after the other, in pixels. Most have the default size; only the others
 * are listed, so that a million rows cost nothing. Items count from 1.
 */
export class Axis {
  private readonly items: Float64Array;
  private readonly sizes: Float64Array;
  /** How much further right (or down) everything behind the n-th listed item stands than with default sizes alone. */
  private readonly shifts: Float64Array;
  readonly length: number;

  /** `sizes` lists items of another size than the default; 0 hides. */
  constructor(readonly count: number, private readonly defaultSize: number, sizes: ReadonlyMap<number, number>) {
    this.items = Float64Array.from([...sizes.keys()].filter((item) => item >= 1 && item <= count)).sort();
    this.sizes = this.items.map((item) => sizes.get(item)!);
    this.shifts = new Float64Array(this.items.length + 1);
    this.sizes.forEach((size, index) => {
      this.shifts[index + 1] = this.shifts[index]! + size - defaultSize;
    });
    this.length = count * defaultSize + this.shifts[this.items.length]!;
  }

  /** Where the item begins. */
  start(item: number): number {
    return (item - 1) * this.defaultSize + this.shifts[this.listedBefore(item)]!;
  }

  size(item: number): number {
    const index = this.listedBefore(item);
    return this.items[index] === item ? this.sizes[index]! : this.defaultSize;
  }

  /** How far from the beginning of the first to the end of the last. */
  span(first: number, last: number): number {
    return this.start(last + 1) - this.start(first);
  }

  /** The shown item at a distance from the beginning; the first or last one beyond the ends. */
  at(distance: number): number {
    let low = 1;
    let high = this.count;
    while (low < high) {
      const middle = Math.floor((low + high + 1) / 2);
      if (this.start(middle) <= distance) low = middle;
      else high = middle - 1;
    }
    // Hidden items begin where the shown one before them ends.
    return this.size(low) > 0 ? low : this.next(low, -1) ?? this.next(low, 1) ?? 1;
  }

  /** The nearest shown item in that direction, or null. */
  next(item: number, direction: 1 | -1): number | null {
    let next = item + direction;
    while (next >= 1 && next <= this.count && this.size(next) === 0) next += direction;
    return next >= 1 && next <= this.count ? next : null;
  }

  /** The run of hidden items right before this one, or null. */
  hiddenBefore(item: number): { first: number; last: number } | null {
    let first = item;
    while (first > 1 && this.size(first - 1) === 0) first--;
    return first === item ? null : { first, last: item - 1 };
  }

  /** How many listed items stand before this one. */
  private listedBefore(item: number): number {
    let low = 0;
    let high = this.items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.items[middle]! < item) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
