import type { Gap, Role, Variable } from '../model/process.js';
import type { Route } from '../model/service.js';
import {
  TRACED_SETTINGS,
  type ProcessTrace,
  type ServiceTrace,
  type SocketTrace,
  type Trace,
  type TracedSetting,
} from '../model/trace.js';
import type { Origin, Value } from '../model/value.js';
import { folderInWords } from '../repository/paths.js';
import { cleanLine, cleanText } from './clean-text.js';
import { flow, truncate, wrap } from './layout.js';
import {
  hanging,
  indented,
  noticeLines,
  onOneLine,
  Page,
  path,
  plural,
  rows,
  serviceHead,
  stepRows,
  type PageContext,
  type PageOptions,
  type Row,
} from './page.js';
import { redactedValue, redactedWords } from './shown.js';

/** Columns of a variable's name. */
const MAX_NAME = 40;
/** Columns of a value or command. */
const MAX_TEXT = 500;

/**
 * What was understood, for a person: each service with its way from the start command to what runs, and what is known of
 * it, each with its place. Ends with a line break. All text from the repository is cleaned and its secrets are hidden.
 */
export function traceText(trace: Trace, context: PageContext, options: Omit<PageOptions, 'verbose'>): string {
  const page = new Page(context, { ...options, verbose: true });
  const blocks = [
    ...trace.services.map((service) => serviceLines(service, page)),
    noticeLines(trace.notifications, page),
    summaryLines(trace, page),
  ];
  const lines = blocks
    .filter((block) => block.length > 0)
    .flatMap((block, index) => (index === 0 ? block : ['', ...block]));
  return lines.map((line) => `${line}\n`).join('');
}

function serviceLines(service: ServiceTrace, page: Page): string[] {
  const before = service.before.flatMap((each) => processLines(each, service.gaps, page));
  const sections = [
    ...(service.kind === 'static' ? [] : [processSection(service, page)]),
    section('Runs first and ends', before, page),
    gapSection(service, page),
    section('What is set', rows(settingRows(service, page), 4, page), page),
  ];
  return [...serviceHead(service, page), ...sections.flat()];
}

/** A heading with what belongs to it; nothing where that is nothing. */
function section(title: string, lines: readonly string[], page: Page): string[] {
  return lines.length === 0 ? [] : ['', `  ${page.colours.bold(title)}`, ...lines];
}

// ---- what runs

function processSection({ kind, processes, gaps, ends }: ServiceTrace, page: Page): string[] {
  const lines = processes.flatMap((each) => processLines(each, gaps, page));
  if (ends) lines.push(...page.prose(`The start command ends: ${ends.why} (${page.place(ends.at)}).`, 4));
  else if (processes.length === 0) lines.push(...page.prose(nothingWords(gaps, page), 4));
  if ((kind === 'web' || kind === 'private') && processes.some(({ server }) => server === 'undecided')) {
    lines.push(...page.prose('Not decided: which of these answers requests.', 4));
  }
  const serving = processes.length > 1 ? processes.find(({ server }) => server === 'yes') : undefined;
  if (serving) lines.push(...page.prose(`The one that answers requests is ${serving.program.name}.`, 4));
  const title = kind === 'cron' || kind === 'workflow' ? 'Runs' : 'Stays running';
  return section(ends ? 'Starts' : title, lines, page);
}

/** What to say where nothing is known to stay. */
function nothingWords(gaps: readonly Gap[], page: Page): string {
  const [gap] = gaps;
  if (!gap) return 'Nothing.';
  return isFirst(gap) ? `Not decided: ${gap.why} (${page.place(gap.at)}).` : 'Not decided: the way there ends early.';
}

/** The way ends before its first step. */
function isFirst({ steps }: Gap): boolean {
  return steps.length === 0;
}

function processLines(process: ProcessTrace, gaps: readonly Gap[], page: Page): string[] {
  const command = short(
    redactedWords(process.program.words)
      .map((word) => word ?? '…')
      .join(' '),
  );
  const [first = '', ...more] = indented(hanging(wrap(command, page.width - 6)), 4);
  const facts: Row[] = [
    { left: 'program', right: programWords(process) },
    ...targetRows(process, gaps, page),
    { left: 'folder', right: folderInWords(process.folder) },
    ...process.variables.map(({ name, variable }) => variableRow(name, variable, page)),
    ...process.sockets.flatMap((socket) => socketRows(socket, page)),
    ...process.openSockets.map(({ why, at }) => ({ left: 'not decided', right: `${why} (${page.place(at)})` })),
  ];
  return [
    page.colours.bold(first),
    ...more,
    ...rows(stepRows(process.steps, page), 6, page),
    ...rows(process.conditional ? [...facts, { left: 'when', right: 'not decided: on a condition' }] : facts, 6, page),
  ];
}

