import type { Process } from '../model/process.js';
import type { AppRoute, Routes } from '../model/routes.js';
import { childOf } from '../repository/paths.js';
import type { Repository } from '../repository/repository.js';

/** A server whose own health route is documented; what the project adds to it is not read. Not measured, unless it says so. */
interface Packaged {
  programs: readonly string[];
  health: string;
  /** A setting, an option or a key of a file, that puts its routes below a path. */
  prefix?: RegExp;
  source: string;
}

const PACKAGED: readonly Packaged[] = [
  { programs: ['strapi'], health: '/_health', source: 'https://docs.strapi.io/cms/deployment' },
  { programs: ['medusa'], health: '/health', source: 'https://docs.medusajs.com/resources/deployment' },
  { programs: ['directus'], health: '/server/ping', source: 'https://directus.io/docs/api/server' },
  {
    // Measured with Streamlit 1.64 on 2026-11-21: 200, and 404 with a base path.
    programs: ['streamlit'],
    health: '/_stcore/health',
    prefix: /baseUrlPath|STREAMLIT_SERVER_BASE_URL_PATH/,
    source: 'https://docs.streamlit.io/deploy/tutorials/docker',
  },
  {
    programs: ['n8n'],
    health: '/healthz',
    source: 'https://docs.n8n.io/deploy/host-n8n/keep-n8n-running/monitor-n8n/',
  },
];

/** The routes of a server that comes ready made. */
export function packagedRoutes(repository: Repository, process: Process): Routes | undefined {
  const { program, steps, at } = process;
  const found = PACKAGED.find(({ programs }) => programs.includes(program.name));
  if (!found) return undefined;
  const route: AppRoute = { method: 'GET', path: found.health, at, guarded: false };
  const routes = found.prefix && isSet(repository, process, found.prefix) ? [] : [route];
  return { routes, complete: false, why: `the routes of \`${program.name}\` are not all known`, steps };
}

function isSet(repository: Repository, { program, folder, environment }: Process, setting: RegExp): boolean {
  const config = repository.read(childOf(folder, '.streamlit/config.toml'));
  const texts = [...program.words, ...environment.names, config.is === 'text' ? config.text : ''];
  return texts.some((text) => text !== undefined && setting.test(text));
}
