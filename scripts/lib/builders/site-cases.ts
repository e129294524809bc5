import type { BuilderSet } from './set.js';
import { MODULE } from './sources.js';

const RSBUILD = { 'package.json': MODULE, 'src/index.js': "document.body.append('it');\n" };
const VUEPRESS = {
  'package.json': MODULE,
  'docs/README.md': '# It\n',
  'docs/.vuepress/config.js':
    "import { viteBundler } from '@vuepress/bundler-vite';\nimport { defaultTheme } from '@vuepress/theme-default';\nexport default { bundler: viteBundler(), theme: defaultTheme() };\n",
};
const HEXO = {
  'package.json': { hexo: { version: '' } },
  '_config.yml': 'title: it\ntheme: plain\n',
  'source/_posts/it.md': '---\ntitle: It\ndate: 2026-01-01\n---\nit\n',
  'themes/plain/layout/index.ejs': '<p>it</p>\n',
};
const STORYBOOK = {
  'package.json': MODULE,
  '.storybook/main.js': "export default { stories: ['../src/*.stories.js'], framework: '@storybook/html-vite' };\n",
  'src/it.stories.js': "export default { title: 'It' };\nexport const One = { render: () => 'it' };\n",
};
const CRA = { 'public/index.html': '<div id="root"></div>\n', 'src/index.js': "document.body.append('it');\n" };
const VUE_CLI = { 'public/index.html': '<div id="app"></div>\n', 'src/main.js': "document.body.append('it');\n" };

function angular(options: object, more: Record<string, string> = {}): Record<string, string | object> {
  const build = {
    builder: '@angular/build:application',
    options: { browser: 'src/main.ts', tsConfig: 'tsconfig.json', index: 'src/index.html', ...options },
  };
  return {
    'angular.json': {
      version: 1,
      projects: { shop: { projectType: 'application', root: '', sourceRoot: 'src', architect: { build } } },
    },
    'tsconfig.json': {
      compilerOptions: {
        target: 'ES2022',
        module: 'ES2022',
        moduleResolution: 'bundler',
        skipLibCheck: true,
        types: [],
      },
      files: ['src/main.ts'],
    },
    'src/main.ts': "document.body.append('it');\n",
    'src/index.html': '<!doctype html><html><head></head><body></body></html>\n',
    ...more,
  };
}

