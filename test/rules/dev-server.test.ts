import { describe, expect, it } from 'vitest';
import { rule } from '../../rules/dev-server/rule.js';
import { lint } from '../../src/engine/lint.js';
import type { Report } from '../../src/model/report.js';
import { render } from '../../src/platforms/render/index.js';
import { memoryRepository } from '../../src/repository/memory.js';

function linted(start: string, files: Record<string, string> = {}): Promise<Report> {
  const blueprint = `services:\n  - type: web\n    name: api\n    runtime: node\n    buildCommand: npm ci\n    startCommand: ${JSON.stringify(start)}\n`;
  const repository = memoryRepository({ 'render.yaml': blueprint, 'server.js': '', 'package.json': '{}', ...files });
  return lint({ repository, rules: [rule], platforms: [render] });
}

async function severities(start: string, files?: Record<string, string>): Promise<string[]> {
  return (await linted(start, files)).findings.map(({ severity }) => severity);
}

describe('a start command', () => {
  it.each([
    'nodemon server.js',
    'npx nodemon --exec ts-node server.ts',
    'next dev',
    'ng serve',
    'react-scripts start',
    'flask run',
    'python manage.py runserver',
    'uvicorn main:app --reload',
    'fastapi dev main.py',
    'php -S 0.0.0.0:$PORT',
  ])('that is for development: %s', async (start) => {
    expect(await severities(start)).toEqual(['warning']);
  });

  it.each([
    'node server.js',
    'tsx server.ts',
    'next start',
    'uvicorn main:app',
    'fastapi run',
    'reflex run --env prod',
    'gunicorn app:app',
  ])('that is not: %s', async (start) => {
    expect(await severities(start)).toEqual([]);
  });
});

describe('a server that refuses foreign hosts', () => {
  const vite = (version: string, config = ''): Record<string, string> => ({
    'package.json': JSON.stringify({ devDependencies: { vite: version } }),
    'vite.config.js': config,
  });

  it.each([
    ['^7.0.0', '', 'error'],
    ['^5.4.12', '', 'error'],
    ['^5.4.11', '', 'warning'],
    ['^6.0.8', '', 'warning'],
    ['latest', '', 'warning'],
    ['^7.0.0', 'export default { preview: { allowedHosts: true } }', 'warning'],
    ['^7.0.0', "import base from './base.js';\nexport default base;", 'warning'],
  ])('Vite %s with %j: %s', async (version, config, severity) => {
    expect(await severities('npx vite preview', vite(version, config))).toEqual([severity]);
  });

  it.each([
    ['process.env.PORT', 'warning', []],
    ['5000', 'error', [403]],
  ])('beside a server on %s', async (port, severity, statuses) => {
    const files = { ...vite('^7.0.0'), 'server.js': `require('http').createServer().listen(${port});` };
    const { findings } = await linted('npx concurrently "node server.js" "vite preview"', files);
    expect(findings.map((each) => [each.severity, each.statuses])).toEqual([[severity, statuses]]);
  });

  it('answers 403, not 502', async () => {
    const { findings } = await linted('npx vite', vite('^7.0.0'));
    expect(findings.map(({ statuses }) => statuses)).toEqual([[403]]);
  });

  const webpack = (version: string, config = ''): Record<string, string> => ({
    'package.json': JSON.stringify({ devDependencies: { 'webpack-dev-server': version } }),
    'webpack.config.js': config,
  });

  it.each([
    ['', '^5.2.2', '', 'error'],
    // It answers 200 with "Invalid Host header".
    ['', '^4.15.2', '', 'warning'],
    [' --allowed-hosts all', '^5.2.2', '', 'warning'],
    ['', '^5.2.2', 'devServer: { allowedHosts: "all" }', 'warning'],
  ])('webpack serve%s of %s with %j: %s', async (options, version, config, severity) => {
    expect(await severities(`npx webpack serve${options}`, webpack(version, config))).toEqual([severity]);
  });
});

describe('a status', () => {
  it.each([
    ['nodemon server.js', [502]],
    ['npx tsx watch server.ts', [502]],
    ['node --watch server.js', [502]],
    ['next dev', []],
    ['flask run', []],
    ['uvicorn main:app --reload', []],
  ])('is claimed only where it was seen: %s', async (start, statuses) => {
    const { findings } = await linted(start);
    expect(findings.map((each) => each.statuses)).toEqual([statuses]);
  });
});

