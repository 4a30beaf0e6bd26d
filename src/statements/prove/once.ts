/** Computes something of an object once, however often it is asked for; what else it takes must be the same for the object. */
export function oncePer<K extends object, R extends unknown[], T>(compute: (key: K, ...rest: R) => T): (key: K, ...rest: R) => T {
  const known = new WeakMap<K, { readonly value: T }>();
  return (key, ...rest) => {
    let entry = known.get(key);
    if (!entry) known.set(key, (entry = { value: compute(key, ...rest) }));
    return entry.value;
  };
}
