import { childOf, join } from '../../repository/paths.js';
import { parseJson, stringAt } from '../../syntax/json.js';
import { option, readOptions } from '../tools/options.js';
import { NO_TARGET, type Asked, type FoundTarget } from './asked.js';
import { asFile } from './files.js';

/**
 * The source of what `nest start` compiles and runs: `entryFile` in `sourceRoot`, as nest-cli.json has them for all, or
 * for the project that is named (https://docs.nestjs.com/cli/monorepo#cli-properties).
 */
export function nestTarget(asked: Asked): FoundTarget {
  const { words, folder, repository, program } = asked;
  const options = readOptions(words.slice(2), program.options ?? []);
  if (option(options, '-e', '--exec').given) return NO_TARGET;
  const config = option(options, '-c', '--config').value ?? 'nest-cli.json';
  const file = join(folder, config);
  const source = file === undefined ? undefined : repository.read(file);
  const json = file !== undefined && source?.is === 'text' ? parseJson(source.text, file) : undefined;
  const [project] = options.operands;
  const setting = (name: string): string | undefined =>
    option(options, `--${name}`).value ??
    (project === undefined ? undefined : stringAt(json, 'projects', project, name)) ??
    stringAt(json, name);
  const entry = childOf(setting('sourceRoot') ?? 'src', `${setting('entryFile') ?? 'main'}.ts`);
  const isThere = repository.lookup(join(folder, entry) ?? '').is === 'file';
  return isThere ? asFile(entry, asked, []) : NO_TARGET;
}
