import type { Finding, ServiceLabel, Undecided } from '../../src/model/finding.js';
import type { Location } from '../../src/model/location.js';
import type { Notification, Report } from '../../src/model/report.js';
import type { ReportContext, RuleInfo } from '../../src/report/context.js';
import { linesOf } from '../../src/syntax/lines.js';

/** The texts of a repository by path. */
export type Files = Readonly<Record<string, string>>;

/** A small repository with three services: an API on loopback, a site without a rewrite, a worker that is fine. */
export const FILES: Files = {
  'render.yaml': [
    'services:',
    '  - type: web',
    '    name: api',
    '    runtime: node',
    '    buildCommand: npm ci && npm run build',
    '    startCommand: npm start',
    '  - type: web',
    '    name: site',
    '    runtime: static',
    '    staticPublishPath: dist',
    '  - type: worker',
    '    name: mailer',
    '    runtime: node',
    '    startCommand: node dist/mailer.js',
    '',
  ].join('\n'),
  'package.json': ['{', '  "scripts": {', '    "start": "node dist/server.js"', '  }', '}', ''].join('\n'),
  'src/server.ts': [
    "import express from 'express';",
    '',
    'const app = express();',
    'const port = process.env.PORT || 3000;',
    '',
    "app.listen(port, '127.0.0.1', () => {",
    "  console.log('ready');",
    '});',
    '',
  ].join('\n'),
  'src/App.tsx': [
    "import { BrowserRouter } from 'react-router-dom';",
    '',
    'export const App = () => <BrowserRouter />;',
    '',
  ].join('\n'),
};

/** The place of the nth (from 1) occurrence of a text in a file. Throws where there is none, so that a test cannot miss its mark. */
export function place(files: Files, file: string, part: string, nth = 1): Location {
  const text = files[file];
  if (text === undefined) throw new Error(`no file ${file}`);
  let start = -1;
  for (let seen = 0; seen < nth; seen += 1) {
    start = text.indexOf(part, start + 1);
    if (start === -1) throw new Error(`no ${JSON.stringify(part)} in ${file}`);
  }
  return linesOf(file, text).location(start, start + part.length);
}

/** The place right behind a text: where an insertion goes. */
export function placeAfter(files: Files, file: string, part: string, nth = 1): Location {
  const { end } = place(files, file, part, nth).range;
  return { file, range: { start: end, end } };
}

const at = (file: string, part: string, nth = 1): Location => place(FILES, file, part, nth);

export const API: ServiceLabel = { name: 'api', kind: 'web', platform: 'render', at: at('render.yaml', 'api') };
export const SITE: ServiceLabel = { name: 'site', kind: 'static', platform: 'render', at: at('render.yaml', 'site') };
const MAILER: ServiceLabel = {
  name: 'mailer',
  kind: 'worker',
  platform: 'render',
  at: at('render.yaml', 'mailer'),
};

/** A finding of the API's listen call; what a test is about is given. */
export function findingOf(given: Partial<Finding> = {}): Finding {
  return {
    rule: 'loopback-bind',
    severity: 'error',
    statuses: [502],
    message: {
      found: 'The server listens on 127.0.0.1 only.',
      effect: "Render's edge cannot reach it and answers 502.",
      remedy: 'Listen on 0.0.0.0.',
    },
    at: at('src/server.ts', "'127.0.0.1'"),
    trail: [
      { at: at('render.yaml', 'npm start'), words: 'starts `npm start`' },
      { at: at('package.json', 'node dist/server.js'), words: 'runs `node dist/server.js`' },
      { at: at('src/server.ts', 'app.listen'), words: 'opens the socket' },
    ],
    fixes: [
      {
        title: 'Listen on 0.0.0.0',
        safety: 'safe',
        edits: [{ at: at('src/server.ts', "'127.0.0.1'"), text: "'0.0.0.0'" }],
      },
    ],
    facts: { host: '127.0.0.1' },
    service: API,
    explains: [],
    ...given,
  };
}

/** The same finding where it belongs to no service. */
export function withoutService(finding: Finding): Finding {
  const copy = { ...finding };
  delete copy.service;
  return copy;
}

export const LOOPBACK = findingOf({
  explains: [
    findingOf({
      rule: 'short-keep-alive',
      severity: 'warning',
      message: {
        found: 'The server closes idle connections after 5 s.',
        effect: "Render's edge keeps them for 75 s and may send a request into a closed one.",
        remedy: 'Set keepAliveTimeout above 75 s.',
      },
      at: at('src/server.ts', 'app.listen'),
      fixes: [],
      facts: { keepAlive: 5, edge: 75 },
    }),
  ],
});

