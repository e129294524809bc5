import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The text of each file by its path. The same at every run, so that two runs measure the same. */
type Files = Map<string, string>;

export interface Tree {
  name: string;
  /** In words, for the table. */
  holds: string;
  files: () => Files;
}

const LIST: readonly Tree[] = [
  {
    name: 'service',
    holds: 'one Express service: 12 modules, a lockfile, a few documents',
    files: () => typicalService(''),
  },
  {
    name: 'application',
    holds: 'an API of 300 modules that are reached, a site, a worker: 3,000 files',
    files: application,
  },
  {
    name: 'application-60k',
    holds: 'the same with 60,000 more files that no deploy reaches',
    files: () => merged(application(), unreached(60_000)),
  },
  { name: 'services-10', holds: '10 services in folders of their own', files: () => services(10) },
  { name: 'services-100', holds: '100 services in folders of their own', files: () => services(100) },
  {
    name: 'node-modules',
    holds: 'the one service with 20,000 files of node_modules committed',
    files: () => merged(typicalService(''), packages(2_000)),
  },
];

export const TREES: ReadonlyMap<string, Tree> = new Map(LIST.map((tree) => [tree.name, tree]));

/** Writes a tree and commits it, as a repository that is linted before a deploy is. */
export function plant(tree: Tree, root: string): void {
  for (const [path, text] of tree.files()) {
    const target = join(root, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  for (const args of [
    ['init', '-q'],
    ['add', '-A', '-f'],
    ['-c', 'user.name=b', '-c', 'user.email=b@b', 'commit', '-qm', 'b'],
  ])
    if (spawnSync('git', args, { cwd: root, stdio: 'inherit' }).status !== 0)
      throw new Error(`git ${args.join(' ')} failed`);
}

function merged(...all: readonly Files[]): Files {
  return new Map(all.flatMap((files) => [...files]));
}

function typicalService(folder: string): Files {
  const files: Files = new Map(
    Object.entries({
      'render.yaml': `services:\n${webService('shop', '.', 'npm ci', 'npm start')}`,
      'package.json': manifest('shop', { start: 'node src/server.js', test: 'node --test' }, { express: '^5.1.0' }),
      'package-lock.json': lockfile('shop'),
      'README.md': '# shop\n',
      Dockerfile: 'FROM node:22\nWORKDIR /app\nCOPY . .\nRUN npm ci\nCMD ["node", "src/server.js"]\n',
      'src/server.js': server(12),
    }),
  );
  for (const [path, text] of routers('src', 12)) files.set(path, text);
  return prefixed(folder, files);
}

function application(): Files {
  const files: Files = new Map(
    Object.entries({
      'render.yaml':
        `services:\n${webService('api', 'api', 'npm ci && npm run build', 'npm start')}` +
        `  - type: worker\n    name: worker\n    runtime: node\n    rootDir: api\n    buildCommand: npm ci && npm run build\n` +
        `    startCommand: node dist/worker.js\n` +
        `  - type: web\n    name: site\n    runtime: static\n    rootDir: site\n    buildCommand: npm ci && npm run build\n` +
        `    staticPublishPath: dist\n    routes:\n      - type: rewrite\n        source: /*\n        destination: /index.html\n`,
      'package.json': manifest('application', { test: 'vitest run' }, {}),
      'api/package.json': manifest(
        'api',
        { build: 'tsc -p .', start: 'node dist/server.js' },
        { express: '^5.1.0', typescript: '5.9.3' },
      ),
      'api/package-lock.json': lockfile('api'),
      'api/tsconfig.json': `${JSON.stringify({ compilerOptions: { outDir: 'dist', rootDir: 'src', module: 'NodeNext' }, include: ['src'] })}\n`,
      'api/src/server.ts': server(300),
      'api/src/worker.ts': `import { total0 } from './routes/r0.js';\nsetInterval(() => console.log(total0([1, 2, 3])), 60_000);\n`,
      'site/package.json': manifest(
        'site',
        { build: 'vite build' },
        { react: '^19.0.0', 'react-dom': '^19.0.0', 'react-router-dom': '^7.0.0', vite: '7.2.2' },
      ),
      'site/package-lock.json': lockfile('site'),
      'site/vite.config.js': `export default { build: { outDir: 'dist' } };\n`,
      'site/index.html': '<!doctype html><div id="root"></div><script type="module" src="/src/main.tsx"></script>\n',
      'site/src/main.tsx': page(1_200),
    }),
  );
  for (const [path, text] of routers('api/src', 300)) files.set(path.replace(/js$/, 'ts'), text);
  for (let n = 0; n < 1_200; n++) files.set(`site/src/parts/Part${n}.tsx`, part(n));
  for (let n = 0; n < 1_000; n++) files.set(`api/test/case${n}.test.ts`, testCase(n));
  for (let n = 0; n < 480; n++)
    files.set(`docs/page${n}.md`, `# Page ${n}\n\n${'A sentence of documentation. '.repeat(20)}\n`);
  return files;
}

function services(count: number): Files {
  const files: Files = new Map();
  let blueprint = 'services:\n';
  for (let n = 0; n < count; n++) {
    const name = `service-${n}`;
    blueprint += webService(name, name, 'npm ci', 'npm start');
    for (const [path, text] of typicalService(`${name}/`)) if (!path.endsWith('render.yaml')) files.set(path, text);
  }
  return files.set('render.yaml', blueprint);
}

/** Files of the kinds that fill repositories, and that no deploy runs. */
function unreached(count: number): Files {
  const files: Files = new Map();
  for (let n = 0; n < count; n++) {
    const folder = `archive/${n % 300}`;
    const kind = n % 4;
    if (kind === 0) files.set(`${folder}/notes${n}.md`, `# Notes ${n}\n`);
    if (kind === 1) files.set(`${folder}/data${n}.json`, `{ "id": ${n}, "values": [1, 2, 3] }\n`);
    if (kind === 2) files.set(`${folder}/old${n}.js`, `require('express')().listen(${n % 65_000}, 'localhost');\n`);
    if (kind === 3) files.set(`${folder}/picture${n}.svg`, '<svg xmlns="http://www.w3.org/2000/svg"/>\n');
  }
  return files;
}

function packages(count: number): Files {
  const files: Files = new Map();
  for (let n = 0; n < count; n++) {
    const folder = `node_modules/package-${n}`;
    files.set(`${folder}/package.json`, `{ "name": "package-${n}", "version": "1.0.0", "main": "index.js" }\n`);
    for (let m = 0; m < 9; m++) files.set(`${folder}/${m === 0 ? 'index' : `part${m}`}.js`, testCase(m));
  }
  return files;
}

function webService(name: string, rootDir: string, build: string, start: string): string {
  return (
    `  - type: web\n    name: ${name}\n    runtime: node\n    rootDir: ${rootDir}\n    buildCommand: ${build}\n` +
    `    startCommand: ${start}\n    healthCheckPath: /health\n    envVars:\n      - key: NODE_VERSION\n        value: 22.14.0\n`
  );
}

function manifest(name: string, scripts: Record<string, string>, dependencies: Record<string, string>): string {
  return `${JSON.stringify({ name, private: true, type: 'module', scripts, dependencies }, null, 2)}\n`;
}

/** With as many packages as a lockfile of an Express service has about. */
function lockfile(name: string): string {
  const locked: Record<string, object> = { '': { name } };
  for (let n = 0; n < 120; n++)
    locked[`node_modules/package-${n}`] = {
      version: `1.${n}.0`,
      resolved: `https://registry.npmjs.org/package-${n}/-/package-${n}-1.${n}.0.tgz`,
      integrity: 'sha512-0000000000000000000000000000000000000000000000000000000000000000000000000000000000000==',
    };
  return `${JSON.stringify({ name, lockfileVersion: 3, requires: true, packages: locked }, null, 2)}\n`;
}

function server(count: number): string {
  const numbers = Array.from({ length: count }, (_, n) => n);
  return [
    `import express from 'express';`,
    ...numbers.map((n) => `import router${n} from './routes/r${n}.js';`),
    `const app = express();`,
    `app.use(express.json());`,
    `app.get('/health', (_request, response) => { response.send('ok'); });`,
    ...numbers.map((n) => `app.use('/r${n}', router${n});`),
    `const server = app.listen(process.env.PORT || 3000, '0.0.0.0');`,
    `server.keepAliveTimeout = 120_000;`,
    `server.headersTimeout = 125_000;`,
    '',
  ].join('\n');
}

function routers(folder: string, count: number): Files {
  const files: Files = new Map();
  for (let n = 0; n < count; n++) files.set(`${folder}/routes/r${n}.js`, router(n));
  return files;
}

/** About as long as a module of routes mostly is. */
function router(n: number): string {
  const handlers = Array.from({ length: 8 }, (_, k) =>
    [
      `router.get('/${n}/${k}/:id', async (request, response, next) => {`,
      `  try {`,
      `    const found = rows.filter((row) => row.id === Number(request.params.id)).map((row) => ({ ...row, seen: ${k} }));`,
      `    if (found.length === 0) return response.status(404).json({ error: 'not found', id: request.params.id });`,
      `    return response.json({ found, total: total${n}(found.map(({ price }) => price)) });`,
      `  } catch (error) {`,
      `    return next(error);`,
      `  }`,
      `});`,
    ].join('\n'),
  );
  return [
    `import { Router } from 'express';`,
    `const router = Router();`,
    `const rows = [{ id: 1, price: ${n} }, { id: 2, price: ${n + 1} }];`,
    `export function total${n}(prices) {`,
    `  let sum = 0;`,
    `  for (const price of prices) sum += price;`,
    `  return sum;`,
    `}`,
    ...handlers,
    `export default router;`,
    '',
  ].join('\n');
}

function page(count: number): string {
  const numbers = Array.from({ length: count }, (_, n) => n);
  return [
    `import { createRoot } from 'react-dom/client';`,
    `import { BrowserRouter, Route, Routes } from 'react-router-dom';`,
    ...numbers.map((n) => `import { Part${n} } from './parts/Part${n}';`),
    `createRoot(document.getElementById('root')!).render(<BrowserRouter><Routes>`,
    ...numbers.map((n) => `<Route path="/p${n}" element={<Part${n} />} />`),
    `</Routes></BrowserRouter>);`,
    '',
  ].join('\n');
}

function part(n: number): string {
  return [
    `import { useState } from 'react';`,
    `export function Part${n}({ title = 'Part ${n}' }: { title?: string }) {`,
    `  const [count, setCount] = useState(${n});`,
    `  const rows = Array.from({ length: count % 10 }, (_, row) => ({ row, text: \`\${title} \${row}\` }));`,
    `  return <section><h2>{title}</h2><button onClick={() => setCount(count + 1)}>{count}</button>`,
    `    <ul>{rows.map(({ row, text }) => <li key={row}>{text}</li>)}</ul></section>;`,
    `}`,
    '',
  ].join('\n');
}

function testCase(n: number): string {
  return `export function case${n}(values) {\n  return values.map((value) => value * ${n}).filter((value) => value % 2 === 0).length;\n}\n`;
}

function prefixed(folder: string, files: Files): Files {
  return new Map([...files].map(([path, text]) => [`${folder}${path}`, text]));
}
