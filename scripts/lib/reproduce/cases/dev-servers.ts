import type { Change, Reproduction, RuleReproductions } from '../reproduction.js';
import { afterACrash, get } from '../visits.js';

/** It answers 403 to those who call it by the host name of the service. */
function refusing(title: string, fixture: string, repair: Change, versions: readonly string[]): Reproduction {
  return { title, repository: `dev-server/${fixture}`, status: 403, repair, visit: get('/'), versions };
}

/** It stays when the app that it started crashes. */
function staying(title: string, fixture: string, repair: Change, versions: readonly string[]): Reproduction {
  const visit = afterACrash('/cart', '/health');
  return { title, repository: `dev-server/${fixture}`, status: 502, repair, visit, versions };
}

/** In place of the service, a static site. */
function staticSite(from: string, build: string, publish: string): Change['edits'] {
  return [
    {
      file: 'render.yaml',
      from: `    runtime: node\n${from}    healthCheckPath: /health\n`,
      to: `    runtime: static\n    buildCommand: npm ci && ${build}\n    staticPublishPath: ${publish}\n`,
    },
  ];
}

function started(file: string, from: string, to: string): Change {
  return { told: `\`${to}\`, which the platform starts again`, edits: [{ file, from, to }] };
}

const VITE = 'a static site with the output of `vite build`';
const WITH_VITE = ['vite', 'node'];

export const DEV_SERVER: RuleReproductions = {
  rule: 'dev-server',
  how: 'Servers that refuse hosts are called by the host name of the service. A watcher runs an app that one request makes crash; whether the app answers is asked until ten seconds have passed.',
  cases: [
    {
      ...refusing(
        'Vite refuses the host',
        'flagged-vite',
        {
          told: VITE,
          edits: staticSite(
            '    buildCommand: npm ci\n    startCommand: npm run dev -- --host 0.0.0.0 --port $PORT\n',
            'npx vite build',
            'dist',
          ),
        },
        WITH_VITE,
      ),
      quick: true,
    },
    refusing(
      '`vite preview` refuses the host',
      'flagged-vite-preview',
      {
        told: VITE,
        edits: staticSite(
          '    buildCommand: npm ci && npx vite build\n    startCommand: npx vite preview --host 0.0.0.0 --port $PORT\n',
          'npx vite build',
          'dist',
        ),
      },
      WITH_VITE,
    ),
    refusing(
      'webpack-dev-server refuses the host',
      'flagged-webpack-dev-server',
      {
        told: 'a static site with the output of `webpack`',
        edits: staticSite(
          '    buildCommand: npm ci\n    startCommand: npx webpack serve --host 0.0.0.0 --port $PORT\n',
          'npx webpack --output-path public',
          'public',
        ),
      },
      ['webpack-dev-server', 'webpack', 'node'],
    ),
    staying(
      'nodemon stays when the app crashes',
      'flagged-nodemon',
      started('package.json', 'nodemon server.js', 'node server.js'),
      ['nodemon', 'node'],
    ),
    staying(
      '`node --watch` stays when the app crashes',
      'flagged-node-watch',
      started('render.yaml', 'node --watch server.js', 'node server.js'),
      ['node'],
    ),
    staying(
      '`tsx watch` stays when the app crashes',
      'flagged-tsx-watch',
      started('render.yaml', 'tsx watch src/server.ts', 'tsx src/server.ts'),
      ['tsx', 'node'],
    ),
    staying(
      'ts-node-dev stays when the app crashes',
      'flagged-ts-node-dev',
      started('render.yaml', 'ts-node-dev --transpile-only src/server.ts', 'tsx src/server.ts'),
      ['ts-node-dev', 'node'],
    ),
  ],
};
