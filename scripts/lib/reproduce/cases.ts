import { SOCKETS } from './cases/sockets.js';
import type { Reproduction } from './reproduction.js';

/** All reproductions, rule by rule. */
export const REPRODUCTIONS: readonly Reproduction[] = [...SOCKETS];
