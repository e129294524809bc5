import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PROJECT } from './project.js';

/**
 * Writes the files of a new rule: the rule, its page, and a fixture of each kind. The rule finds nothing yet, so its
 * flagged fixture and example fail until it is written.
 *
 * @returns the paths of the files
 * @throws {Error} on an id that is taken or not kebab-case, and on a title that is not one plain line
 */
export function writeRule(id: string, title: string): string[] {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(id)) {
    throw new Error(`"${id}" is no id: it names the fault in lower case with dashes, such as missing-health-check.`);
  }
  if (!/^[A-Z][^\n'\\]*[^\n'\\.]$/.test(title)) {
    throw new Error('The title is one line that starts with a capital letter, without full stop, quote or backslash.');
  }
  for (const folder of [`rules/${id}`, `fixtures/${id}`]) {
    if (existsSync(join(PROJECT, folder))) throw new Error(`${folder} exists already.`);
  }
  const files = filesOf(id, title);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(PROJECT, dirname(path)), { recursive: true });
    writeFileSync(join(PROJECT, path), text);
  }
  return Object.keys(files);
}

function filesOf(id: string, title: string): Record<string, string> {
  const app = { 'package.json': PACKAGE, 'server.js': SERVER };
  const finding = { rule: id, severity: 'warning', file: 'render.yaml', line: 3, column: 11 };
  return {
    [`rules/${id}/rule.ts`]: ruleText(id, title),
    [`rules/${id}/README.md`]: PAGE,
    ...fixture(`fixtures/${id}/flagged-basic`, { ...app, 'render.yaml': blueprint('faulty') }, [finding]),
    ...fixture(`fixtures/${id}/clean-basic`, { ...app, 'render.yaml': blueprint('node server.js') }, []),
  };
}

function fixture(
  folder: string,
  files: Readonly<Record<string, string>>,
  findings: readonly object[],
): Record<string, string> {
  const expected = `${JSON.stringify({ findings }, null, 2)}\n`;
  const all = Object.entries({ ...files, 'expected.json': expected });
  return Object.fromEntries(all.map(([name, text]) => [`${folder}/${name}`, text]));
}

/** What the commands of the Blueprints need: every rule runs on every fixture. */
const PACKAGE = `{
  "name": "api",
  "private": true,
  "type": "module",
  "scripts": {
    "start": "node server.js"
  }
}
`;

const SERVER = `import { createServer } from 'node:http';

const server = createServer((request, response) => response.end('ok'));
server.keepAliveTimeout = 120_000;
server.listen(process.env.PORT || 3000);
`;

function blueprint(startCommand: string): string {
  return `services:
  - type: web
    name: api
    runtime: node
    buildCommand: npm install
    startCommand: ${startCommand}
    healthCheckPath: /health
`;
}

function ruleText(id: string, title: string): string {
  return `import { defineRule, type Verdict } from '../../src/deployment/rule.js';
import type { Service } from '../../src/model/service.js';
import { judge } from '../../src/model/value.js';

export const rule = defineRule({
  id: '${id}',
  title: '${title}',
  severity: 'warning',
  statuses: [502],
  scope: 'service',
  appliesTo: (service) => service.kind === 'web',
  check,
});

async function* check({ startCommand, at }: Service): AsyncGenerator<Verdict> {
  if (startCommand.is === 'absent') return;
  const judgement = judge(startCommand, isWrong);
  if (judgement === 'undecided') yield { is: 'undecided', why: 'The start command cannot be read.', at };
  if (judgement !== 'wrong') return;
  yield {
    is: 'finding',
    at,
    message: {
      found: 'What is there.',
      effect: 'What it leads to.',
      remedy: 'What to change.',
    },
  };
}

/** To be written. Until then the rule finds nothing, and its flagged fixture fails. */
function isWrong(command: string): boolean {
  return command === '';
}
`;
}

const PAGE = `<!-- generated -->
<!-- /generated -->

## What it finds

## Why it matters

## How to fix it

## When it stays silent

## Examples

### Flagged

\`\`\`yaml file=render.yaml
${blueprint('faulty')}\`\`\`

### Clean

\`\`\`yaml file=render.yaml
${blueprint('node server.js')}\`\`\`

## Sources
`;