const ROLES: Readonly<Record<Role | 'unknown', string>> = {
  server: 'a server',
  'dev-server': 'a server made for development',
  worker: 'a worker, which opens no port',
  task: 'ends by itself',
  runtime: 'what it does depends on the code it runs',
  unknown: 'not a program that lint-deploy knows',
};

function programWords({ program: { name, role } }: ProcessTrace): string {
  return `${name}: ${ROLES[role]}`;
}

function targetRows(process: ProcessTrace, gaps: readonly Gap[], page: Page): readonly Row[] {
  const { target } = process.program;
  switch (target.is) {
    case 'file': {
      const note = gaps.some((gap) => isBuiltFile(process, gap)) ? ', not in the repository: its source was read' : '';
      return [{ left: 'runs', right: `${valueWords(target.path, page)}${note}` }];
    }
    case 'folder':
      return [{ left: 'serves', right: valueWords(target.path, page) }];
    case 'module': {
      const { module, attribute, call } = target;
      const object = attribute.is === 'absent' ? [] : [{ left: 'object', right: valueWords(attribute, page) }];
      const called = call ? [{ left: 'calls it', right: 'the object is a function that makes the app' }] : [];
      return [{ left: 'module', right: valueWords(module, page) }, ...object, ...called];
    }
    case 'none':
      return [];
  }
}

/** The gap is the file that the process runs, whose sockets show that its source was read in its place. */
function isBuiltFile({ program: { target }, sockets }: ProcessTrace, { missing }: Gap): boolean {
  if (missing?.kind !== 'file' || missing.otherCase !== undefined || sockets.length === 0) return false;
  return target.is === 'file' && target.path.is === 'known' && target.path.value === missing.path;
}

/** Where it listens, and how long it keeps an idle connection. */
function socketRows({ server, host, port, keepAlive, at, conditional }: SocketTrace, page: Page): readonly Row[] {
  const when = conditional ? ', on a condition that is not decided' : '';
  return [
    { left: 'listens', right: `${server} (${page.place(at)})${when}` },
    { left: 'host', right: valueWords(host, page) },
    { left: 'port', right: port.is === 'absent' ? 'any that is free' : valueWords(port, page, String) },
    ...(keepAlive.is === 'absent' ? [] : [{ left: 'idle limit', right: valueWords(keepAlive, page, duration) }]),
  ];
}

/** Milliseconds in words. */
function duration(milliseconds: number): string {
  return Number.isFinite(milliseconds) ? `${milliseconds / 1_000} s` : 'none';
}

function variableRow(name: string, variable: Variable, page: Page): Row {
  const left = truncate(cleanLine(name), MAX_NAME);
  switch (variable.is) {
    case 'set':
      return { left, right: valueWords(variable.value, page, (text) => redactedValue(name, text)) };
    case 'unset':
      return { left, right: 'not set, unless the dashboard sets it' };
    case 'unknown':
      return { left, right: 'not decided: the dashboard or a file may set it' };
  }
}

function gapSection({ processes, before, gaps: all }: ServiceTrace, page: Page): string[] {
  const gaps = all.filter((gap) => ![...processes, ...before].some((each) => isBuiltFile(each, gap)));
  const shown = processes.length === 0 ? gaps.filter((gap) => !isFirst(gap)) : gaps;
  const places = new Set([...processes, ...before].map(({ at }) => page.place(at)));
  const entries = shown.flatMap(({ why, at, steps, missing }) => {
    const other = missing?.otherCase === undefined ? '' : `; there is ${missing.otherCase}, in another letter case`;
    const end = { left: page.place(at), right: `${why}${other}` };
    // The way to a program that lacks something stands with the program.
    return places.has(end.left) ? [end] : [...stepRows(steps, page), end];
  });
  return section('Not followed further', rows(entries, 4, page), page);
}

// ---- what is set

