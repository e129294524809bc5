// npm run new-rule -- <id> "<title>": begins a rule. CONTRIBUTING.md goes on from there.
import { generateDocs } from './lib/docs.js';
import { writeRule } from './lib/new-rule.js';

const [id, title, ...rest] = process.argv.slice(2);
try {
  if (id === undefined || title === undefined || rest.length > 0)
    throw new Error('Usage: npm run new-rule -- <id> "<title>"');
  const written = writeRule(id, title);
  const updated = await generateDocs({ check: false });
  console.log(`Written:\n${[...written, ...updated].map((path) => `  ${path}`).join('\n')}`);
  console.log(`\nNow: npx vitest run fixtures pages -t ${id}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
