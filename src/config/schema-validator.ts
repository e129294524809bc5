import { Ajv, type ErrorObject } from 'ajv';

/** One place where data is not what the schema says. */
export interface Violation {
  path: readonly string[];
  /** Of JSON Schema, such as `type` or `required`. */
  keyword: string;
  /** The key that is unknown or missing, or the limit that is not kept. */
  detail: string;
  /** The types, values or keys that are accepted. */
  allowed: readonly string[];
  /** What the schema says of the value. */
  description: string;
}

/** More would not help anyone. */
const MAX_VIOLATIONS = 50;

/** Where the data is not what the schema says, in the order the validator meets it. */
export function violationsOf(schema: object, data: unknown): readonly Violation[] {
  const validate = new Ajv({ allErrors: true, verbose: true, strict: false, validateSchema: false }).compile(schema);
  validate(data);
  return (validate.errors ?? []).filter(tells).slice(0, MAX_VIOLATIONS).map(violationOf);
}

/** `if` only says that its `then` or `else` failed, and a branch of `anyOf` that another one may hold. */
function tells({ keyword, schemaPath }: ErrorObject): boolean {
  return keyword !== 'if' && !/\/anyOf\/\d+\//.test(schemaPath);
}

const DETAIL: Readonly<Record<string, string>> = {
  additionalProperties: 'additionalProperty',
  required: 'missingProperty',
  minimum: 'limit',
  maximum: 'limit',
};

function violationOf({ keyword, instancePath, params, parentSchema }: ErrorObject): Violation {
  const values: Readonly<Record<string, unknown>> = params;
  const parent: unknown = parentSchema;
  const detail = values[DETAIL[keyword] ?? ''];
  return {
    path: instancePath
      .split('/')
      .slice(1)
      .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')),
    keyword,
    detail: typeof detail === 'string' || typeof detail === 'number' ? String(detail) : '',
    allowed: allowedBy(keyword, values, parent),
    description: isRecord(parent) && typeof parent.description === 'string' ? parent.description : '',
  };
}

function allowedBy(keyword: string, params: Readonly<Record<string, unknown>>, parent: unknown): readonly string[] {
  if (keyword === 'type') return strings(params.type);
  if (keyword === 'enum') return strings(params.allowedValues);
  const properties = isRecord(parent) ? parent.properties : undefined;
  return keyword === 'additionalProperties' && isRecord(properties) ? Object.keys(properties) : [];
}

function strings(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