export const HEALTH_CHECK = findingOf({
  rule: 'missing-health-check',
  severity: 'warning',
  statuses: [503],
  message: {
    found: 'The service sets no health check path.',
    effect: 'A version that opens its port but is broken gets traffic.',
    remedy: 'Set healthCheckPath.',
  },
  at: API.at,
  trail: [],
  fixes: [
    {
      title: 'Set healthCheckPath to /',
      safety: 'unsafe',
      because: 'The path must answer without a login.',
      edits: [{ at: placeAfter(FILES, 'render.yaml', 'npm start'), text: '\n    healthCheckPath: /' }],
    },
  ],
  facts: {},
});

export const REWRITE = findingOf({
  rule: 'missing-spa-rewrite',
  statuses: [404],
  message: {
    found: 'The site routes in the browser, but nothing rewrites its paths to /index.html.',
    effect: 'Opening any page but the first answers 404.',
    remedy: 'Add a rewrite of /* to /index.html.',
  },
  at: SITE.at,
  trail: [{ at: at('src/App.tsx', 'BrowserRouter'), words: 'routes by browser history' }],
  fixes: [
    {
      title: 'Add the rewrite',
      safety: 'safe',
      edits: [
        {
          at: placeAfter(FILES, 'render.yaml', 'staticPublishPath: dist'),
          text: '\n    routes:\n      - type: rewrite\n        source: /*\n        destination: /index.html',
        },
      ],
    },
  ],
  facts: { router: 'react-router-dom' },
  service: SITE,
});

export const UNDECIDED: Undecided = {
  rule: 'ignored-port',
  why: 'The port comes from a function that could not be followed.',
  at: at('src/server.ts', 'port, '),
  service: API,
};

export const NOTIFICATION: Notification = {
  id: 'rule-crash',
  level: 'error',
  message: 'The rule stopped: out of cheese.',
  at: at('render.yaml', 'mailer'),
  rule: 'missing-health-check',
};

/** A report over FILES; what a test is about is given. */
export function reportOf(given: Partial<Report> = {}): Report {
  return {
    findings: [LOOPBACK, HEALTH_CHECK, REWRITE],
    suppressed: [],
    undecided: [UNDECIDED],
    notifications: [],
    services: [
      {
        ...API,
        inferred: false,
        followed: true,
        chain: [
          { words: 'npm start', at: at('render.yaml', 'npm start') },
          { words: 'node dist/server.js', at: at('package.json', 'node dist/server.js') },
          { words: 'src/server.ts', at: at('src/server.ts', 'import') },
        ],
      },
      { ...SITE, inferred: false, followed: true, chain: [] },
      {
        ...MAILER,
        inferred: false,
        followed: true,
        chain: [{ words: 'node dist/mailer.js', at: at('render.yaml', 'node dist/mailer.js') }],
      },
    ],
    platformFiles: ['render.yaml'],
    complete: true,
    ...given,
  };
}

const pageOf = (id: string, title: string): string =>
  [
    '<!-- generated -->',
    `# ${id}`,
    '',
    '**error** · 502',
    '<!-- /generated -->',
    '',
    '## What it finds',
    '',
    `${title}, so that`,
    'requests to `*` fail.',
    '',
    '## How to fix it',
    '',
    '```yaml file=render.yaml',
    'services: [] # none',
    '```',
    '',
  ].join('\n');

const ruleOf = (rule: Omit<RuleInfo, 'page'>): RuleInfo => ({ ...rule, page: pageOf(rule.id, rule.title) });

export const RULES: readonly RuleInfo[] = [
  ruleOf({ id: 'loopback-bind', title: 'The server listens on loopback only', severity: 'error', statuses: [502] }),
  ruleOf({ id: 'ignored-port', title: 'The server ignores PORT', severity: 'warning', statuses: [502] }),
  ruleOf({
    id: 'short-keep-alive',
    title: 'Idle connections are closed too soon',
    severity: 'warning',
    statuses: [502],
  }),
  ruleOf({
    id: 'missing-health-check',
    title: 'The service has no health check path',
    severity: 'warning',
    statuses: [503],
  }),
  ruleOf({
    id: 'missing-spa-rewrite',
    title: 'The site rewrites no paths to its index',
    severity: 'error',
    statuses: [404],
  }),
  ruleOf({
    id: 'invalid-config',
    title: 'The platform refuses or ignores the configuration',
    severity: 'error',
    statuses: [],
  }),
];

export function contextOf(given: Partial<ReportContext> = {}, files: Files = FILES): ReportContext {
  const source = (file: string): string | undefined => (Object.hasOwn(files, file) ? files[file] : undefined);
  return {
    version: '0.1.0',
    rules: RULES,
    homepage: 'https://github.com/lint-deploy/lint-deploy',
    source,
    utf8Source: source,
    uriPrefix: '',
    durationMs: 41,
    ...given,
  };
}
