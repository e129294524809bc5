import type { PlatformFacts } from '../platform.js';

const DOCS = 'https://render.com/docs';
const BLUEPRINT = `${DOCS}/blueprint-spec`;

/** What Render promises its services, each with the page that says so. */
export const renderFacts: PlatformFacts = {
  id: 'render',
  title: 'Render',
  edgeIdleMs: {
    value: 75_000,
    source: 'https://render.com/tutorials/when-deploys-go-wrong/runtime-errors',
  },
  healthCheck: {
    key: 'healthCheckPath',
    accepts: '2xx or 3xx within 5 seconds',
    source: `${DOCS}/health-checks`,
    without: 'Without it, an open port alone passes a deploy.',
  },
  rewrite: {
    example: 'routes:\n  - type: rewrite\n    source: /*\n    destination: /index.html',
    source: `${DOCS}/redirects-rewrites`,
    notRead: ['_redirects', '404.html', 'netlify.toml', 'vercel.json', 'static.json'],
  },
  privateNetwork: {
    defaultRegion: { value: 'oregon', source: BLUEPRINT },
    source: `${DOCS}/private-network`,
  },
};

/** Defaults of a Blueprint's keys. */
export const BLUEPRINT_DEFAULTS = {
  source: BLUEPRINT,
  region: 'oregon',
  plan: 'starter',
  databasePlan: 'basic-256mb',
  dockerfilePath: './Dockerfile',
  dockerContext: '.',
} as const;

/** Runtimes that build and start by command. */
export const NATIVE_RUNTIMES: readonly string[] = ['elixir', 'go', 'node', 'python', 'ruby', 'rust'];

/** Paths a disk cannot be mounted at (`${DOCS}/disks`). */
export const RESERVED_MOUNT_PATHS: readonly string[] = [
  '/',
  '/opt',
  '/opt/render',
  '/opt/render/project',
  '/opt/render/project/src',
  '/home',
  '/home/render',
  '/etc',
  '/etc/secrets',
];

/** Postgres plans that databases made earlier keep and new ones do not get. */
export const LEGACY_DATABASE_PLANS: readonly string[] = ['starter', 'standard', 'pro', 'pro plus'];
