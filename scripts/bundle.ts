// npm run bundle: rebuilds dist from the sources.
import { join } from 'node:path';
import { bundle } from './lib/bundle.js';
import { PROJECT } from './lib/project.js';

await bundle(join(PROJECT, 'dist'));
