// npm run compare-django [-- FOLDER [--write]]: asks a Django that is installed (Debian: python3-django; PYTHON names another
// interpreter) what it has of the settings in the tests. With a folder of checkouts it also compares the deploy checks of
// Django on the repositories below with our findings; with --write, that goes to docs/measured-django.md.
import { existsSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { join } from 'node:path';
import { rule as disallowedHost } from '../rules/disallowed-host/rule.js';
import { rule as sslRedirectLoop } from '../rules/ssl-redirect-loop/rule.js';
import { rule as unservedStatic } from '../rules/unserved-static/rule.js';
import { rule as untrustedOrigin } from '../rules/untrusted-origin/rule.js';
import { lint } from '../src/engine/lint.js';
import { render } from '../src/platforms/render/index.js';
import { openDirectory } from '../src/repository/disk.js';
import { DATABASE_FILES } from '../test/apps/django/database-files.js';
import { PLATFORM_VARIABLES, SETTINGS_FILES, type SettingsFile } from '../test/apps/django/settings-files.js';
import { LISTS, STATEMENTS, VARIABLES } from '../test/rules/allowed-hosts.js';
import { ask, DEPLOY_CHECKS, inFolder, pythonWithDjango, SETTINGS } from './lib/django.js';

const HOST = 'shop.onrender.com';

interface Outcome {
  compared: number;
  differ: readonly string[];
}

function askAbout(python: string, one: Pick<SettingsFile, 'files' | 'variables' | 'settings'>): ReturnType<typeof ask> {
  const files = typeof one.files === 'string' ? { 'mysite/settings.py': one.files } : one.files;
  const variables = {
    ...PLATFORM_VARIABLES,
    ...one.variables,
    DJANGO_SETTINGS_MODULE: one.settings ?? 'mysite.settings',
  };
  return inFolder({ 'mysite/__init__.py': '', ...files }, (folder) => ask(python, SETTINGS, folder, variables, HOST));
}

/** What it cannot import here, because a library is not installed, is left out. */
function isMissing(answer: ReturnType<typeof ask>): boolean {
  return errorOf(answer).startsWith('ModuleNotFoundError');
}

function compareHosts(python: string): Outcome {
  const set = Object.entries(VARIABLES).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const cases = [
    ...LISTS.map(([written, verdict]) => ({ text: `import os, json\nALLOWED_HOSTS = ${written}\n`, verdict })),
    ...STATEMENTS.map(([text, verdict]) => ({ text: `import os\n${text}\n`, verdict })),
  ].filter(({ verdict }) => verdict !== '?');
  let compared = 0;
  const differ = cases.flatMap(({ text, verdict }) => {
    const answer = askAbout(python, { files: text, variables: Object.fromEntries(set) });
    if (typeof answer?.admitted !== 'boolean') return [];
    compared++;
    return answer.admitted === (verdict === 'fine')
      ? []
      : [`${verdict} expected, admitted ${String(answer.admitted)}:\n${text}`];
  });
  return { compared, differ };
}

function compareSettings(python: string): Outcome {
  let compared = 0;
  const differ = [...SETTINGS_FILES, ...DATABASE_FILES].flatMap((one): string[] => {
    const answer = askAbout(python, one);
    if (!answer || isMissing(answer)) return [];
    compared++;
    if (one.values === 'refused') return answer.error === undefined ? [`${one.name}: Django takes it`] : [];
    const found = inTheFormOfTheTable(answer.values);
    return Object.entries(one.values)
      .filter(([name, value]) => value !== '?' && !isDeepStrictEqual(found[name], value))
      .map(([name]) => `${one.name}: ${name} is ${JSON.stringify(found[name])}`);
  });
  return { compared, differ };
}

function errorOf(answer: ReturnType<typeof ask>): string {
  return typeof answer?.error === 'string' ? answer.error : 'nothing';
}

function inTheFormOfTheTable(values: unknown): Readonly<Record<string, unknown>> {
  const found: Record<string, unknown> = isRecord(values) ? { ...values } : {};
  const database = isRecord(found.DATABASES) ? found.DATABASES.default : undefined;
  if (isRecord(database)) {
    // Older versions of the libraries name the same engine otherwise.
    found.engine = typeof database.ENGINE === 'string' ? database.ENGINE.replace('_psycopg2', '') : undefined;
    found.CONN_MAX_AGE = database.CONN_MAX_AGE;
  }
  return { ...found, DEBUG: Boolean(found.DEBUG) };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Repositories with Django that are deployed to Render, and what their platform file sets. */
const REPOSITORIES: readonly {
  name: string;
  commit: string;
  folder: string;
  settings: string;
  host: string;
  variables: Readonly<Record<string, string>>;
}[] = [
  {
    name: 'render-examples/django',
    commit: 'fbc60fcb44eebd63cfd45566e6973183e6f75aa4',
    folder: '',
    settings: 'mysite.settings',
    host: 'django.onrender.com',
    variables: { SECRET_KEY: 'x' },
  },
  {
    name: 'isaacwangombe/render-deploy',
    commit: '6c14f2a75c03946634c5d30ff94212d0bcd59409',
    folder: '',
    settings: 'mysite.settings',
    host: 'mysite.onrender.com',
    variables: { SECRET_KEY: 'x' },
  },
  {
    name: '0097eo/Eshop',
    commit: '1e01a44453be065f12f69d3b49f79265668e5d30',
    folder: 'shop',
    settings: 'shop.settings',
    host: 'shop.onrender.com',
    variables: {},
  },
  {
    name: 'FraCata00/django-istat-deploy',
    commit: '2bb38e493c7f3d249a41a0180426840d650457e8',
    folder: '',
    settings: 'config.settings',
    host: 'django-istat-deploy.onrender.com',
    variables: { SECRET_KEY: 'x', DJANGO_SECRET_KEY: 'x', DEBUG: 'False', ALLOWED_HOSTS: '.onrender.com' },
  },
  {
    name: 'Gilks97/DocSys',
    commit: 'e7f13e7d39b3be26881810d987fff147702c12b3',
    folder: '',
    settings: 'docSys.settings',
    host: 'docsys-app.onrender.com',
    variables: { SECRET_KEY: 'x', DEBUG: 'False', ALLOWED_HOSTS: '.onrender.com' },
  },
];

const RULES = [disallowedHost, untrustedOrigin, sslRedirectLoop, unservedStatic];

/** A checkout is a folder named `owner__name`, perhaps with `@` and the beginning of the commit. */
async function compareRepositories(python: string, folder: string): Promise<readonly string[]> {
  const rows: string[] = [];
  for (const { name, commit, folder: inside, settings, host, variables } of REPOSITORIES) {
    const plain = name.replace('/', '__');
    const path = [plain, `${plain}@${commit.slice(0, 7)}`].map((each) => join(folder, each)).find(existsSync);
    if (path === undefined) {
      console.error(`${name} is not in ${folder}: check it out there at ${commit}.`);
      continue;
    }
    const set = {
      RENDER: 'true',
      RENDER_EXTERNAL_HOSTNAME: host,
      RENDER_EXTERNAL_URL: `https://${host}`,
      ...variables,
      DJANGO_SETTINGS_MODULE: settings,
    };
    const answer = ask(python, DEPLOY_CHECKS, join(path, inside), set, host);
    const checks = Array.isArray(answer?.checks) ? answer.checks.join(', ').replaceAll('security.', '') : '';
    const report = await lint({ repository: openDirectory(path), rules: RULES, platforms: [render] });
    const ours = report.findings.map(({ rule, at }) => `${rule} (${at.file}:${String(at.range.start.line)})`);
    const undecided = [...new Set(report.undecided.map(({ rule }) => `${rule} is not decided`))];
    const host400 = typeof answer?.admitted === 'boolean' ? (answer.admitted ? 'admitted' : 'refused (400)') : '?';
    rows.push(
      `| ${name} @ ${commit.slice(0, 7)} | ${checks === '' ? errorOf(answer) : checks} | ${host400} | ${[...ours, ...undecided].join(', ') || 'nothing'} |`,
    );
  }
  return rows;
}

function page(version: string, rows: readonly string[]): string {
  return `# Django's deploy checks and ours

Written by \`npm run compare-django -- FOLDER --write\` on ${new Date().toISOString().slice(0, 10)} with Django ${version}. The
deploy checks are those that \`manage.py check --deploy\` runs on settings, with the variables that the platform file of
the repository sets. "Host" is what Django answers
to a request for the service's own host with these settings. Packages that are not installed are stood in for; where one
is installed in a version that is too old for the settings, its error is shown.

| repository | deploy checks of Django | host | findings of our four rules |
| ---------- | ----------------------- | ---- | -------------------------- |
${rows.join('\n')}

The checks ask whether settings are as strict as they can be (W004: no HSTS, W008: no redirect to https, W012 and W016:
cookies without "secure", W018: DEBUG is on, W020: ALLOWED_HOSTS is empty), and know nothing of the platform: W020 is
silent as soon as the list has any entry, be it \`['']\` or \`['localhost']\`. W008 asks for the redirect, which
without a trusted forwarded scheme is a loop. None of them looks at what serves static files, or at the origins of forms.
`;
}

const python = pythonWithDjango();
if (python === undefined) {
  console.error('No Python with Django: install python3-django, or name an interpreter in PYTHON.');
  process.exitCode = 1;
} else {
  const outcomes = { 'lists of hosts': compareHosts(python), 'settings files': compareSettings(python) };
  for (const [what, { compared, differ }] of Object.entries(outcomes)) {
    console.log(`${what}: ${String(compared)} compared with Django, ${String(differ.length)} differ.`);
    for (const each of differ) console.log(`  ${each}`);
    if (differ.length > 0 || compared === 0) process.exitCode = 1;
  }
  const [folder] = process.argv.slice(2).filter((each) => !each.startsWith('-'));
  if (folder !== undefined) {
    const rows = await compareRepositories(python, folder);
    console.log(rows.join('\n'));
    const version = inFolder(
      { 'v/__init__.py': '', 'v/s.py': 'import django\nVERSION = django.get_version()\n' },
      (at) => ask(python, SETTINGS, at, { DJANGO_SETTINGS_MODULE: 'v.s' }, HOST),
    );
    const told = isRecord(version?.values) ? String(version.values.VERSION) : '';
    if (process.argv.includes('--write')) writeFileSync('docs/measured-django.md', page(told, rows));
  }
}
