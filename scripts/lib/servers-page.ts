import { FRAMEWORKS, NEST_FASTIFY, type Framework } from '../../src/apps/node/frameworks.js';
import { PACKAGED, type Packaged, type Setting } from '../../src/apps/node/packaged.js';
import type { Measured } from './measured-server.js';

/** docs/servers.md: what the table says of Node's servers, and what was measured. */
export function serversPage(results: readonly Measured[], version: string, date: Date): string {
  const day = date.toISOString().slice(0, 10);
  return [
    '<!-- Written by `npm run measure-servers`. -->',
    '',
    '# Where servers listen',
    '',
    'What lint-deploy takes for the defaults of servers on Node, and what they were seen to do.',
    '',
    `## Measured on ${day} with Node ${version.replace(/^v/, '')}`,
    '',
    'Each was started with `PORT` set and no host given. A connection was left idle after one request.',
    '',
    table(
      ['Server', 'Listens on', 'Port', 'Closed after', 'The table says'],
      results.map(({ title, host, port, idle, table: own, agrees }) => [
        title,
        host,
        port,
        seconds(idle),
        `${seconds(own)}${agrees ? '' : ' (differs)'}`,
      ]),
    ),
    '',
    '## Servers that programs make',
    '',
    table(
      ['Server', 'Host', 'Port', 'Reads', 'Keeps idle connections', 'Source', 'Measured'],
      [...FRAMEWORKS, NEST_FASTIFY].map(frameworkRow),
    ),
    '',
    '## Servers with a command of their own',
    '',
    table(['Server', 'Host', 'Port', 'Keeps idle connections', 'Source', 'Measured'], PACKAGED.map(packagedRow)),
    '',
  ].join('\n');
}

function frameworkRow({ title, host, port, variables, keepAlive, source, measured }: Framework): string[] {
  const reads = [...(variables?.host ?? []), ...(variables?.port ?? [])].map((name) => `\`${name}\``).join(', ');
  const time = keepAlive === undefined ? 'no limit' : seconds(keepAlive / 1_000);
  return [title, `\`${host}\``, port === undefined ? 'as given' : String(port), reads, time, source, measured ?? 'no'];
}

function packagedRow({ title, host, port, keepAlive, source, measured }: Packaged): string[] {
  const time = keepAlive === undefined ? 'not known' : seconds(keepAlive.otherwise / 1_000);
  return [title, settingText(host), settingText(port), time, source, measured ?? 'no'];
}

function settingText({ flags = [], variables = [], otherwise }: Setting): string {
  const names = [...flags, ...variables].map((name) => `\`${name}\``);
  return [...names, ...(otherwise === undefined ? [] : [`else \`${otherwise}\``])].join(', ');
}

function seconds(value: number | undefined): string {
  return value === undefined ? 'not while it was watched' : `${String(value)} s`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
