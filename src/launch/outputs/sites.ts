import { configPath, optionOf, readConfig, settingOf, viteRoot, type ConfigFile } from '../../code/config-file.js';
import { textOf } from '../../code/literals.js';
import { baseName, childOf, join } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { stringAt } from '../../syntax/json.js';
import { parseDotenv } from '../../syntax/dotenv.js';
import { builderByPlugin } from '../builders.js';
import { configuredFolder } from './bundlers.js';
import { frameworkByPlugin } from './frameworks.js';
import { MAKES_NOTHING, notRead, siteIn, type Making, type Ran } from './making.js';
import { given, site, withPage } from './site-folder.js';

/** A site generator with one usual folder, options that name another one, and perhaps a key in a script configuration. */
export function generator(
  name: string,
  usual: string,
  where: { options?: readonly string[]; config?: string; keys?: readonly string[] } = {},
): (ran: Ran) => Promise<Making> {
  return async (ran) => {
    const { repository, folder, words } = ran;
    const named = given(ran, folder, ...(where.options ?? []));
    if (named !== undefined) return site(name, named);
    if (where.config === undefined) return site(name, childOf(folder, usual));
    const config = await readConfig(repository, folder, where.config, optionOf(words, '--config', '-c'));
    if (config?.is === 'unreadable') return notRead(`where ${name} writes to is set`);
    return site(name, configuredFolder(config && { ...config, folder }, where.keys ?? [], childOf(folder, usual)));
  };
}

// ---- Vite

/**
 * https://vite.dev/config/build-options.html#build-outdir, measured with Vite 5.4, 6.4, 7.2 and 8.0: `dist` with the
 * page; a library or a server bundle instead where the command or the configuration asks for it.
 */
export async function viteMaking(ran: Ran): Promise<Making> {
  const { repository, folder, words } = ran;
  if (words[1] !== 'build') return MAKES_NOTHING;
  const config = await readConfig(repository, folder, 'vite.config', optionOf(words, '--config', '-c'));
  if (config?.is === 'unreadable') return notRead('where Vite writes to is set');
  const framework = config?.module.imports
    .map(({ specifier }) => builderByPlugin(specifier))
    .find((each) => each !== undefined);
  if (framework) return frameworkByPlugin(framework.id, ran);
  const root = viteRoot(config, folder, words);
  if (root === undefined) return notRead('the root of the Vite project is set');
  const outDir = given(ran, root, '--outDir') ?? viteFolder(config, root);
  if (outDir === undefined || outDir === 'unread') return site('Vite', undefined);
  if (words.includes('--ssr') || words.some((word) => word?.startsWith('--ssr=') === true))
    return viteServer(ran, outDir);
  const isLibrary = config !== undefined && settingOf(config, 'build', 'lib').is === 'set';
  if (isLibrary) return { folders: [outDir] };
  const isServer = config !== undefined && settingOf(config, 'build', 'ssr').is === 'set';
  const bundler =
    config && ['rollupOptions', 'rolldownOptions'].some((key) => settingOf(config, 'build', key, 'input').is === 'set');
  const making = siteIn(outDir);
  return isServer || bundler === true || !isPageThere(repository, root) ? making : withPage(making);
}

function viteFolder(config: ConfigFile | undefined, root: string): string | undefined {
  if (!config) return childOf(root, 'dist');
  // Without any object to read, nothing tells where it writes to.
  if (!config.object) return undefined;
  const set = settingOf(config, 'build', 'outDir');
  if (set.is === 'unset') return childOf(root, 'dist');
  // A spread, or a call, may set anything; `build` alone is mostly an object that is written there.
  if (set.is === 'unreadable') return undefined;
  const text = textOf(set.node);
  return text === undefined ? configPath(config, set.node) : join(root, text);
}

function isPageThere(repository: Repository, root: string): boolean {
  return repository.lookup(childOf(root, 'index.html')).is === 'file';
}

/** `vite build --ssr src/entry.ts`: the entry as a module, `.mjs` where package.json is not of that type (Vite 8), else `.js`. */
function viteServer({ words, folder, package: own }: Ran, outDir: string): Making {
  const entry = optionOf(words, '--ssr');
  const source = entry === undefined || entry.startsWith('-') ? undefined : join(folder, entry);
  if (source === undefined) return { folders: [outDir] };
  const name = baseName(source).replace(/\.[^.]+$/, '');
  const isModule = stringAt(own?.json, 'type') === 'module';
  const path = childOf(outDir, `${name}.js`);
  return isModule
    ? { files: [{ path, source }], folders: [outDir] }
    : { likely: [{ path, source }], folders: [outDir] };
}

// ---- Create React App and Vue CLI

