import standalone from 'ajv/dist/standalone/index.js';
import { build, type Metafile, type Plugin } from 'esbuild';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { ajv, validate } from '../../src/platforms/render/compiled-schema.js';
import { licencesText } from './licences.js';
import { PROJECT } from './project.js';
import { declarations } from './types.js';

/** What the program reads of package.json; the rest of it stays out of the bundle. */
const MANIFEST_FIELDS = ['name', 'version', 'homepage', 'bugs'];

/** CommonJS packages inside an ES module look these up when they run. */
const BANNER = [
  `import { createRequire as __lintDeployCreateRequire } from 'node:module';`,
  `import { fileURLToPath as __lintDeployToPath } from 'node:url';`,
  `import { dirname as __lintDeployDirname } from 'node:path';`,
  `const require = __lintDeployCreateRequire(import.meta.url);`,
  `const __filename = __lintDeployToPath(import.meta.url);`,
  `const __dirname = __lintDeployDirname(__filename);`,
].join('');

/** Read at run time by the chunk beside them (src/syntax/python-parser.ts); no code refers to them by import. */
const WASM = [
  'node_modules/web-tree-sitter/web-tree-sitter.wasm',
  'node_modules/tree-sitter-python/tree-sitter-python.wasm',
];

/**
 * Everything that `dist` holds, by path with `/`: program, API, chunks, types and licences.
 * The same sources and packages give the same bytes, wherever the result is written.
 */
export async function bundleFiles(): Promise<Map<string, string | Uint8Array>> {
  const [{ outputs, metafile }, types] = await Promise.all([program(), declarations()]);
  const files = new Map<string, string | Uint8Array>([...outputs, ...types]);
  for (const file of WASM) files.set(`chunks/${basename(file)}`, readFileSync(join(PROJECT, file)));
  files.set('THIRD-PARTY-LICENSES.txt', licencesText([...bundledInputs(metafile), ...WASM]));
  return files;
}

/** Bundles into a folder, which is emptied first. */
export async function bundle(folder: string): Promise<void> {
  const files = await bundleFiles();
  rmSync(folder, { recursive: true, force: true });
  for (const [path, content] of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content, { mode: isProgram(path) ? 0o755 : 0o644 });
  }
}

/** Whether a file of the bundle is run by its own name. */
export function isProgram(path: string): boolean {
  return path === 'lint-deploy.js';
}

async function program(): Promise<{ outputs: Map<string, string>; metafile: Metafile }> {
  // Nothing is written here: names and hashes must not depend on the folder that the result goes to.
  const outdir = join(PROJECT, 'dist');
  const { outputFiles, metafile } = await build({
    absWorkingDir: PROJECT,
    entryPoints: { 'lint-deploy': 'src/bin.ts', index: 'src/index.ts' },
    outdir,
    write: false,
    metafile: true,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    // The "main" of jsonc-parser loads its parts in a way that no bundler can follow.
    mainFields: ['module', 'main'],
    // The hashes of chunks take in the paths of their sources: a linked node_modules must not change them.
    preserveSymlinks: true,
    minify: true,
    // Kept for all packages in one file instead: esbuild carries over only some of them.
    legalComments: 'none',
    chunkNames: 'chunks/[name]-[hash]',
    banner: { js: BANNER },
    plugins: [manifestFields, compiledSchema],
    logLevel: 'warning',
  });
  const outputs = new Map(
    outputFiles.map(({ path, text }) => {
      const name = relative(outdir, path).replaceAll('\\', '/');
      return [name, isProgram(name) ? `#!/usr/bin/env node\n${text}` : text];
    }),
  );
  return { outputs, metafile };
}

const manifestFields: Plugin = {
  name: 'manifest-fields',
  setup(build) {
    build.onLoad({ filter: /[\\/]package\.json$/ }, ({ path }) => {
      if (path !== join(PROJECT, 'package.json')) return undefined;
      return { contents: JSON.stringify(JSON.parse(readFileSync(path, 'utf8')), MANIFEST_FIELDS), loader: 'json' };
    });
  },
};

/** The validator of the platform's schema, as the code that compiling it at every start would give. */
const compiledSchema: Plugin = {
  name: 'compiled-schema',
  setup(build) {
    build.onLoad({ filter: /[\\/]platforms[\\/]render[\\/]compiled-schema\.ts$/ }, ({ path }) => ({
      contents: standalone.default(ajv, validate),
      loader: 'js',
      resolveDir: dirname(path),
    }));
  },
};

/** The files, relative to the project, that some output holds code of. */
function bundledInputs({ outputs }: Metafile): string[] {
  const inputs = Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs));
  return inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path);
}
