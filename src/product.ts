import manifest from '../package.json' with { type: 'json' };

const home = manifest.homepage.replace(/#.*$/, '');

/** What reports say of lint-deploy itself. Written once, in package.json. */
export const product = {
  version: manifest.version,
  /** The repository's page, without a fragment. */
  home,
  issues: manifest.bugs,
  /** The address of the JSON Schema of its configuration. */
  configSchema: `${home.replace('https://github.com/', 'https://raw.githubusercontent.com/')}/main/schema/lint-deploy.json`,
} as const;
