import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs, type ParseArgsConfig } from 'node:util';

/**
 * The arguments of a script, given by its address. `--help` prints the comment at its head, which says how it is called;
 * that and what it does not know end the process before it does anything.
 */
export function argumentsOf<Config extends ParseArgsConfig>(
  script: string,
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  if (process.argv.slice(2).some((word) => word === '--help' || word === '-h')) {
    console.log(headOf(script));
    process.exit(0);
  }
  try {
    return parseArgs(config);
  } catch (error) {
    refuse(script, error instanceof Error ? error.message : String(error));
  }
}

/** Ends a script that is called wrongly. */
export function refuse(script: string, why: string): never {
  console.error(`${why}\n\n${headOf(script)}`);
  process.exit(2);
}

/** The comment that a script begins with, without its marks. */
function headOf(script: string): string {
  const lines = readFileSync(fileURLToPath(script), 'utf8').split('\n');
  const end = lines.findIndex((line) => !line.startsWith('// '));
  return lines
    .slice(0, end)
    .map((line) => line.slice(3))
    .join('\n');
}
