import { expect, it } from 'vitest';
import { rule } from '../../rules/unserved-health-check/rule.js';
import { lint } from '../../src/engine/lint.js';
import { render } from '../../src/platforms/render/index.js';
import { memoryRepository } from '../../src/repository/memory.js';

const START = 'the start command runs `npm start`';

it.each<[string, Record<string, string>, readonly string[]]>([
  [
    'Express',
    {
      'package.json': '{ "scripts": { "start": "node server.js" } }',
      'server.js':
        "const app = require('express')();\napp.get('/', (_, res) => res.send('ok'));\napp.listen(process.env.PORT);\n",
    },
    [START, 'the script start runs `node server.js`'],
  ],
  [
    'a framework whose routes are files',
    {
      'package.json': '{ "scripts": { "start": "next start" }, "dependencies": { "next": "16.0.0" } }',
      'app/page.js': 'export default () => null;\n',
    },
    [START, 'the script start runs `next start`'],
  ],
  [
    'FastAPI',
    {
      'package.json': '{ "scripts": { "start": "uvicorn main:app --port $PORT" } }',
      'main.py': "from fastapi import FastAPI\napp = FastAPI()\n@app.get('/')\ndef home(): return 'ok'\n",
    },
    [START, 'the script start runs `uvicorn main:app --port $PORT`'],
  ],
])('tells each step to the routes once: %s', async (_, files, expected) => {
  const service = { type: 'web', name: 'api', runtime: 'node', startCommand: 'npm start', healthCheckPath: '/health' };
  const repository = memoryRepository({ 'render.yaml': JSON.stringify({ services: [service] }), ...files });
  const { findings } = await lint({ repository, rules: [rule], platforms: [render] });
  expect(findings.map(({ trail }) => trail.map(({ words }) => words))).toEqual([expected]);
});
