import type { Tool } from '../flow.js';
import { PROCESS_TOOLS } from './processes.js';
import { PROCFILE_TOOLS } from './procfiles.js';
import { PYTHON_TOOLS } from './python.js';
import { RUNTIMES } from './runtimes.js';
import { SCRIPT_TOOLS } from './scripts.js';
import { WATCHERS } from './watchers.js';

/** Programs that run other commands and are followed into these, by name. */
export const TOOLS: Readonly<Record<string, Tool>> = {
  ...SCRIPT_TOOLS,
  ...PROCESS_TOOLS,
  ...PROCFILE_TOOLS,
  ...PYTHON_TOOLS,
  ...RUNTIMES,
  ...WATCHERS,
};