/** Programs that make sites. */
export const SITE_SETS: readonly BuilderSet[] = [
  ...['1', '2'].map((version): BuilderSet => ({
    builder: 'rsbuild',
    packages: [`@rsbuild/core@${version}`],
    cases: [
      { name: 'no configuration', command: 'rsbuild build', site: true, files: RSBUILD },
      {
        name: 'distPath.root',
        command: 'rsbuild build',
        site: true,
        files: { ...RSBUILD, 'rsbuild.config.mjs': "export default { output: { distPath: { root: 'build' } } };\n" },
      },
      {
        name: 'an option',
        command: 'rsbuild build --dist-path site',
        site: true,
        files: RSBUILD,
      },
    ],
  })),
  {
    builder: 'vuepress',
    packages: [
      'vuepress@2.0.0-rc.18',
      '@vuepress/bundler-vite@2.0.0-rc.18',
      '@vuepress/theme-default@2.0.0-rc.66',
      'vue@3',
      'sass-embedded@1',
    ],
    cases: [
      { name: 'in a folder', command: 'vuepress build docs', site: true, files: VUEPRESS },
      { name: 'an option', command: 'vuepress build docs --dest site', site: true, files: VUEPRESS },
    ],
  },
  {
    builder: 'hexo',
    packages: ['hexo@7', 'hexo-generator-index@4', 'hexo-renderer-ejs@2', 'hexo-renderer-marked@6'],
    cases: [
      { name: 'no option', command: 'hexo generate', site: true, files: HEXO },
      {
        name: 'public_dir',
        command: 'hexo generate',
        site: true,
        files: { ...HEXO, '_config.yml': 'title: it\ntheme: plain\npublic_dir: site\n' },
      },
    ],
  },
  {
    builder: 'storybook',
    packages: ['storybook@8', '@storybook/html-vite@8', '@storybook/html@8', 'vite@6'],
    cases: [
      { name: 'no option', command: 'storybook build --disable-telemetry', site: true, files: STORYBOOK },
      { name: 'an option', command: 'storybook build --disable-telemetry -o site', site: true, files: STORYBOOK },
    ],
  },
  {
    builder: 'docusaurus',
    packages: ['@docusaurus/core@3.6.3', '@docusaurus/preset-classic@3.6.3', 'react@18', 'react-dom@18'],
    cases: [
      {
        name: 'no option',
        command: 'docusaurus build',
        site: true,
        files: {
          'docusaurus.config.js':
            "module.exports = { title: 'it', url: 'https://example.com', baseUrl: '/', presets: [['classic', { docs: { routeBasePath: '/' } }]] };\n",
          'docs/index.md': '---\nslug: /\n---\n# It\n',
          'sidebars.js': 'module.exports = {};\n',
        },
      },
      {
        name: 'another folder',
        command: 'docusaurus build --out-dir site',
        site: true,
        files: {
          'docusaurus.config.js':
            "module.exports = { title: 'it', url: 'https://example.com', baseUrl: '/', presets: [['classic', { docs: { routeBasePath: '/' } }]] };\n",
          'docs/index.md': '---\nslug: /\n---\n# It\n',
        },
      },
    ],
  },
  {
    builder: 'eleventy',
    packages: ['@11ty/eleventy@3.0.0'],
    cases: [
      { name: 'no configuration', command: 'eleventy', site: true, files: { 'index.md': '# It\n' } },
      {
        name: 'dir.output',
        command: 'eleventy',
        site: true,
        files: { 'index.md': '# It\n', '.eleventy.js': "module.exports = () => ({ dir: { output: 'public' } });\n" },
      },
      { name: 'an option', command: 'eleventy --output=site', site: true, files: { 'index.md': '# It\n' } },
      {
        name: 'a function of the configuration',
        command: 'eleventy',
        site: true,
        files: {
          'package.json': MODULE,
          'index.md': '# It\n',
          'eleventy.config.js': "export default function (config) {\n  config.setOutputDirectory('out');\n}\n",
        },
      },
      {
        name: 'a configuration that is exported',
        command: 'eleventy --input=src',
        site: true,
        files: {
          'package.json': MODULE,
          'src/index.md': '# It\n',
          'eleventy.config.js':
            "export default () => {};\nexport const config = { dir: { input: 'src', output: 'www' } };\n",
        },
      },
    ],
  },
  {
    builder: 'vitepress',
    packages: ['vitepress@1'],
    cases: [
      { name: 'in a folder', command: 'vitepress build docs', site: true, files: { 'docs/index.md': '# It\n' } },
      {
        name: 'outDir',
        command: 'vitepress build docs',
        site: true,
        files: {
          'docs/index.md': '# It\n',
          'package.json': MODULE,
          'docs/.vitepress/config.js': "export default { outDir: '../public' };\n",
        },
      },
      { name: 'here', command: 'vitepress build', site: true, files: { 'index.md': '# It\n' } },
    ],
  },
  {
    builder: 'vue-cli',
    packages: ['@vue/cli-service@5', 'vue@3'],
    cases: [
      { name: 'no configuration', command: 'vue-cli-service build', site: true, files: VUE_CLI },
      {
        name: 'outputDir',
        command: 'vue-cli-service build',
        site: true,
        files: { ...VUE_CLI, 'vue.config.js': "module.exports = { outputDir: 'public_html' };\n" },
      },
      { name: 'an option', command: 'vue-cli-service build --dest site', site: true, files: VUE_CLI },
    ],
  },
  {
    builder: 'create-react-app',
    packages: ['react-scripts@5', 'react@18', 'react-dom@18', 'ajv@8'],
    cases: [
      { name: 'the usual folder', command: 'react-scripts build', site: true, files: CRA },
      { name: 'BUILD_PATH', command: 'BUILD_PATH=dist react-scripts build', site: true, files: CRA },
      {
        name: 'BUILD_PATH in .env',
        command: 'react-scripts build',
        site: true,
        files: { ...CRA, '.env': 'BUILD_PATH=out\n' },
      },
    ],
  },
  {
    builder: 'angular',
    packages: [
      '@angular/cli@20',
      '@angular/build@20',
      '@angular/core@20',
      '@angular/compiler@20',
      '@angular/compiler-cli@20',
      '@angular/common@20',
      '@angular/platform-browser@20',
      'rxjs@7',
      'typescript@5.9.3',
      'tslib@2',
    ],
    cases: [
      { name: 'the usual folder', command: 'ng build', site: true, files: angular({}) },
      { name: 'outputPath', command: 'ng build', site: true, files: angular({ outputPath: 'public_html' }) },
      {
        name: 'outputPath with an empty browser',
        command: 'ng build',
        site: true,
        files: angular({ outputPath: { base: 'dist', browser: '' } }),
      },
      { name: 'an option', command: 'ng build --output-path site', site: true, files: angular({}) },
    ],
  },
  {
    builder: 'gatsby',
    packages: ['gatsby@5', 'react@18', 'react-dom@18'],
    cases: [
      {
        name: 'the usual folder',
        command: 'gatsby build',
        site: true,
        files: {
          'src/pages/index.js':
            "import * as React from 'react';\nexport default () => React.createElement('p', null, 'it');\n",
        },
      },
    ],
  },
];
