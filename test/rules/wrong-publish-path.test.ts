import { describe, expect, it } from 'vitest';
import { rule } from '../../rules/wrong-publish-path/rule.js';
import { lint } from '../../src/engine/lint.js';
import { render } from '../../src/platforms/render/index.js';
import { memoryRepository } from '../../src/repository/memory.js';

interface Site {
  build?: string;
  publish: string;
  root?: string;
}

/** What is published instead of what is made, or `?` where that is not decided. */
async function said({ build, publish, root }: Site, files: Record<string, string>): Promise<string> {
  const lines = [
    'services:',
    '  - type: web',
    '    name: shop',
    '    runtime: static',
    ...(root === undefined ? [] : [`    rootDir: ${root}`]),
    ...(build === undefined ? [] : [`    buildCommand: ${JSON.stringify(build)}`]),
    `    staticPublishPath: ${JSON.stringify(publish)}`,
    '',
  ];
  const repository = memoryRepository({ 'render.yaml': lines.join('\n'), 'package.json': '{}', ...files });
  const { findings, undecided } = await lint({ repository, rules: [rule], platforms: [render] });
  if (undecided.length > 0) return '?';
  return findings.map(({ facts }) => `${String(facts.published)}, made: ${String(facts.made)}`).join('; ');
}

const VITE = { 'index.html': '<div id="root"></div>' };
const CRA = { 'public/index.html': '<div id="root"></div>', 'src/index.js': '' };

describe('wrong-publish-path', () => {
  it.each([
    ['npx vite build', 'dist', VITE, ''],
    ['npx vite build', './dist/', VITE, ''],
    ['npx vite build', 'build', VITE, 'build, made: dist'],
    ['npx vite build --outDir out', 'dist', VITE, 'dist, made: out'],
    ['npx vite build', 'dist/client', VITE, '?'],
    ['npx vite build && cp -r dist public_html', 'public_html', VITE, ''],
    ['npx vite build && mv dist build', 'dist', VITE, 'dist, made: build'],
    ['npx react-scripts build', 'build', CRA, ''],
    ['npx react-scripts build', 'dist', CRA, 'dist, made: build'],
    ['BUILD_PATH=./dist npx react-scripts build', 'build', CRA, 'build, made: dist'],
    ['npx next build', 'out', { 'next.config.js': "module.exports = { output: 'export' }" }, ''],
    ['npx next build', '.next', { 'next.config.js': "module.exports = { output: 'export' }" }, '?'],
    ['npx next build', 'out', {}, 'out, made: '],
    ['npx astro build', 'build', {}, 'build, made: dist'],
    ['npx gatsby build', 'build', {}, 'build, made: public'],
    ['npx vitepress build docs', 'docs/.vitepress/dist', {}, ''],
    ['npx vitepress build docs', 'dist', {}, 'dist, made: docs/.vitepress/dist'],
    ['hugo --minify', 'public', {}, ''],
    ['hugo --minify', 'dist', {}, 'dist, made: public'],
    ['make site', 'dist', {}, '?'],
    // The build fails for want of a script, which is another rule's.
    ['npm run build', 'dist', {}, ''],
    ['echo nothing', 'dist', {}, 'dist, made: '],
    ['echo nothing', 'docs', { 'docs/index.html': '' }, ''],
    ['npx vite build', 'docs', { ...VITE, 'docs/guide.md': '' }, 'docs, made: dist'],
    ['npx vite build', '../dist', VITE, '?'],
  ] as [string, string, Record<string, string>, string][])('%s, %s', async (build, publish, files, expected) => {
    expect(await said({ build, publish }, files)).toBe(expected);
  });

  it('takes the path from the folder of the service, or from the repository', async () => {
    const files = { 'web/package.json': '{}', 'web/index.html': '' };
    const build = 'npx vite build';
    expect(await said({ build, publish: 'dist', root: 'web' }, files)).toBe('');
    expect(await said({ build, publish: 'web/dist', root: 'web' }, files)).toBe('');
    expect(await said({ build, publish: 'build', root: 'web' }, files)).toBe('build, made: dist');
    expect(await said({ build: 'cd web && npx vite build', publish: 'dist' }, files)).toBe('dist, made: web/dist');
  });
});
