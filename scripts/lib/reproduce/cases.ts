import * as devServers from './cases/dev-servers.js';
import * as django from './cases/django.js';
import * as pages from './cases/pages.js';
import * as sockets from './cases/sockets.js';
import * as starting from './cases/starting.js';
import * as stopping from './cases/stopping.js';
import type { RuleReproductions } from './reproduction.js';

/** All reproductions, rule by rule, in the order of their ids. */
export const REPRODUCTIONS: readonly RuleReproductions[] = [sockets, starting, devServers, stopping, pages, django]
  .flatMap((room) => Object.values(room))
  .sort((one, other) => (one.rule < other.rule ? -1 : 1));
