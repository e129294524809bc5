import { SEVERITIES } from '../model/finding.js';
import { SETTABLE, SETTABLE_KINDS, type RuleOption, type Settable } from '../model/settings.js';

/** A rule as the configuration knows it. */
interface ConfigurableRule {
  id: string;
  title: string;
  options?: Readonly<Record<string, RuleOption>>;
}

/** What the schema is made from: it holds no name of its own. */
export interface SchemaFacts {
  rules: readonly ConfigurableRule[];
  /** Ids. */
  platforms: readonly string[];
  /** The address it is published at. */
  id: string;
}

type Schema = Readonly<Record<string, unknown>>;

/** What may be asked for as a rule's severity. */
const LEVELS = ['off', ...SEVERITIES];

const TEXT: Schema = { type: 'string', minLength: 1 };

const VALUES: Readonly<Record<Settable, string>> = {
  runtime: 'The runtime, as the platform names it: node, python, docker …',
  root: 'The folder it is built and run in, relative to the root of the repository.',
  buildCommand: 'The command that builds it.',
  preDeployCommand: 'The command that runs before each deploy.',
  startCommand: 'The command that starts it; with Docker, the command in place of the image’s own.',
  dockerfile: 'The path of its Dockerfile, relative to the root of the repository.',
  dockerContext: 'The folder its image is built in, relative to the root of the repository.',
  healthCheckPath: 'The path its health check asks for.',
  publishPath: 'The folder a static site is served from.',
  region: 'The region it runs in, as the platform names it.',
  plan: 'Its plan, as the platform names it.',
};

/** The JSON Schema (draft-07) of lint-deploy.yaml, with each rule's options as the rule declares them. */
export function configSchema({ rules, platforms, id }: SchemaFacts): Schema {
  const ids = rules.map((rule) => rule.id);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: id,
    title: 'Configuration of lint-deploy (lint-deploy.yaml, or the key lint-deploy of package.json)',
    ...mapOf({
      $schema: { description: 'The address of this schema, for editors.', type: 'string' },
      extends: {
        description: 'Configuration files of the same repository that this one adds to, relative to it.',
        ...textOrTexts(TEXT),
      },
      platform: {
        description: 'The platform of services that no platform file declares.',
        enum: platforms,
      },
      rules: {
        description: 'What is asked of each rule.',
        ...mapOf(Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)]))),
      },
      ignores: {
        description: 'Findings that are not to be reported.',
        type: 'array',
        items: ignoreSchema(ids),
      },
      services: {
        description: 'What a dashboard says of services, by the name of the service.',
        type: 'object',
        additionalProperties: serviceSchema(),
      },
    }),
  };
}

function mapOf(properties: Readonly<Record<string, Schema>>, required: readonly string[] = []): Schema {
  return { type: 'object', additionalProperties: false, ...(required.length > 0 && { required }), properties };
}

/** Text, or a list of texts. The keywords of each apply only to it. */
function textOrTexts(item: Schema): Schema {
  return {
    if: { type: 'array' },
    then: { type: 'array', minItems: 1, items: item },
    else: item,
  };
}

function ruleSchema({ title, options = {} }: ConfigurableRule): Schema {
  const names = Object.entries(options);
  const level = { description: 'Its severity, or off.', enum: LEVELS };
  const settings = mapOf({
    severity: level,
    ...(names.length > 0 && {
      options: mapOf(Object.fromEntries(names.map(([name, option]) => [name, optionSchema(option)]))),
    }),
  });
  return { description: `${title}.`, if: { type: 'object' }, then: settings, else: level };
}

function optionSchema({ type, oneOf, ...rest }: RuleOption): Schema {
  if (type === 'strings') return { ...rest, type: 'array', items: oneOf ? { enum: oneOf } : TEXT };
  return { ...rest, type, ...(oneOf && { enum: oneOf }) };
}

function ignoreSchema(ids: readonly string[]): Schema {
  return {
    ...mapOf(
      {
        rule: { description: 'The rule, or a list of them.', ...textOrTexts({ enum: ids }) },
        path: {
          description: 'The file or folder of the finding, or a glob pattern such as services/**; or a list of them.',
          ...textOrTexts(TEXT),
        },
        service: { description: 'The name of the service, or a list of them.', ...textOrTexts(TEXT) },
        reason: { description: 'Why these findings are not to be reported.', type: 'string', pattern: '\\S' },
        until: {
          description: 'The last day on which it holds, such as "2026-12-31".',
          type: 'string',
          pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$',
        },
      },
      ['reason'],
    ),
    anyOf: [{ required: ['rule'] }, { required: ['path'] }, { required: ['service'] }],
  };
}

function serviceSchema(): Schema {
  return mapOf({
    kind: {
      description: 'What it does for the platform. Needed for a service that nothing else shows.',
      enum: SETTABLE_KINDS,
    },
    ...Object.fromEntries(SETTABLE.map((key) => [key, { description: VALUES[key], ...TEXT }])),
    domains: { description: 'Its own domains.', ...textOrTexts(TEXT) },
    env: {
      description: 'The variables that are set: NAME where the value stays out of the repository, or NAME=value.',
      type: 'array',
      items: {
        description: 'A variable is NAME or NAME=value.',
        type: 'string',
        pattern: '^[A-Za-z_][A-Za-z0-9_]*(=|$)',
      },
    },
  });
}