const LABELS: Readonly<Record<TracedSetting, string>> = {
  runtime: 'runtime',
  root: 'root folder',
  buildCommand: 'build command',
  preDeployCommand: 'pre-deploy command',
  startCommand: 'start command',
  dockerfile: 'Dockerfile',
  dockerContext: 'Docker context',
  image: 'image',
  healthCheckPath: 'health check',
  publishPath: 'published folder',
  region: 'region',
  plan: 'plan',
};

/** Values that only services of some kinds have: these are shown there also where they are not set. */
const KINDS: Readonly<Partial<Record<TracedSetting, readonly string[]>>> = {
  healthCheckPath: ['web'],
  publishPath: ['static'],
};

function settingRows(service: ServiceTrace, page: Page): readonly Row[] {
  const { settings, kind } = service;
  const elsewhere =
    service.elsewhere === undefined ? [] : [{ left: 'code', right: `in another repository, ${service.elsewhere}` }];
  const keys = TRACED_SETTINGS.filter((key) => {
    const { is } = settings[key];
    return KINDS[key]?.includes(kind) ?? is !== 'absent';
  });
  const decided = keys.filter((key) => settings[key].is !== 'unknown');
  return [
    ...elsewhere,
    ...decided.map((key) => ({ left: LABELS[key], right: settingWords(key, settings[key], page) })),
    ...routeRows(service, page),
    ...undecidedRows(service, keys, page),
  ];
}

function settingWords(key: TracedSetting, value: Value<string>, page: Page): string {
  return valueWords(value, page, key === 'root' ? folderInWords : undefined);
}

/** Values that cannot be decided for one and the same reason stand together. */
function undecidedRows({ settings }: ServiceTrace, keys: readonly TracedSetting[], page: Page): readonly Row[] {
  const byReason = new Map<string, string[]>();
  for (const key of keys) {
    const value = settings[key];
    if (value.is !== 'unknown') continue;
    const reason = `${value.why} (${page.place(value.at)})`;
    byReason.set(reason, [...(byReason.get(reason) ?? []), LABELS[key]]);
  }
  return [...byReason].map(([reason, labels]) => ({ left: 'not decided', right: `${labels.join(', ')}: ${reason}` }));
}

function routeRows({ kind, routes, refusedRoutes, platform }: ServiceTrace, page: Page): readonly Row[] {
  if (kind === 'static' && routes.length + refusedRoutes.length === 0) return [{ left: 'routes', right: 'none' }];
  return [
    ...routes.map((route) => ({ left: route.type, right: `${routeWords(route)} (${page.place(route.at)})` })),
    ...refusedRoutes.map(({ at }) => ({ left: 'route', right: `${platform} refuses it (${page.place(at)})` })),
  ];
}

function routeWords({ source, destination }: Route): string {
  return `${source} → ${destination}`;
}

// ---- values

/** A value, where it comes from and where it stands. */
function valueWords<T extends string | number>(
  value: Value<T>,
  page: Page,
  shown: (value: T) => string = String,
): string {
  switch (value.is) {
    case 'known': {
      const text = short(shown(value.value));
      return `${text === '' ? 'empty' : text} (${originWords(value.from, page.place(value.at))})`;
    }
    case 'oneOf':
      return `not decided, one of: ${value.values.map((each) => valueWords(each, page, shown)).join(', ')}`;
    case 'absent':
      return 'not set';
    case 'unknown':
      return `not decided: ${value.why} (${page.place(value.at)})`;
  }
}

/** On one line, and cut where it is very long. */
function short(text: string): string {
  return truncate(onOneLine(cleanText(text)), MAX_TEXT);
}

function originWords(from: Origin, place: string): string {
  switch (from.by) {
    case 'written':
      return place;
    case 'default':
      return `${from.of}'s default, ${from.source}`;
    case 'platform':
      return `${from.platform} sets it`;
    case 'variable':
      return `from the variable ${from.name}, ${place}`;
  }
}

function summaryLines({ services, platformFiles }: Trace, page: Page): string[] {
  const [file] = platformFiles;
  if (services.length === 0) {
    return page.prose(
      file === undefined ? 'No platform file and no service was found.' : `No services in ${path(file, page.context)}.`,
      0,
    );
  }
  const open = services.filter(({ followed }) => !followed).length;
  const parts = [plural(services.length, 'service')];
  if (open > 0) parts.push(`${plural(open, 'start command')} not followed to the end`);
  const pieces = parts.flatMap((text) => wrap(text, page.width).map((line) => ({ text: line })));
  return flow(pieces, ' · ', page.width);
}
