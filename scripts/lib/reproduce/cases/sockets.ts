import type { Reproduction, RuleReproductions } from '../reproduction.js';
import { get, postsAroundTheLimit } from '../visits.js';

/** Visits a path that the fixtures serve; the rule's own fix repairs. */
function withHealth(
  title: string,
  repository: string,
  versions: readonly string[],
  more: Partial<Reproduction> = {},
): Reproduction {
  return { title, repository, status: 502, repair: 'safe', visit: get('/health'), versions, ...more };
}

export const LOOPBACK_BIND: RuleReproductions = {
  rule: 'loopback-bind',
  how: 'The edge calls the app at 127.0.0.2. As between two machines, a server that listens on 127.0.0.1 is not reached there.',
  cases: [
    withHealth('Node', 'loopback-bind/flagged-node-http', ['node'], { quick: true }),
    withHealth('Express', 'loopback-bind/flagged-express', ['express', 'node']),
    withHealth('Koa', 'loopback-bind/flagged-koa', ['koa', 'node']),
    withHealth("Fastify's default", 'loopback-bind/flagged-fastify-default', ['fastify', 'node']),
    withHealth("uvicorn's default", 'loopback-bind/flagged-uvicorn', ['uvicorn'], { service: 'default', quick: true }),
    withHealth('uvicorn, `--host 127.0.0.1`', 'loopback-bind/flagged-uvicorn', ['uvicorn'], { service: 'written' }),
    withHealth('uvicorn.run', 'loopback-bind/flagged-uvicorn-run', ['uvicorn']),
    withHealth('gunicorn', 'loopback-bind/flagged-gunicorn', ['gunicorn'], { service: 'api', quick: true }),
  ],
};

const EXEC_FORM = {
  'render.yaml': `services:
  - type: web
    name: api
    runtime: docker
    healthCheckPath: /health
`,
  Dockerfile: `FROM python:3.13-slim
WORKDIR /app
COPY . .
RUN pip install -r requirements.txt
CMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "$PORT", "--timeout-keep-alive", "80"]
`,
  'requirements.txt': 'fastapi\nuvicorn\n',
  'main.py': `from fastapi import FastAPI

app = FastAPI()


@app.get("/health")
def health():
    return {"status": "ok"}
`,
};

export const IGNORED_PORT: RuleReproductions = {
  rule: 'ignored-port',
  how: 'The edge calls the port that the service was given in PORT, and no other. Render often detects another open port, which this edge does not: there such a service can work, and the finding is a warning.',
  cases: [
    withHealth('Node', 'ignored-port/flagged-node-http', ['node'], { quick: true }),
    withHealth('Node without a port', 'ignored-port/flagged-no-port', ['node'], {
      repair: {
        told: '`listen(process.env.PORT)`',
        edits: [{ file: 'server.js', from: 'server.listen()', to: 'server.listen(process.env.PORT)' }],
      },
    }),
    withHealth('Express', 'ignored-port/flagged-express', ['express', 'node']),
    withHealth('Fastify', 'ignored-port/flagged-fastify', ['fastify', 'node']),
    withHealth('Koa', 'ignored-port/flagged-koa', ['koa', 'node']),
    withHealth("uvicorn's default", 'ignored-port/flagged-uvicorn', ['uvicorn'], { service: 'default' }),
    withHealth('gunicorn', 'ignored-port/flagged-gunicorn', ['gunicorn'], { service: 'api' }),
    withHealth("uvicorn, `'$PORT'` in quotes", 'ignored-port/flagged-single-quotes', ['uvicorn'], {
      service: 'api',
      repair: {
        told: "`'$PORT'` without the quotes",
        edits: [{ file: 'render.yaml', from: "--port '$PORT'", to: '--port $PORT' }],
      },
      quick: true,
    }),
    {
      ...withHealth('uvicorn, `"$PORT"` in a JSON list of a Dockerfile', '', ['uvicorn'], { quick: true }),
      repository: EXEC_FORM,
      repair: {
        told: 'the command in shell form, `CMD exec …`',
        edits: [
          {
            file: 'Dockerfile',
            from: 'CMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "$PORT", "--timeout-keep-alive", "80"]',
            to: 'CMD exec uvicorn main:app --host 0.0.0.0 --port $PORT --timeout-keep-alive 80',
          },
        ],
      },
    },
  ],
};

