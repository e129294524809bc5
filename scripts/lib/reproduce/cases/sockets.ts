import type { Reproduction } from '../reproduction.js';
import { get, postsAroundTheLimit } from '../visits.js';

const loopback = { rule: 'loopback-bind', status: 502, repair: 'safe', visit: get('/health') } as const;
const port = { rule: 'ignored-port', status: 502, repair: 'safe', visit: get('/health') } as const;
const idle = { rule: 'short-keep-alive', status: 502, repair: 'safe' } as const;
const posts = { path: '/health', connections: 160, rounds: 12 };

const LOOPBACK_BIND: readonly Reproduction[] = [
  { ...loopback, title: 'Node', repository: 'loopback-bind/flagged-node-http', versions: ['node'], quick: true },
  { ...loopback, title: 'Express', repository: 'loopback-bind/flagged-express', versions: ['express', 'node'] },
  {
    ...loopback,
    title: "Fastify's default",
    repository: 'loopback-bind/flagged-fastify-default',
    versions: ['fastify', 'node'],
  },
  { ...loopback, title: 'Koa', repository: 'loopback-bind/flagged-koa', versions: ['koa', 'node'] },
  {
    ...loopback,
    title: "uvicorn's default",
    repository: 'loopback-bind/flagged-uvicorn',
    service: 'default',
    versions: ['uvicorn'],
    quick: true,
  },
  { ...loopback, title: 'uvicorn.run', repository: 'loopback-bind/flagged-uvicorn-run', versions: ['uvicorn'] },
  {
    ...loopback,
    title: 'gunicorn',
    repository: 'loopback-bind/flagged-gunicorn',
    service: 'api',
    versions: ['gunicorn'],
    quick: true,
  },
];

const IGNORED_PORT: readonly Reproduction[] = [
  { ...port, title: 'Node', repository: 'ignored-port/flagged-node-http', versions: ['node'], quick: true },
  { ...port, title: 'Node without a port', repository: 'ignored-port/flagged-no-port', versions: ['node'] },
  { ...port, title: 'Express', repository: 'ignored-port/flagged-express', versions: ['express', 'node'] },
  { ...port, title: 'Fastify', repository: 'ignored-port/flagged-fastify', versions: ['fastify', 'node'] },
  { ...port, title: 'Koa', repository: 'ignored-port/flagged-koa', versions: ['koa', 'node'] },
  {
    ...port,
    title: "uvicorn's default",
    repository: 'ignored-port/flagged-uvicorn',
    service: 'default',
    versions: ['uvicorn'],
  },
  { ...port, title: 'gunicorn', repository: 'ignored-port/flagged-gunicorn', service: 'api', versions: ['gunicorn'] },
  {
    ...port,
    title: "'$PORT' that nothing expands",
    repository: 'ignored-port/flagged-single-quotes',
    service: 'api',
    versions: ['uvicorn'],
    quick: true,
  },
];

const SHORT_KEEP_ALIVE: readonly Reproduction[] = [
  {
    ...idle,
    title: 'Node, its limit set to 0.2 s',
    repository: {
      'render.yaml': `services:
  - type: web
    name: shop
    runtime: node
    buildCommand: npm ci
    startCommand: node server.js
    healthCheckPath: /health
`,
      'server.js': `const { createServer } = require('node:http');

const server = createServer((request, response) => response.end('ok'));
server.listen(process.env.PORT);
server.keepAliveTimeout = 200;
`,
    },
    visit: postsAroundTheLimit({ ...posts, rounds: 40, enough: 20 }),
    versions: ['node'],
    quick: true,
  },
];

export const SOCKETS: readonly Reproduction[] = [...LOOPBACK_BIND, ...IGNORED_PORT, ...SHORT_KEEP_ALIVE];
