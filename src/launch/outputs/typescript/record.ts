import { baseName, childOf, join } from '../../../repository/paths.js';
import type { TypeScriptProject } from './project.js';

/**
 * Where an incremental build keeps its record, by which the next one leaves out what it wrote before, also where that is
 * gone by then (https://www.typescriptlang.org/tsconfig/#tsBuildInfoFile). Undefined: none, or not in the repository.
 */
export function recordOf({ file, options }: TypeScriptProject): string | undefined {
  if (options.incremental !== true && options.composite !== true) return undefined;
  const { tsBuildInfoFile, outFile, outDir, rootDir } = options;
  if (tsBuildInfoFile !== undefined) return tsBuildInfoFile ?? undefined;
  const name = file.replace(/\.json$/, '');
  if (typeof outFile === 'string') return `${outFile.replace(/\.[cm]?js$/, '')}${ENDING}`;
  if (typeof outDir !== 'string') return `${name}${ENDING}`;
  if (typeof rootDir !== 'string') return `${childOf(outDir, baseName(name))}${ENDING}`;
  // Above `rootDir`, it is as far above `outDir`.
  return join(outDir, `${relative(rootDir, name)}${ENDING}`);
}

const ENDING = '.tsbuildinfo';

function relative(folder: string, path: string): string {
  const from = folder === '' ? [] : folder.split('/');
  const to = path.split('/');
  let common = 0;
  while (common < from.length && from[common] === to[common]) common++;
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/');
}
