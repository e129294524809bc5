import picomatch from 'picomatch';

/** Whether a path matches one of the patterns; a pattern without wildcards also means all that lies below it. */
export function matcher(patterns: readonly string[]): (path: string) => boolean {
  const matches = picomatch([...patterns], { dot: true, nonegate: true, noextglob: true });
  return (path) =>
    patterns.some((pattern) => path === pattern || path.startsWith(`${pattern.replace(/(?<!\/)\/+$/, '')}/`)) ||
    matches(path);
}
