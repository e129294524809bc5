import { distance } from 'fastest-levenshtein';

/** Names that other tools, older formats or habit use, without case and separators, and what they are here. */
const FOREIGN: Readonly<Record<string, readonly string[]>> = {
  buildcmd: ['buildCommand'],
  build: ['buildCommand'],
  cidr: ['source'],
  cron: ['schedule'],
  customdomain: ['domain'],
  customdomains: ['domains'],
  destinationpath: ['destination'],
  disksize: ['sizeGB', 'diskSizeGB'],
  dockerfile: ['dockerfilePath'],
  environment: ['envVars'],
  environmentvariables: ['envVars'],
  fromkeyvalue: ['fromService'],
  frompostgres: ['fromDatabase'],
  fromredis: ['fromService'],
  headerrules: ['headers'],
  health: ['healthCheckPath'],
  healthcheck: ['healthCheckPath'],
  healthcheckurl: ['healthCheckPath'],
  instances: ['numInstances'],
  ipwhitelist: ['ipAllowList'],
  language: ['runtime'],
  name: ['key'],
  postgresversion: ['postgresMajorVersion'],
  publishdir: ['staticPublishPath'],
  publishdirectory: ['staticPublishPath'],
  publishpath: ['staticPublishPath'],
  redirects: ['routes'],
  repository: ['repo'],
  rewrites: ['routes'],
  root: ['rootDir'],
  rootdirectory: ['rootDir'],
  size: ['sizeGB'],
  start: ['startCommand'],
  startcmd: ['startCommand'],
  staticpath: ['staticPublishPath'],
  username: ['user'],
  variables: ['envVars'],
  // Values of type and runtime.
  backgroundworker: ['worker'],
  bun: ['node'],
  cronjob: ['cron'],
  dockerimage: ['image'],
  golang: ['go'],
  javascript: ['node'],
  nodejs: ['node'],
  private: ['pserv'],
  privateservice: ['pserv'],
  py: ['python'],
  python3: ['python'],
  valkey: ['keyvalue'],
  webservice: ['web'],
};

/** The allowed name a wrong one most likely stands for; undefined where that is not clear. */
export function meantBy(word: string, allowed: readonly string[]): string | undefined {
  const plain = plainOf(word);
  const foreign = Object.hasOwn(FOREIGN, plain) ? FOREIGN[plain]?.find((name) => allowed.includes(name)) : undefined;
  return foreign ?? allowed.find((name) => plainOf(name) === plain) ?? nearest(plain, allowed);
}

/** What to write for a key whose value must be written anew, by the key that is there or by the one that is meant. */
const SHAPES: Readonly<Record<string, string>> = {
  fromkeyvalue: 'Write `fromService` with `type: keyvalue`, `name` and `property`.',
  fromredis: 'Write `fromService` with `type: keyvalue`, `name` and `property`.',
  disk: 'Write one `disk` with `name`, `mountPath` and `sizeGB`.',
  domains: 'Write `domains` with a list of host names.',
  envVars: 'Write `envVars` with a list of entries, each with `key` and `value`.',
  fromDatabase: 'Write `fromDatabase` with `name` and `property`.',
  fromService: 'Write `fromService` with `type`, `name` and `property`.',
  headers: 'Write `headers` with a list of entries, each with `path`, `name` and `value`.',
  healthCheckPath: 'Write `healthCheckPath` with a path such as `/health`.',
  image: 'Write `image` with `url`.',
  ipAllowList: 'Write `ipAllowList` with a list of entries, each with `source`.',
  routes: 'Write `routes` with a list of entries, each with `type`, `source` and `destination`.',
  scaling: 'Write `scaling` with `minInstances` and `maxInstances`.',
};

/** A sentence that shows what belongs under the meant key; undefined where its name says it. */
export function shapeOf(word: string, meant: string): string | undefined {
  return [plainOf(word), meant].map((key) => (Object.hasOwn(SHAPES, key) ? SHAPES[key] : undefined)).find(Boolean);
}

function plainOf(word: string): string {
  return word.toLowerCase().replace(/[-_\s]/g, '');
}

/** Within one edit for short names and two for long ones, and only if no other name is as near. */
function nearest(plain: string, allowed: readonly string[]): string | undefined {
  if (plain.length < 4 || plain.length > 40) return undefined;
  const limit = plain.length < 8 ? 1 : 2;
  const near = allowed
    .map((name) => ({ name, away: distance(plain, plainOf(name)) }))
    .filter(({ away }) => away <= limit)
    .sort((a, b) => a.away - b.away);
  const [best, second] = near;
  return best && best.away !== second?.away ? best.name : undefined;
}
