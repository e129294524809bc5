import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { runNode } from '../support/run.js';
import { temporaryFolder } from '../support/temporary.js';

const program = join(inject('bundle'), 'lint-deploy.js');

const files = {
  'package.json': '{ "scripts": { "build": "vite build" }, "dependencies": { "react-router-dom": "6.0.0" }, "devDependencies": { "vite": "5.0.0" } }',
  'index.html': '<script type="module" src="/main.jsx"></script>',
  'main.jsx': "import { BrowserRouter } from 'react-router-dom'; <BrowserRouter />;\n",
  'render.yaml': `services:
  - type: web
    name: site
    runtime: static
    buildCommand: npm install && npm run build
    staticPublishPath: dist
`,
};

/** Sends the process a signal while the new file is beside its place, before it is renamed. */
const signalling = (signal: string): string => `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const { fsyncSync } = fs;
fs.fsyncSync = (descriptor) => {
  fsyncSync(descriptor);
  process.kill(process.pid, '${signal}');
};
syncBuiltinESMExports();
`;

// Windows has no signals that a program can put off.
describe.runIf(process.platform !== 'win32')('a signal while a file is written', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ])('%s leaves the file whole and nothing beside it', (signal, status) => {
    const folder = temporaryFolder(files);
    const preload = join(temporaryFolder({ 'signal.mjs': signalling(signal) }), 'signal.mjs');
    const outcome = runNode(['--import', preload, program, '--fix', folder], folder);
    expect(outcome.status).toBe(status);
    expect(readFileSync(join(folder, 'render.yaml'), 'utf8')).toContain('type: rewrite');
    expect(readdirSync(folder).sort()).toEqual(Object.keys(files).sort());
  });

  it.each(['--output', '--update-baseline'])('%s is written whole, too', (option) => {
    const [folder, out] = [temporaryFolder(files), temporaryFolder()];
    const preload = join(temporaryFolder({ 'signal.mjs': signalling('SIGTERM') }), 'signal.mjs');
    const written = option === '--output' ? ['--format', 'json', '--output', 'a'] : ['--baseline', 'a', option];
    expect(runNode(['--import', preload, program, folder, ...written], out).status).toBe(143);
    expect(readdirSync(out)).toEqual(['a']);
    expect(JSON.parse(readFileSync(join(out, 'a'), 'utf8'))).toHaveProperty('findings');
  });
});
