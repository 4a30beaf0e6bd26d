/** So many results are remembered of one function, of texts not longer than that: heads, labels, marks and remarks, of several workbooks. */
const MOST_REMEMBERED = 2000;
const LONGEST_REMEMBERED = 300;

/**
 * The function, with what it gave of a text kept for the next time: finders, judgement and rules ask the same of the same heads and labels
 * again and again. Nobody may change what it gives.
 */
export function remembered<T extends NonNullable<unknown> | null>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = make(text);
    if (text.length > LONGEST_REMEMBERED) return made;
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(text, made);
    return made;
  };
}
