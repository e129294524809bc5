const names = new Set<string>();

/** Notes that a parser's chunk is loaded: it takes most of the time of a short run. */
export function parserLoaded(name: string): void {
  names.add(name);
}

/** The parsers that this process has loaded so far, in order. */
export function loadedParsers(): readonly string[] {
  return [...names];
}
