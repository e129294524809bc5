import { product } from '../../product.js';

/** A file that `init` offers. */
export interface OfferedFile {
  /** Relative to the root. */
  path: string;
  /** What it is, for the question. */
  what: string;
  text: string;
}

/** `owner/name` of the project on GitHub. */
const ACTION = product.home.replace('https://github.com/', '');

/** The release that the action and the hook are taken from. */
const TAG = `v${product.version}`;
const MAJOR = TAG.replace(/\..*$/, '');

const workflow = (branch: string): string => `name: lint-deploy
on:
  push:
    branches: [${branch}]
  pull_request:
permissions: {}
jobs:
  lint-deploy:
    runs-on: ubuntu-latest
    permissions:
      contents: read
      security-events: write # for code scanning; without it, set upload-sarif to false
    steps:
      - uses: actions/checkout@v7
        with:
          fetch-depth: 2 # for only-changed: new
          persist-credentials: false
      - uses: ${ACTION}@${MAJOR}
        with:
          only-changed: new
`;

const HOOK = `repos:
  - repo: ${product.home}
    rev: ${TAG}
    hooks:
      - id: lint-deploy
`;

const CONFIGURATION = `# yaml-language-server: $schema=${product.configSchema}
# What lint-deploy cannot know, and what you accept: ${product.home}/blob/main/docs/configuration.md
services:
#  api:
#    healthCheckPath: /health
#    env: [DATABASE_URL, NODE_ENV=production]
rules:
#  missing-health-check: error
ignores:
#  - rule: missing-health-check
#    service: legacy
#    reason: It is switched off in January.
`;

export const CONFIGURATION_FILE = 'lint-deploy.yaml';

/** In the order in which they are offered. `branch` is the one whose pushes are linted. */
export function offeredFiles(branch: string): readonly OfferedFile[] {
  return [
    { path: '.github/workflows/lint-deploy.yml', what: 'a workflow for GitHub', text: workflow(branch) },
    { path: '.pre-commit-config.yaml', what: 'a hook for pre-commit', text: HOOK },
    { path: CONFIGURATION_FILE, what: 'a configuration, empty as yet', text: CONFIGURATION },
  ];
}
