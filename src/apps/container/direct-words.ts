import type { Process } from '../../model/process.js';

/** A manager that is told of another folder or package: `npm --prefix server start`. */
const ELSEWHERE = / (?:--prefix|--cwd|--dir|--filter|--workspace|-C|-w|-F)\b|\byarn workspace /;

/**
 * The words that start a program itself, in the place of the package manager that does; undefined where the manager does
 * more: it sets variables, goes to another folder, or runs something first. `before`: what the start command runs first.
 */
export function directWords({ steps, program }: Process, before: readonly Process[]): readonly string[] | undefined {
  const words = program.words.map((word) => word ?? '…');
  const last = steps.at(-1);
  const inManifest = last?.at.file.endsWith('package.json') === true;
  if (inManifest && !last.words.endsWith(` \`${words.join(' ')}\``)) return undefined;
  // Words that no shell reads would not be expanded.
  if (steps.some((step) => step.words.includes('$') || ELSEWHERE.test(step.words))) return undefined;
  if (before.some(({ at }) => at.file === last?.at.file && at.file.endsWith('package.json'))) return undefined;
  const [name = '', ...rest] = words;
  return [RUNTIMES.has(name) ? name : `node_modules/.bin/${name}`, ...rest];
}

/** Programs that are in the PATH; any other is that of a package. */
const RUNTIMES = new Set(['node', 'python', 'bun', 'deno']);
