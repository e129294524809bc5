import { Ajv } from 'ajv';
import schema from '../../../schema/render.yaml.json' with { type: 'json' };

/**
 * The compiler of the schema and what it made. The bundle holds the code of `validate` instead of this module: to compile
 * takes longer than the rest of a small run (docs/performance.md).
 */
export const ajv = new Ajv({
  allErrors: true,
  verbose: true,
  strictTypes: false,
  strictRequired: false,
  code: { source: true, esm: true },
});

export const validate = ajv.compile(schema);
