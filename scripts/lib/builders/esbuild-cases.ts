import type { BuilderCase } from './run.js';
import { SCRIPT } from './sources.js';

export const ESBUILD_CASES: readonly BuilderCase[] = [
  {
    name: 'one entry',
    command: 'esbuild src/server.js --bundle --platform=node --outdir=dist',
    exact: true,
    files: { 'src/server.js': SCRIPT },
  },
  {
    name: 'two entries',
    command: 'esbuild src/server.ts src/jobs/run.ts --bundle --platform=node --outdir=dist',
    exact: true,
    files: { 'src/server.ts': SCRIPT, 'src/jobs/run.ts': SCRIPT },
  },
  {
    name: 'outfile',
    command: 'esbuild src/server.ts --bundle --platform=node --outfile=build/app.cjs',
    exact: true,
    files: { 'src/server.ts': SCRIPT },
  },
  {
    name: 'another ending',
    command: 'esbuild src/server.ts --outdir=dist --out-extension:.js=.mjs',
    exact: true,
    files: { 'src/server.ts': SCRIPT },
  },
  {
    name: 'outbase',
    command: 'esbuild src/jobs/run.ts --outdir=dist --outbase=src',
    exact: true,
    files: { 'src/jobs/run.ts': SCRIPT },
  },
  {
    name: 'a named entry',
    command: 'esbuild app=src/server.ts --outdir=dist',
    exact: true,
    files: { 'src/server.ts': SCRIPT },
  },
  { name: 'nothing named', command: 'esbuild src/server.ts --bundle', exact: true, files: { 'src/server.ts': SCRIPT } },
];