/** `build`, or BUILD_PATH in the environment or a .env file (https://create-react-app.dev/docs/advanced-configuration/). */
export async function reactScriptsMaking(ran: Ran): Promise<Making> {
  const { folder, environment, words, repository } = ran;
  const variable = environment.variable('BUILD_PATH');
  if (variable.is === 'set') {
    return variable.value.is === 'known'
      ? withPage(site('Create React App', join(folder, variable.value.value)))
      : notRead('BUILD_PATH is set');
  }
  const fromFile = buildPathInFiles(repository, folder);
  if (fromFile !== undefined) return withPage(site('Create React App', join(folder, fromFile)));
  // Overrides of the configuration may write elsewhere.
  const overrides =
    words[0] === 'craco' ? ['craco.config'] : words[0] === 'react-app-rewired' ? ['config-overrides'] : [];
  for (const name of overrides) {
    const config = await readConfig(repository, folder, name);
    const source = config?.is === 'config' ? repository.read(config.module.file) : undefined;
    if (config?.is === 'unreadable' || (source?.is === 'text' && /appBuild|output\b[^;\n]*path/.test(source.text))) {
      return notRead('where Create React App writes to is set');
    }
  }
  return withPage(siteIn(childOf(folder, 'build')));
}

function buildPathInFiles(repository: Repository, folder: string): string | undefined {
  for (const name of ['.env.production.local', '.env.local', '.env.production', '.env']) {
    const path = childOf(folder, name);
    const source = repository.read(path);
    const found =
      source.is === 'text' ? parseDotenv(source.text, path).find((each) => each.name === 'BUILD_PATH') : undefined;
    if (found?.value !== undefined) return found.value;
  }
  return undefined;
}

/** https://cli.vuejs.org/config/#outputdir */
export async function vueCliMaking(ran: Ran): Promise<Making> {
  const { words } = ran;
  const target = optionOf(words, '--target');
  const making = await generator('Vue CLI', 'dist', { options: ['--dest'], config: 'vue.config', keys: ['outputDir'] })(
    ran,
  );
  const isApp = target === undefined || target === 'app';
  return isApp ? withPage(making) : { ...making, sites: [] };
}

/** https://rsbuild.rs/config/output/dist-path: a folder, or an object with the root among others. */
export async function rsbuildMaking(ran: Ran): Promise<Making> {
  const { repository, folder, words } = ran;
  const named = given(ran, folder, '--dist-path');
  if (named !== undefined) return site('Rsbuild', named);
  const config = await readConfig(repository, folder, 'rsbuild.config', optionOf(words, '--config', '-c'));
  if (config?.is === 'unreadable') return notRead('where Rsbuild writes to is set');
  const usual = childOf(folder, 'dist');
  const set = config ? settingOf(config, 'output', 'distPath') : undefined;
  if (config && set?.is === 'set' && set.node.type !== 'ObjectExpression')
    return site('Rsbuild', configPath(config, set.node));
  return site('Rsbuild', configuredFolder(config, ['output', 'distPath', 'root'], usual));
}

/** https://docs.expo.dev/more/expo-cli/#exporting: `dist`, before SDK 46 for the web `web-build`. */
export function expoMaking(ran: Ran): Making {
  const named = given(ran, ran.folder, '--output-dir');
  if (named !== undefined) return site('Expo', named);
  return siteIn(...['dist', 'web-build'].map((each) => childOf(ran.folder, each)));
}

// ---- generators outside of npm

