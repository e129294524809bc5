import { platforms, rules } from '../index.js';
import { product } from '../product.js';
import { cleanText } from '../report/clean-text.js';
import { redactSecrets } from '../report/secrets.js';
import { EXIT } from './exit.js';
import { explainText, rulesText } from './explain.js';
import { HELP } from './help.js';
import { runLint } from './lint.js';
import { readOptions, UsageError, type Command } from './options.js';
import { ConfigError } from './settings.js';
import { wantsColour, type Invocation } from './streams.js';
import { runTrace } from './trace.js';

/** Carries out a command line. Never throws: a usage error or a fault inside is a message on `stderr` and status 2. */
export async function carryOut(invocation: Invocation): Promise<number> {
  try {
    const known = { rules: rules.map(({ id }) => id), platforms };
    return await run(readOptions(invocation.argv, known), invocation);
  } catch (error) {
    invocation.stderr.write(errorText(error));
    return EXIT.failed;
  }
}

async function run(command: Command, invocation: Invocation): Promise<number> {
  const { stdout } = invocation;
  switch (command.command) {
    case 'help':
      stdout.write(HELP);
      return EXIT.clean;
    case 'version':
      stdout.write(`${product.version}\n`);
      return EXIT.clean;
    case 'rules':
      stdout.write(rulesText(rules));
      return EXIT.clean;
    case 'explain': {
      const colour = wantsColour(stdout, invocation.env, command.noColor);
      stdout.write(explainText(rules, command.rule, colour));
      return EXIT.clean;
    }
    case 'trace':
      return runTrace(command.options, invocation);
    case 'init':
      return (await import('./init/run.js')).runInit(command.options, invocation);
    case 'action':
      return (await import('./action/run.js')).runAction(invocation);
    case 'lint':
      return runLint(command.options, invocation);
  }
}

function errorText(error: unknown): string {
  if (error instanceof UsageError)
    return `lint-deploy: ${shown(error.message)}\nlint-deploy --help shows the options.\n`;
  if (error instanceof ConfigError)
    return `${shown(error.message)}\nThe configuration cannot be used, so nothing was linted.\n`;
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `lint-deploy: a fault inside, please report it at ${product.issues}\n${shown(reason)}\n`;
}

/** Arguments and messages may hold anything a path or file holds. */
function shown(text: string): string {
  return cleanText(redactSecrets(text));
}
