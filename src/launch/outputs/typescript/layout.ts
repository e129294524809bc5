import { childOf, liesWithin, join, parent } from '../../../repository/paths.js';
import type { MadeFile, Making } from '../making.js';
import type { Inputs } from './inputs.js';
import type { CompilerOptions } from './project.js';

/**
 * What a compiler begins the layout of its output with, where `rootDir` is not set. `common`: the folder all its inputs
 * have in common (TypeScript 5 and before). `project`: that of tsconfig.json (TypeScript 6 and later). Measured with
 * 4.9.5, 5.9.3, 6.0.3 and 7.0.2, November 2026; see docs/builders.md.
 */
export type LayoutRoot = 'common' | 'project';

/** Where the compiler writes its inputs to. */
export interface Layout {
  options: CompilerOptions;
  folder: string;
  inputs: Inputs;
  /** One of these, where the version is not known. */
  roots: readonly LayoutRoot[];
}

/** The files that a compiler writes. */
export function laidOut(layout: Layout): Making {
  const { options } = layout;
  const { outDir, outFile } = options;
  if (options.noEmit === true || options.emitDeclarationOnly === true) return {};
  if (outDir === null || outFile === null || options.rootDir === null) return {};
  if (outFile !== undefined) return { files: [{ path: outFile }] };
  const variants = rootsOf(layout).map((root) => filesUnder(layout, root));
  const [first = [], ...others] = variants;
  const paths = others.map((files) => new Set(files.map(({ path }) => path)));
  const isSure = ({ path }: MadeFile): boolean => paths.every((each) => each.has(path));
  const files = first.filter(isSure);
  const likely = variants.flat().filter((each) => !isSure(each) || !files.some(({ path }) => path === each.path));
  // Where inputs are missing, any of their common folders is possible.
  if (layout.inputs.open) return { likely: [...files, ...likely], folders: outDir === undefined ? [] : [outDir] };
  return { files, likely };
}

function rootsOf({ options, folder, inputs, roots }: Layout): readonly string[] {
  if (options.rootDir !== undefined && options.rootDir !== null) return [options.rootDir];
  if (options.composite === true || options.outDir === undefined) return [folder];
  const common = commonFolder([...inputs.sources, ...inputs.json]);
  return [...new Set(roots.map((root) => (root === 'common' ? common : folder)))];
}

function commonFolder(files: readonly string[]): string {
  const [first, ...others] = files.map(parent);
  let common = first ?? '';
  for (const each of others) while (!liesWithin(each, common)) common = parent(common);
  return common;
}

function filesUnder({ options, inputs }: Layout, root: string): readonly MadeFile[] {
  const { outDir } = options;
  const written = outDir === undefined || outDir === null ? inputs.sources : [...inputs.sources, ...inputs.json];
  return written.flatMap((source) => {
    if (!liesWithin(source, root)) return [];
    const relative = root === '' ? source : source.slice(root.length + 1);
    const path = join(
      '',
      compiledName(outDir === undefined || outDir === null ? source : childOf(outDir, relative), options),
    );
    return path === undefined || path === source ? [] : [{ path, source }];
  });
}

function compiledName(path: string, { jsx }: CompilerOptions): string {
  const keepsJsx = jsx === 'preserve';
  return path
    .replace(/\.tsx$/, keepsJsx ? '.jsx' : '.js')
    .replace(/\.jsx$/, keepsJsx ? '.jsx' : '.js')
    .replace(/\.([cm]?)ts$/, '.$1js');
}
