/**
 * Keeps what `make` answered, up to a total weight; then the oldest answers go first.
 * An answer that alone outweighs the limit is not kept.
 */
export function boundedCache<T>(limit: number, weigh: (value: T) => number): (key: string, make: () => T) => T {
  const kept = new Map<string, { value: T; weight: number }>();
  let total = 0;
  const makeRoom = (): void => {
    for (const [key, { weight }] of kept) {
      if (total <= limit) return;
      kept.delete(key);
      total -= weight;
    }
  };
  return (key, make) => {
    const hit = kept.get(key);
    if (hit !== undefined) return hit.value;
    const value = make();
    const weight = weigh(value);
    kept.set(key, { value, weight });
    total += weight;
    makeRoom();
    return value;
  };
}
