import { join } from 'node:path';
import { existsSync } from 'node:fs';
import type { Service } from '../../../src/model/service.js';
import { knownValue } from '../../../src/model/value.js';
import { argvOf } from './container.js';
import { startDatabase, type Database } from './database.js';
import { filesOf, proxyTo, proxyToOneOf, answering, APP_ADDRESS, type Edge } from './edge.js';
import { freePort } from './ports.js';
import { run, stop } from './processes.js';
import type { Reproduction } from './reproduction.js';
import { supervised, type Supervised } from './supervisor.js';
import type { Tools } from './tools.js';
import { ask } from './visitor.js';
import type { Address } from '../sockets.js';

/** A service that is deployed, and the edge in front. */
export interface Site {
  /** The edge's, on 127.0.0.1. */
  port: number;
  /** The host that visitors call it by. */
  host: string;
  /** The port that the platform told the app, where there is an app. */
  appPort?: number;
  app?: Supervised;
  /** How long the app has between SIGTERM and SIGKILL, in ms. */
  shutdownDelay?: number;
  database?: Database;
  /** What the app listens on. */
  listens: readonly Address[];
}

/** How long a health check is repeated, in ms. */
const HEALTH_LIMIT = 10_000;

/** A reproduction on its way, with what it needs. */
export interface Stage {
  /** Where its repository is laid out. */
  folder: string;
  reproduction: Reproduction;
  tools: Tools;
}

/** Builds and starts a service as its platform does, visits it, and takes it down again. */
export async function deployed<T>(stage: Stage, service: Service, visit: (site: Site) => Promise<T>): Promise<T> {
  const database = stage.reproduction.hasDatabase === true ? await startDatabase() : undefined;
  try {
    return await deployedBeside(stage, service, database, visit);
  } finally {
    await database?.stop();
  }
}

async function deployedBeside<T>(
  { folder, reproduction, tools }: Stage,
  service: Service,
  database: Database | undefined,
  visit: (site: Site) => Promise<T>,
): Promise<T> {
  const host = `${knownValue(service.name) ?? 'app'}.onrender.com`;
  const port = reproduction.port ?? (await freePort());
  const cwd = join(folder, knownValue(service.root) ?? '');
  const env = {
    ...environmentOf(service, host, port),
    ...database?.variables,
    PATH: reproduction.installs === true ? tools.installingPath : tools.path,
    PYTHONPATH: tools.pythonPath,
    HOME: tools.home,
  };
  for (const command of [service.buildCommand, service.preDeployCommand])
    await shell(knownValue(command), { cwd, env });
  const aside = `${folder}-edge`;
  if (service.kind === 'static') {
    const edge = await staticEdge(aside, cwd, service);
    return visited(edge, { port: edge.port, host, listens: [] }, visit);
  }
  const running = { cwd, env: { ...(knownValue(service.runtime) === 'node' && NODE), ...env } };
  const app = await supervised(await argvOf(folder, service), running, reproduction.inContainer === true);
  try {
    const edge = await edgeOf(aside, reproduction, service, { host, port });
    const shutdownDelay = Number(knownValue(service.shutdownDelay)) * 1_000;
    const site = { port: edge.port, host, appPort: port, app, shutdownDelay, listens: app.listens };
    return await visited(edge, { ...site, ...(database && { database }) }, visit);
  } finally {
    await app.stop();
  }
}

/** The edge of an app: where its health check fails, it gets no traffic. */
async function edgeOf(
  folder: string,
  { healthChecked, isUpdate, isReplaced }: Reproduction,
  service: Service,
  { host, port }: { host: string; port: number },
): Promise<Edge> {
  if (isReplaced === true) return proxyToOneOf(folder, port);
  if (healthChecked !== true || (await isHealthy(service, host, port))) return proxyTo(folder, port);
  return answering(folder, isUpdate === true ? 200 : 503);
}

async function visited<T>(edge: Edge, site: Site, visit: (site: Site) => Promise<T>): Promise<T> {
  try {
    return await visit(site);
  } finally {
    await edge.stop();
  }
}

/**
 * What the platform tells a service, and over that the service's own variables.
 * https://render.com/docs/environment-variables
 */
function environmentOf({ env, runtime }: Service, host: string, port: number): Record<string, string> {
  const python = { GUNICORN_CMD_ARGS: `--preload --access-logfile - --bind=0.0.0.0:${port}`, FORWARDED_ALLOW_IPS: '*' };
  const own = env.flatMap(({ key, value }) => {
    const known = knownValue(value);
    return known === undefined ? [] : [[key, known] as const];
  });
  return {
    RENDER: 'true',
    RENDER_EXTERNAL_HOSTNAME: host,
    RENDER_EXTERNAL_URL: `https://${host}`,
    PORT: String(port),
    LANG: 'C.UTF-8',
    PYTHONDONTWRITEBYTECODE: '1',
    ...(knownValue(runtime) === 'python' && python),
    ...Object.fromEntries(own),
  };
}

/** What the platform sets for Node once it runs, and not in the build: https://render.com/docs/environment-variables */
const NODE = { NODE_ENV: 'production' };

/** Runs a command to its end. One that fails does not stop the run: what visitors then get is what counts. */
async function shell(command: string | undefined, surroundings: Parameters<typeof run>[1]): Promise<void> {
  if (command === undefined) return;
  const running = run(['bash', '-c', command], surroundings);
  await running.ended;
  await stop(running);
}

/** Whether its health check is answered as the platform wants: https://render.com/docs/health-checks */
async function isHealthy(service: Service, host: string, port: number): Promise<boolean> {
  const path = knownValue(service.healthCheckPath);
  if (path === undefined) return true;
  const start = Date.now();
  while (Date.now() - start < HEALTH_LIMIT) {
    const { status } = await ask(port, host, path, { address: APP_ADDRESS });
    if (status >= 200 && status < 400) return true;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return false;
}

/** Serves what a build left in the folder that is published. */
function staticEdge(aside: string, cwd: string, { publishPath, routes }: Service): Promise<Edge> {
  const published = join(cwd, knownValue(publishPath) ?? '');
  const first = routes.find(({ matches }) => matches === 'all');
  if (first?.type === 'redirect') return filesOf(aside, published, { redirect: first.destination });
  const hasIndex = existsSync(join(published, 'index.html'));
  return filesOf(aside, published, first?.leadsTo === 'index' && hasIndex ? '/index.html' : '=404');
}
