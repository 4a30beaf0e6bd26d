/** The parts of plain data that another language tells otherwise: a text, or by key (of a list by index) what differs. */
export type Retelling = { readonly whole: unknown } | { readonly parts: Readonly<Record<string, Retelling>> };

/** What makes `to` of `from`; null where they say the same. Both are plain data, told of the same things. */
export function retellingOf(from: unknown, to: unknown): Retelling | null {
  if (Object.is(from, to)) return null;
  if (!isComposed(from) || !isComposed(to) || Array.isArray(from) !== Array.isArray(to)) return { whole: to };
  const keys = Object.keys(to);
  if (keys.length !== Object.keys(from).length || keys.some((key) => !(key in from))) return { whole: to };
  const parts = keys.flatMap((key) => {
    const part = retellingOf(from[key], to[key]);
    return part ? [[key, part] as const] : [];
  });
  return parts.length === 0 ? null : { parts: Object.fromEntries(parts) };
}

/** The data as the other language tells it; what both tell alike is the same object. */
export function retold<T>(told: T, retelling: Retelling | null): T {
  if (!retelling) return told;
  if ("whole" in retelling) return retelling.whole as T;
  const copy = (Array.isArray(told) ? [...told as unknown[]] : { ...told }) as Record<string, unknown>;
  for (const [key, part] of Object.entries(retelling.parts)) copy[key] = retold(copy[key], part);
  return copy as T;
}

function isComposed(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