/** https://gohugo.io/configuration/all/#publishdir */
export function hugoMaking(ran: Ran): Making {
  const { repository, folder, words } = ran;
  if (['server', 'serve', 'version', 'mod', 'new', 'env', 'config', 'list'].includes(words[1] ?? ''))
    return MAKES_NOTHING;
  const base = given(ran, folder, '--source', '-s') ?? folder;
  if (base === 'unread') return notRead('where Hugo writes to is set');
  const named = given(ran, base, '--destination', '-d');
  if (named !== undefined) return site('Hugo', named);
  for (const name of [
    'hugo.toml',
    'config.toml',
    'hugo.yaml',
    'hugo.yml',
    'config.yaml',
    'config.yml',
    'hugo.json',
    'config.json',
  ]) {
    const source = repository.read(childOf(base, name));
    if (source.is !== 'text') continue;
    const [, set] =
      /^\s{0,8}["']?publishDir["']?[ \t]{0,8}[=:][ \t]{0,8}["']?([^"'\s,]{1,200})/im.exec(source.text) ?? [];
    if (set !== undefined) return site('Hugo', join(base, set));
  }
  if (repository.lookup(childOf(base, 'config')).is === 'directory') return notRead('where Hugo writes to may be set');
  return siteIn(childOf(base, 'public'));
}

/** A generator whose folder is a key of a YAML file (`destination` of Jekyll, `site_dir` of MkDocs). */
export function byYamlKey(
  name: string,
  usual: string,
  where: { files: readonly string[]; key: string; options: readonly string[] },
): (ran: Ran) => Making {
  return (ran) => {
    const { repository, folder, words } = ran;
    const named = given(ran, folder, ...where.options);
    if (named !== undefined) return site(name, named);
    const config = optionOf(words, '--config', '-c', '-f', '--config-file');
    for (const file of config === undefined ? where.files : [config]) {
      const path = join(folder, file);
      const source = path === undefined ? undefined : repository.read(path);
      if (source?.is !== 'text') continue;
      const [, set] =
        new RegExp(`^${where.key}[ \\t]{0,8}:[ \\t]{0,8}["']?([^"'\\s#]{1,200})`, 'm').exec(source.text) ?? [];
      if (set !== undefined) return site(name, join(folder, set));
    }
    return siteIn(childOf(folder, usual));
  };
}

/** `sphinx-build docs docs/_build/html`: the second operand. */
export function sphinxMaking({ words, folder }: Ran): Making {
  const operands = words
    .slice(1)
    .filter((word, index, all) => word?.startsWith('-') !== true && !/^-[bdcDAtj]$/.test(all[index - 1] ?? ''));
  return site('Sphinx', operands[1] === undefined ? undefined : join(folder, operands[1]));
}

/** https://www.11ty.dev/docs/config/#output-directory: an option, or `dir.output` of what the configuration returns. */
export async function eleventyMaking(ran: Ran): Promise<Making> {
  const { repository, folder, words } = ran;
  if (words.includes('--serve') || words.includes('--version')) return MAKES_NOTHING;
  const named = given(ran, folder, '--output');
  if (named !== undefined) return site('Eleventy', named);
  const option = optionOf(words, '--config');
  const files =
    option === undefined
      ? ['.eleventy.js', 'eleventy.config.js', 'eleventy.config.mjs', 'eleventy.config.cjs', 'eleventy.config.ts']
      : [option];
  for (const name of files) {
    const source = repository.read(join(folder, name) ?? name);
    if (source.is !== 'text') continue;
    const [, output] = /\boutput\s{0,20}:\s{0,20}["'`]([^"'`\n]{1,200})["'`]/.exec(source.text) ?? [];
    const [, set] = /setOutputDirectory\(\s{0,20}["'`]([^"'`\n]{1,200})["'`]/.exec(source.text) ?? [];
    const folderName = set ?? output;
    if (folderName !== undefined) return site('Eleventy', join(folder, folderName));
    if (/\boutput\b|setOutputDirectory/.test(source.text)) return notRead('where Eleventy writes to is set');
  }
  return siteIn(childOf(folder, '_site'));
}

/** https://hexo.io/docs/configuration#Directory */
export const hexoMaking = byYamlKey('Hexo', 'public', { files: ['_config.yml'], key: 'public_dir', options: [] });

/** https://www.getzola.org/documentation/getting-started/configuration/ */
export function zolaMaking(ran: Ran): Making {
  const { repository, folder } = ran;
  const named = given(ran, folder, '--output-dir', '-o');
  if (named !== undefined) return site('Zola', named);
  const source = repository.read(childOf(folder, 'config.toml'));
  const [, set] =
    source.is === 'text' ? (/^output_dir[ \t]{0,8}=[ \t]{0,8}"([^"\n]{1,200})"/m.exec(source.text) ?? []) : [];
  return site('Zola', join(folder, set ?? 'public'));
}

/** Sites of documentation have their root as an operand: `vitepress build docs`. */
export async function pressMaking(
  ran: Ran,
  dotFolder: '.vitepress' | '.vuepress',
  keys: readonly string[],
): Promise<Making> {
  const { repository, folder, words } = ran;
  const name = dotFolder === '.vitepress' ? 'VitePress' : 'VuePress';
  const operand = words
    .slice(2)
    .find(
      (word, index) =>
        word?.startsWith('-') !== true &&
        !/^--?(?:o|outDir|d|dest|base|c|config|t|temp|cache|m|mpa)$/.test(words[index + 1] ?? ''),
    );
  const root = operand === undefined ? folder : join(folder, operand);
  if (root === undefined) return notRead(`where ${name} writes to is set`);
  const named = given(ran, folder, '--outDir', '-o', '--dest', '-d');
  if (named !== undefined) return site(name, named);
  const usual = childOf(root, `${dotFolder}/dist`);
  for (const each of [childOf(root, dotFolder), childOf(root, `${dotFolder}/config`)]) {
    const config = await readConfig(repository, each, each.endsWith('/config') ? 'index' : 'config');
    if (config?.is === 'unreadable') return notRead(`where ${name} writes to is set`);
    if (config)
      return site(
        name,
        configuredFolder({ ...config, folder: dotFolder === '.vitepress' ? root : folder }, keys, usual),
      );
  }
  return siteIn(usual);
}
