// npm run docs: writes what is generated from the rules.
// npm run docs -- --check: writes nothing, and fails where something is not up to date.
import { generateDocs } from './lib/docs.js';

const check = process.argv.includes('--check');
const stale = await generateDocs({ check });
if (check && stale.length > 0) {
  console.error(`Not up to date: ${stale.join(', ')}. Run "npm run docs" and commit the result.`);
  process.exitCode = 1;
}
