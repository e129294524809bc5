import type { InjectedVariable, PlatformFacts } from '../platform.js';

const DOCS = 'https://render.com/docs';
const BLUEPRINT = `${DOCS}/blueprint-spec`;
const SCHEMA = 'https://render.com/schema/render.yaml.json';

const VARIABLES = `${DOCS}/environment-variables`;

/** Variables of Render's own that differ from service to service. */
const OWN_VARIABLES = [
  'IS_PULL_REQUEST',
  'RENDER_CPU_COUNT',
  'RENDER_DISCOVERY_SERVICE',
  'RENDER_GIT_BRANCH',
  'RENDER_GIT_COMMIT',
  'RENDER_GIT_REPO_SLUG',
  'RENDER_INSTANCE_ID',
  'RENDER_SERVICE_ID',
  'RENDER_SERVICE_NAME',
  'RENDER_SERVICE_TYPE',
] as const;

function injected(
  name: string,
  value: string | undefined,
  when: InjectedVariable['when'],
  only: Pick<InjectedVariable, 'runtimes' | 'kinds'> = {},
): InjectedVariable {
  return { name, value, when, source: VARIABLES, ...only };
}

/** What Render sets; a service may override each. Docker images get only what all runtimes get. */
const INJECTED: readonly InjectedVariable[] = [
  injected('RENDER', 'true', 'always'),
  injected('PORT', '10000', 'run', { kinds: ['web'] }),
  ...OWN_VARIABLES.map((name) => injected(name, undefined, 'always')),
  injected('RENDER_EXTERNAL_HOSTNAME', undefined, 'always', { kinds: ['web', 'static'] }),
  injected('RENDER_EXTERNAL_URL', undefined, 'always', { kinds: ['web', 'static'] }),
  injected('RENDER_WEB_CONCURRENCY', undefined, 'run'),
  injected('WEB_CONCURRENCY', undefined, 'run'),
  // While a service is built, Node has no NODE_ENV.
  injected('NODE_ENV', 'production', 'run', { runtimes: ['node'] }),
  injected('NODE_MODULES_CACHE', undefined, 'always', { runtimes: ['node'] }),
  injected('GUNICORN_CMD_ARGS', '--preload --access-logfile - --bind=0.0.0.0:10000', 'run', { runtimes: ['python'] }),
  injected('FORWARDED_ALLOW_IPS', '*', 'run', { runtimes: ['python'] }),
  injected('CI', 'true', 'build', { runtimes: ['python'] }),
  injected('RAILS_ENV', 'production', 'always', { runtimes: ['ruby'] }),
  injected('RAILS_SERVE_STATIC_FILES', undefined, 'always', { runtimes: ['ruby'] }),
  injected('RAILS_LOG_TO_STDOUT', undefined, 'always', { runtimes: ['ruby'] }),
  injected('PASSENGER_PORT', '10000', 'run', { runtimes: ['ruby'] }),
  injected('ROCKET_PORT', '10000', 'run', { runtimes: ['rust'] }),
  injected('ROCKET_ENV', 'prod', 'run', { runtimes: ['rust'] }),
  injected('MIX_ENV', 'prod', 'always', { runtimes: ['elixir'] }),
  injected('GO111MODULE', undefined, 'always', { runtimes: ['go'] }),
  injected('GOPATH', undefined, 'always', { runtimes: ['go'] }),
];