it('does not decide what depends on a condition', async () => {
  const { findings, undecided } = await linted(
    'if curl -sf http://example.com; then nodemon server.js; else node server.js; fi',
  );
  expect(findings).toEqual([]);
  expect(undecided).toHaveLength(1);
});

const FLASK = 'from flask import Flask\n\napp = Flask(__name__)\n';

describe('a server that Python code starts', () => {
  const started = (text: string) => severities('python main.py', { 'main.py': text });

  it.each([
    [`${FLASK}app.run()\n`, 'warning'],
    [`${FLASK}app.run(host="0.0.0.0", port=10000, debug=True)\n`, 'warning'],
    [`${FLASK}if __name__ == "__main__":\n    app.run(debug=False)\n`, 'warning'],
    [`${FLASK}def main():\n    app.run()\n\nmain()\n`, 'warning'],
    ['from quart import Quart\n\napp = Quart(__name__)\napp.run()\n', 'warning'],
    ['from dash import Dash\n\napp = Dash(__name__)\napp.run(debug=True)\n', 'warning'],
    ['from werkzeug.serving import run_simple\n\nrun_simple("0.0.0.0", 10000, app)\n', 'warning'],
    ['import uvicorn\n\nuvicorn.run("main:app", reload=True)\n', 'warning'],
    ['import os\nimport uvicorn\n\nuvicorn.run("main:app", reload="RENDER" in os.environ)\n', 'warning'],
    ['from wsgiref.simple_server import make_server\n\nmake_server("", 10000, app).serve_forever()\n', 'note'],
    ['from http.server import HTTPServer\n\nHTTPServer(("", 10000), Handler).serve_forever()\n', 'note'],
    ['import bottle\n\nbottle.run(host="0.0.0.0", port=10000)\n', 'note'],
  ])('%s', async (text, severity) => {
    expect(await started(text)).toEqual([severity]);
  });

  it.each([
    'import uvicorn\n\nuvicorn.run("main:app")\n',
    'import uvicorn\n\nuvicorn.run("main:app", reload=False)\n',
    'import os\nimport uvicorn\n\nuvicorn.run("main:app", reload="RENDER" not in os.environ)\n',
    'import os\nimport uvicorn\n\nuvicorn.run("main:app", reload=os.environ.get("ENV") == "development")\n',
    'import uvicorn\n\nuvicorn.run("main:app", reload=maybe())\n',
    `${FLASK}from waitress import serve\n\nserve(app, port=10000)\n`,
    `${FLASK}from waitress import serve\nimport os\n\nif os.environ.get("DEBUG"):\n    app.run()\nelse:\n    serve(app)\n`,
    `${FLASK}from flask_socketio import SocketIO\n\nSocketIO(app).run(app)\n`,
    'import bottle\n\nbottle.run(server="gunicorn", port=10000)\n',
    // A server for numbers, beside the one for requests.
    'import uvicorn\nfrom http.server import HTTPServer\n\nHTTPServer(("", 9090), Numbers)\nuvicorn.run("main:app")\n',
    // Nobody starts it.
    `${FLASK}def main():\n    app.run()\n`,
    `${FLASK}if __name__ == "wsgi":\n    app.run()\n`,
  ])('that is none for development: %s', async (text) => {
    expect(await started(text)).toEqual([]);
  });

  it.each(['gunicorn main:app', 'waitress-serve --port=$PORT main:app', 'python -c "import main"', 'python other.py'])(
    'is not reached by %s',
    async (start) => {
      const files = { 'main.py': `${FLASK}\nif __name__ == "__main__":\n    app.run()\n`, 'other.py': 'import main\n' };
      expect(await severities(start, files)).toEqual([]);
    },
  );

  it('is not decided on a condition', async () => {
    const text = `${FLASK}from settings import DEBUG\n\nif DEBUG:\n    app.run()\n`;
    const { findings, undecided } = await linted('python main.py', { 'main.py': text });
    expect(findings).toEqual([]);
    expect(undecided.map(({ at }) => [at.file, at.range.start.line])).toEqual([['main.py', 7]]);
  });
});
