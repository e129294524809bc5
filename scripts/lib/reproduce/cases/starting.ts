import type { Reproduction, RuleReproductions } from '../reproduction.js';
import { duringACrash, get } from '../visits.js';

export const MISSING_START_TARGET: RuleReproductions = {
  rule: 'missing-start-target',
  how: 'The build and the start command are run as they are written. The start ends at once, is repeated as the platform does, and nothing listens.',
  cases: [
    {
      title: 'TypeScript, never compiled',
      repository: 'missing-start-target/flagged-no-build',
      status: 502,
      repair: {
        told: '`npm run build` in the build command',
        edits: [
          {
            file: 'render.yaml',
            from: 'buildCommand: npm install',
            to: 'buildCommand: npm install --include=dev && npm run build',
          },
        ],
      },
      visit: get('/'),
      versions: ['typescript', 'node'],
    },
    {
      title: 'TypeScript, compiled to another folder',
      repository: 'missing-start-target/flagged-compiler-adds-a-folder',
      status: 502,
      repair: 'safe',
      visit: get('/'),
      versions: ['typescript', 'node'],
    },
    {
      title: 'Node in the background',
      repository: 'missing-start-target/flagged-in-the-background',
      status: 502,
      repair: {
        told: 'the command without `&`',
        edits: [{ file: 'render.yaml', from: 'node server.js &', to: 'node server.js' }],
      },
      visit: get('/'),
      versions: ['node'],
      quick: true,
    },
    {
      title: 'gunicorn, the app only in the main block',
      repository: 'missing-start-target/flagged-app-in-main-block',
      status: 502,
      repair: {
        told: '`app` assigned outside of the main block',
        edits: [
          {
            file: 'app.py',
            from: "if __name__ == '__main__':\n    app = create_app()\n",
            to: "app = create_app()\napp.add_url_rule('/', view_func=lambda: 'ok')\n\nif __name__ == '__main__':\n",
          },
        ],
      },
      visit: get('/'),
      versions: ['gunicorn'],
    },
  ],
};

export const MISSING_DEPENDENCY: RuleReproductions = {
  rule: 'missing-dependency',
  how: 'npm installs what package.json lists, and nothing else is there. The start ends at the first import of the package.',
  cases: [
    {
      title: 'A package that is not listed',
      repository: {
        'render.yaml': `services:
  - type: web
    name: api
    runtime: node
    buildCommand: npm install
    startCommand: node server.js
    healthCheckPath: /health
`,
        'package.json': '{ "private": true, "dependencies": { "express": "5.3.0" } }\n',
        'server.js': `const express = require('express');
const mongoose = require('mongoose');

const app = express();
app.get('/health', (request, response) => response.send(mongoose.version));
app.listen(process.env.PORT);
`,
      },
      status: 502,
      repair: {
        told: 'the package listed',
        edits: [{ file: 'package.json', from: '"express"', to: '"mongoose": "^8.0.0", "express"' }],
      },
      visit: get('/health'),
      versions: ['node'],
      installs: true,
    },
  ],
};

/** An app whose slow requests are under way when another request fails. */
function failing(framework: string): string {
  return `${framework}
app.get('/slow', (request, response) => {
  console.log('report begins');
  setTimeout(() => response.send('ok'), 3000);
});
app.get('/users', async (request, response) => {
  const users = await fetch('http://127.0.0.1:1/users');
  response.json(await users.json());
});
const server = app.listen(process.env.PORT);
server.keepAliveTimeout = 120_000;
`;
}

const API = `services:
  - type: web
    name: api
    runtime: node
    buildCommand: npm install
    startCommand: node server.js
    healthCheckPath: /health
`;

export const UNCAUGHT_ERROR: RuleReproductions = {
  rule: 'uncaught-error',
  how: 'While requests of three seconds are under way, another one makes a handler reject. What the slow ones are answered is counted.',
  cases: [
    {
      title: 'Express 4',
      repository: {
        'render.yaml': API,
        'package.json': '{ "private": true, "dependencies": { "express": "4.21.2" } }\n',
        'server.js': failing("const express = require('express');\n\nconst app = express();"),
      },
      status: 502,
      repair: {
        told: 'Express 5',
        edits: [{ file: 'package.json', from: '"express": "4.21.2"', to: '"express": "5.1.0"' }],
      },
      visit: duringACrash({ slow: '/slow', crash: '/users' }),
      versions: ['node'],
      installs: true,
    },
    {
      title: "Node's http server",
      repository: {
        'render.yaml': API,
        'package.json': '{ "private": true }\n',
        'server.js': `const http = require('node:http');

const server = http.createServer(async (request, response) => {
  if (request.url === '/slow') {
    console.log('report begins');
    setTimeout(() => response.end('ok'), 3000);
    return;
  }
  const users = await fetch('http://127.0.0.1:1/users');
  response.end(await users.text());
});
server.keepAliveTimeout = 120_000;
server.listen(process.env.PORT);
`,
      },
      status: 502,
      repair: {
        told: 'the error caught in the handler',
        edits: [
          {
            file: 'server.js',
            from: `  const users = await fetch('http://127.0.0.1:1/users');
  response.end(await users.text());
`,
            to: `  try {
    const users = await fetch('http://127.0.0.1:1/users');
    response.end(await users.text());
  } catch {
    response.writeHead(500).end();
  }
`,
          },
        ],
      },
      visit: duringACrash({ slow: '/slow', crash: '/users' }),
      versions: ['node'],
      quick: true,
    },
  ],
};

export const LOW_GUNICORN_TIMEOUT: RuleReproductions = {
  rule: 'low-gunicorn-timeout',
  how: 'One request takes longer than the timeout of the worker that answers it. gunicorn 20.1 drops it; gunicorn 26.2 has the worker answer 500 before it ends.',
  together: true,
  cases: [
    {
      title: 'gunicorn, the default of 30 s',
      repository: 'low-gunicorn-timeout/flagged-default',
      status: 502,
      repair: 'safe',
      visit: get('/report', 1),
      versions: ['gunicorn'],
    },
    { ...slowReport('gunicorn, `--timeout 1`', {}), quick: true },
    slowReport('gunicorn, a worker of uvicorn that is blocked', {
      command: 'gunicorn app:app -k uvicorn.workers.UvicornWorker --timeout 1',
      framework: 'FastAPI',
      versions: ['gunicorn', 'uvicorn'],
    }),
    { ...slowReport('gunicorn 26.2, `--timeout 1`', {}), status: 500, isNewer: true },
  ],
};

interface SlowReport {
  command?: string;
  framework?: 'Flask' | 'FastAPI';
  versions?: readonly string[];
}

function slowReport(
  title: string,
  { command = 'gunicorn app:app --timeout 1', framework = 'Flask', versions = ['gunicorn'] }: SlowReport,
): Reproduction {
  const isAsync = framework === 'FastAPI';
  return {
    title,
    repository: {
      'render.yaml': `services:
  - type: web
    name: api
    runtime: python
    buildCommand: pip install -r requirements.txt
    startCommand: ${command}
    healthCheckPath: /health
`,
      'requirements.txt': `${framework.toLowerCase()}\ngunicorn\n`,
      'app.py': `import time

from ${framework.toLowerCase()} import ${framework}

app = ${isAsync ? 'FastAPI()' : 'Flask(__name__)'}


@app.get("/report")
${isAsync ? 'async ' : ''}def report():
    time.sleep(4)
    return "ok"
`,
    },
    status: 502,
    repair: 'safe',
    visit: get('/report', 1),
    versions,
  };
}