/** What Render promises its services, each with the page that says so. */
export const renderFacts: PlatformFacts = {
  id: 'render',
  title: 'Render',
  healthCheck: {
    key: 'healthCheckPath',
    accepts: '2xx or 3xx within 5 seconds',
    statuses: [200, 399],
    failing: 'A new version that does not pass within 15 minutes is cancelled, and the one before stays.',
    source: `${DOCS}/health-checks`,
    without: 'Without it, an open port alone passes a deploy.',
  },
  rewrite: {
    source: `${DOCS}/redirects-rewrites`,
    notRead: ['_redirects', '404.html', 'netlify.toml', 'vercel.json', 'static.json'],
  },
  privateNetwork: { source: `${DOCS}/private-network` },
  answerLimit: { seconds: 6_000, source: `${DOCS}/render-vs-heroku-comparison` },
  port: {
    variable: 'PORT',
    default: 10_000,
    reserved: [18_012, 18_013, 19_099],
    otherwise: 'Render has to find the other port by itself; where it does not, the deploy fails or requests get 502.',
    finds: true,
    source: `${DOCS}/web-services#port-binding`,
  },
  edge: {
    idleTimeout: 75_000,
    advised: 120_000,
    source: 'https://render.com/tutorials/when-deploys-go-wrong/runtime-errors',
  },
  publicHost: {
    suffix: '.onrender.com',
    hostVariable: 'RENDER_EXTERNAL_HOSTNAME',
    urlVariable: 'RENDER_EXTERNAL_URL',
    nameVariable: 'RENDER_SERVICE_NAME',
    source: VARIABLES,
  },
  injected: INJECTED,
  shutdown: { key: 'maxShutdownDelaySeconds', most: 300, source: `${DOCS}/deploys` },
  installs: { kinds: ['static'], unless: 'SKIP_INSTALL_DEPS', source: 'https://render.com/docs/static-sites' },
  sourceFolder: { value: '/opt/render/project/src', source: `${DOCS}/disks` },
};

/** Defaults of a Blueprint's keys. */
export const BLUEPRINT_DEFAULTS = {
  source: BLUEPRINT,
  region: 'oregon',
  plan: 'starter',
  databasePlan: 'basic-256mb',
  dockerfilePath: './Dockerfile',
  dockerContext: '.',
  maxShutdownDelaySeconds: '30',
} as const;

/** Runtimes whose services are started by `startCommand`, which these need (blueprint-spec, `runtime` and `startCommand`). */
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

/** Plans that databases made earlier keep and new ones do not get (`${DOCS}/postgresql-legacy-instance-types`). */
export const LEGACY_DATABASE_PLANS: readonly string[] = ['starter', 'standard', 'pro', 'pro plus'];

/**
 * Limits, and what does not go together, beyond what the schema says of single keys. `says` is a sentence; of a limit it is
 * the phrase after "it must be".
 */
export const CONSTRAINTS = {
  freeKinds: { says: 'Only web services can be free.', source: BLUEPRINT },
  freeDisk: { says: 'A free service has no disk.', source: `${DOCS}/free` },
  diskInstances: { says: 'A service with a disk runs as one instance.', source: `${DOCS}/disks` },
  mountPath: { says: 'a folder of its own: Render needs this one itself', source: `${DOCS}/disks` },
  databaseDiskSize: { says: '1 or a multiple of 5', source: BLUEPRINT },
  healthCheck: { says: 'Only web services have a health check by path.', source: BLUEPRINT },
  containerStart: {
    says: 'A container starts with the command of its image, or with dockerCommand.',
    source: BLUEPRINT,
  },
  oneSource: { says: 'A variable takes its value from one source.', source: BLUEPRINT },
  oneReference: { says: 'A variable takes over either a property or another variable.', source: BLUEPRINT },
  syncInGroup: { says: 'Render takes no notice of it in a group.', source: BLUEPRINT },
  postgresOnly: {
    says: 'Databases of a Blueprint are Postgres, which a MongoDB driver cannot talk to.',
    source: BLUEPRINT,
  },
  buildSource: { says: 'The build source says what is built and from where.', source: SCHEMA },
  oneBuildSource: { says: 'A build source is either built from git or a prebuilt image.', source: SCHEMA },
} as const satisfies Readonly<Record<string, { says: string; source: string }>>;

/**
 * Keys the schema requires of a type, but whose absence may be accepted: the page that documents them gives a default, or
 * does not say what becomes of entries written before the key was required.
 */
export const MAY_BE_MISSING: readonly { type: string; key: string; source: string }[] = [
  // The default of a region holds for every type but static sites.
  { type: 'workflow', key: 'region', source: BLUEPRINT },
  // `redis` is the old name of `keyvalue`; newly written entries need the list under either name.
  { type: 'redis', key: 'ipAllowList', source: BLUEPRINT },
];
