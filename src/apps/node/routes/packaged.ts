import type { Process } from '../../../model/process.js';
import type { AppRoute, Routes } from '../../../model/routes.js';

/** A server whose own health route is documented; what the project adds to it is not read. None was measured. */
interface Packaged {
  programs: readonly string[];
  health: string;
  source: string;
}

const PACKAGED: readonly Packaged[] = [
  { programs: ['strapi'], health: '/_health', source: 'https://docs.strapi.io/cms/deployment' },
  { programs: ['medusa'], health: '/health', source: 'https://docs.medusajs.com/resources/deployment' },
  { programs: ['directus'], health: '/server/ping', source: 'https://directus.io/docs/api/server' },
  {
    programs: ['n8n'],
    health: '/healthz',
    source: 'https://docs.n8n.io/deploy/host-n8n/keep-n8n-running/monitor-n8n/',
  },
];

/** The routes of a server that comes ready made. */
export function packagedRoutes({ program, steps, at }: Process): Routes | undefined {
  const found = PACKAGED.find(({ programs }) => programs.includes(program.name));
  if (!found) return undefined;
  const route: AppRoute = { method: 'GET', path: found.health, at, guarded: false };
  return { routes: [route], complete: false, why: `the routes of \`${program.name}\` are not all known`, steps };
}
