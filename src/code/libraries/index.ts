import type { Library } from '../run/machine.js';
import { commandLine } from './arguments.js';
import { dotenv } from './dotenv.js';
import { files } from './files.js';
import { jsonSchemas } from './json-schemas.js';
import { nconf } from './nconf.js';
import { merging } from './merging.js';
import { nestConfig } from './nest.js';
import { appSettings, durations, lodash, ports, runtime } from './runtime.js';
import { schemas } from './schemas.js';
import { variables } from './variables.js';

/** The packages whose effect on values is known. */
export const LIBRARIES: readonly Library[] = [
  runtime,
  dotenv,
  schemas,
  variables,
  commandLine,
  files,
  jsonSchemas,
  nconf,
  nestConfig,
  appSettings,
  durations,
  lodash,
  merging,
  ports,
];
