import type { RuleReproductions } from '../reproduction.js';
import { get } from '../visits.js';

export const MISSING_SPA_REWRITE: RuleReproductions = {
  rule: 'missing-spa-rewrite',
  how: 'Vite builds the site, nginx serves the published folder as Render does: files that exist, then the routes of the Blueprint, else 404. A page that only the router knows is asked for.',
  cases: [
    {
      title: 'React Router',
      repository: 'missing-spa-rewrite/flagged-react-router-6',
      status: 404,
      repair: 'safe',
      visit: get('/about'),
      versions: ['vite', 'react-router-dom'],
      quick: true,
    },
    {
      title: 'React Router, a redirect in place of the rewrite',
      repository: 'missing-spa-rewrite/flagged-redirect-instead',
      status: 301,
      repair: {
        told: '`type: rewrite`',
        edits: [{ file: 'render.yaml', from: 'type: redirect', to: 'type: rewrite' }],
      },
      visit: get('/about'),
      versions: ['vite', 'react-router-dom'],
    },
  ],
};

export const WRONG_PUBLISH_PATH: RuleReproductions = {
  rule: 'wrong-publish-path',
  how: 'Vite builds the site, and nginx serves the folder that the Blueprint publishes.',
  cases: [
    {
      title: 'Vite',
      repository: 'wrong-publish-path/flagged-vite',
      status: 404,
      repair: 'safe',
      visit: get('/'),
      versions: ['vite'],
      quick: true,
    },
    {
      title: 'Vite with an `outDir`',
      repository: 'wrong-publish-path/flagged-vite-out-dir',
      status: 404,
      repair: 'safe',
      visit: get('/'),
      versions: ['vite'],
    },
  ],
};

export const UNSERVED_HEALTH_CHECK: RuleReproductions = {
  rule: 'unserved-health-check',
  how: 'The edge passes requests on once the health check is answered with 2xx or 3xx, and answers 503 where that does not happen. On Render a deploy is then cancelled; where an older version runs, that one goes on.',
  cases: [
    {
      title: 'Express, mounted under a prefix',
      repository: 'unserved-health-check/flagged-prefix',
      status: 503,
      repair: 'safe',
      visit: get('/api/health'),
      versions: ['express', 'node'],
      healthChecked: true,
      quick: true,
    },
    {
      title: 'Fastify, mounted under a prefix',
      repository: 'unserved-health-check/flagged-fastify-prefix',
      status: 503,
      repair: 'safe',
      visit: get('/v1/health'),
      versions: ['fastify', 'node'],
      healthChecked: true,
    },
  ],
};

export const MISSING_HEALTH_CHECK: RuleReproductions = {
  rule: 'missing-health-check',
  how: 'A version that works gets all requests. The next one opens its port, but cannot work, since a variable is missing. Without a health check path the open port is enough, and it gets the requests; with one, the version before goes on (here the edge itself stands for that one).',
  cases: [
    {
      title: 'Express',
      repository: {
        'render.yaml': `services:
  - type: web
    name: api
    runtime: node
    buildCommand: npm install
    startCommand: node server.js
`,
        'package.json': '{ "private": true, "dependencies": { "express": "5.3.0" } }\n',
        'server.js': `const express = require('express');

const status = process.env.DATABASE_URL ? 200 : 503;
const app = express();
app.get('/', (request, response) => response.status(status).send('shop'));
app.get('/health', (request, response) => response.status(status).send('health'));
const server = app.listen(process.env.PORT);
server.keepAliveTimeout = 120_000;
`,
      },
      status: 503,
      repair: {
        told: '`healthCheckPath`',
        edits: [
          {
            file: 'render.yaml',
            from: '    startCommand: node server.js\n',
            to: '    startCommand: node server.js\n    healthCheckPath: /health\n',
          },
        ],
      },
      visit: get('/'),
      versions: ['express', 'node'],
      healthChecked: true,
      isUpdate: true,
    },
  ],
};