const NODE_SERVICE = `services:
  - type: web
    name: shop
    runtime: node
    buildCommand: npm install
    startCommand: node server.js
    healthCheckPath: /health
`;

const POSTS = { path: '/health', connections: 160, rounds: 40, enough: 5 };
/** Where each pause takes more than a minute. */
const SLOW_POSTS = { ...POSTS, rounds: 10 };

const NEST_FASTIFY = ['@nestjs/platform-fastify', 'fastify', 'node'];

export const SHORT_KEEP_ALIVE: RuleReproductions = {
  rule: 'short-keep-alive',
  how: 'POSTs in bursts of 160, over as many connections between edge and app, with pauses about as long as the app keeps an idle connection: many of them meet the moment at which it closes one. How many depends on the pauses and on how busy the machine is; real traffic meets it more rarely. The edge keeps idle connections for 75 seconds.',
  together: true,
  meanwhile: true,
  cases: [
    withHealth('Node', 'short-keep-alive/flagged-node-http', ['node'], {
      visit: postsAroundTheLimit(POSTS),
    }),
    withHealth('Express', 'short-keep-alive/flagged-express', ['express', 'node'], {
      visit: postsAroundTheLimit(POSTS),
    }),
    withHealth('Koa', 'short-keep-alive/flagged-koa', ['koa', 'node'], {
      visit: postsAroundTheLimit(POSTS),
    }),
    withHealth('Hono', 'short-keep-alive/flagged-hono', ['@hono/node-server', 'node'], {
      visit: postsAroundTheLimit(POSTS),
    }),
    {
      ...withHealth('Fastify, set to 5 s', '', ['fastify', 'node']),
      repository: {
        'render.yaml': NODE_SERVICE,
        'server.js': `const fastify = require('fastify')({ keepAliveTimeout: 5000 });

fastify.route({ method: ['GET', 'POST'], url: '/health', handler: async () => 'ok' });
fastify.listen({ port: process.env.PORT, host: '0.0.0.0' });
`,
        'package.json': '{ "private": true, "dependencies": { "fastify": "5.6.2" } }\n',
      },
      visit: postsAroundTheLimit(POSTS),
    },
    withHealth("Fastify's default of 72 s", 'short-keep-alive/flagged-fastify', ['fastify', 'node'], {
      visit: postsAroundTheLimit(SLOW_POSTS),
    }),
    withHealth('Nest', 'short-keep-alive/flagged-nest', ['@nestjs/core', 'express', 'node'], {
      visit: postsAroundTheLimit(POSTS),
    }),
    withHealth('Nest on Fastify, 72 s', 'short-keep-alive/flagged-nest-fastify', NEST_FASTIFY, {
      visit: postsAroundTheLimit(SLOW_POSTS),
    }),
    withHealth('uvicorn', 'short-keep-alive/flagged-uvicorn', ['uvicorn'], {
      service: 'default',
      visit: postsAroundTheLimit(POSTS),
    }),
    withHealth('gunicorn with threads', 'short-keep-alive/flagged-gunicorn-threads', ['gunicorn'], {
      service: 'api',
      visit: postsAroundTheLimit({ ...POSTS, rounds: 60 }),
    }),
    {
      ...withHealth('Node, set to 0.2 s', '', ['node'], { quick: true }),
      repository: {
        'render.yaml': NODE_SERVICE,
        'server.js': `const { createServer } = require('node:http');

const server = createServer((request, response) => response.end('ok'));
server.listen(process.env.PORT);
server.keepAliveTimeout = 200;
`,
      },
      visit: postsAroundTheLimit({ ...POSTS, rounds: 60, enough: 5 }),
    },
  ],
};
