import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './project.js';

const HEAD = `lint-deploy contains code of the packages below. Each stands under its own licence.\n`;

/**
 * The licences of all packages that a bundle holds code of.
 *
 * @param inputs files of the bundle, relative to the project
 * @throws {Error} if a package ships no licence text: then it may not be bundled unseen
 */
export function licencesText(inputs: readonly string[]): string {
  const folders = new Set(inputs.flatMap(packageFolders));
  const sections = [...folders].map(section).sort((one, other) => (one < other ? -1 : 1));
  return [HEAD, ...sections].join(`\n${'='.repeat(80)}\n\n`);
}

/** What a package carries without its licence: a copy of another one, which we have too. */
const CARRIED: Readonly<Record<string, string>> = {
  'node_modules/@ts-morph/common/dist/typescript.js': 'node_modules/typescript',
};

function packageFolders(input: string): readonly string[] {
  return [packageFolder(input), CARRIED[input]].filter((folder) => folder !== undefined);
}

function packageFolder(input: string): string | undefined {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
}

function section(folder: string): string {
  const { name, version, license } = manifestOf(folder);
  const texts = readdirSync(join(PROJECT, folder))
    .filter((file) => /^(licen[cs]e|(?:third-?party-?)?notice|copying)/i.test(file))
    .sort()
    .map((file) =>
      readFileSync(join(PROJECT, folder, file), 'utf8')
        .replaceAll('\r\n', '\n')
        .trim(),
    );
  if (texts.length === 0) throw new Error(`${name} ${version} is bundled, but ships no licence text.`);
  return `${name} ${version} (${license})\n\n${texts.join('\n\n')}\n`;
}

function manifestOf(folder: string): { name: string; version: string; license: string } {
  const manifest: unknown = JSON.parse(readFileSync(join(PROJECT, folder, 'package.json'), 'utf8'));
  return {
    name: textField(manifest, 'name', folder),
    version: textField(manifest, 'version', folder),
    license: textField(manifest, 'license', folder),
  };
}

function textField(manifest: unknown, key: string, folder: string): string {
  const value: unknown = typeof manifest === 'object' && manifest ? Reflect.get(manifest, key) : undefined;
  if (typeof value !== 'string') throw new Error(`${folder}/package.json has no text under "${key}".`);
  return value;
}
