import manifest from '../package.json' with { type: 'json' };

/** What reports say of lint-deploy itself. Written once, in package.json. */
export const product = {
  version: manifest.version,
  /** The repository's page, without a fragment. */
  home: manifest.homepage.replace(/#.*$/, ''),
  issues: manifest.bugs,
} as const;
