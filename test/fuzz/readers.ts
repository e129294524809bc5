import { memoryRepository, readBaseline, readSettings } from '../../src/index.js';
import { ignoredBy } from '../../src/launch/docker/ignored.js';
import { requirementsIn } from '../../src/launch/install/requirements.js';
import { render } from '../../src/platforms/render/index.js';
import { parseDockerfile } from '../../src/syntax/dockerfile.js';
import { parseDotenv } from '../../src/syntax/dotenv.js';
import { componentTags, scriptElements } from '../../src/syntax/html.js';
import { ignoreComments } from '../../src/syntax/ignore-comments.js';
import { parseJavaScript } from '../../src/syntax/javascript.js';
import { parseJson } from '../../src/syntax/json.js';
import { parseProcfile } from '../../src/syntax/procfile.js';
import { startOf } from '../../src/syntax/lines.js';
import { parsePython } from '../../src/syntax/python.js';
import { parseIni, parseTomlTexts } from '../../src/syntax/sections.js';
import { parseShell } from '../../src/syntax/shell.js';
import { parseToml } from '../../src/syntax/toml.js';
import { parseYaml } from '../../src/syntax/yaml.js';
import { reportsOn } from './reports.js';
import type { Syntax } from './texts.js';

/** Reads one text. None of these may throw, whatever the text: what cannot be read is part of what they return. */
export interface Reader {
  name: string;
  syntax: Syntax;
  /** How many texts it gets for each that the others get, where it takes its time; 1 where left out. */
  share?: number;
  read: (text: string) => unknown;
}

/** Names that take a matcher of patterns long where it goes back and forth. */
const PATHS = ['src/server.ts', 'a'.repeat(200), 'a/'.repeat(100) + 'b', '-_.*[!]?\\'];

export const READERS: readonly Reader[] = [
  { name: 'parseYaml', syntax: 'yaml', read: (text) => parseYaml('a.yaml', text) },
  { name: 'parseJson', syntax: 'json', read: (text) => parseJson(text, 'a.json') },
  { name: 'parseToml', syntax: 'toml', read: (text) => parseToml(text, 'a.toml') },
  { name: 'parseDockerfile', syntax: 'dockerfile', read: parseDockerfile },
  { name: 'parseJavaScript', syntax: 'javascript', read: (text) => parseJavaScript(text, 'a.js') },
  { name: 'parseJavaScript of TypeScript', syntax: 'javascript', read: (text) => parseJavaScript(text, 'a.ts') },
  { name: 'parsePython', syntax: 'python', read: (text) => parsePython(text, 'a.py') },
  { name: 'parseShell', syntax: 'shell', read: parseShell },
  { name: 'parseDotenv', syntax: 'dotenv', read: (text) => parseDotenv(text, '.env') },
  { name: 'parseProcfile', syntax: 'procfile', read: (text) => parseProcfile(text, 'Procfile') },
  {
    name: 'scriptElements and componentTags',
    syntax: 'html',
    read: (text) => [scriptElements(text), componentTags(text)],
  },
  {
    name: 'parseIni and parseTomlTexts',
    syntax: 'toml',
    read: (text) => [parseIni(text, 'a'), parseTomlTexts(text, 'a')],
  },
  {
    name: 'requirements',
    syntax: 'requirements',
    read: (text) => requirementsIn(memoryRepository({ 'a.txt': text }), 'a.txt', startOf('a.txt')),
  },
  {
    name: '.dockerignore',
    syntax: 'ignored',
    read: (text) => {
      const ignored = ignoredBy(memoryRepository({ '.dockerignore': text }), 'Dockerfile', '');
      return PATHS.map((path) => ignored(path));
    },
  },
  { name: 'render.yaml', syntax: 'render', read: (text) => render.read(memoryRepository({ 'render.yaml': text })) },
  {
    name: 'comments that ignore',
    syntax: 'comments',
    read: (text) => ['a.ts', 'a.html', 'a.py', 'a.vue'].map((file) => ignoreComments(file, text)),
  },
  { name: 'reports', syntax: 'comments', share: 0.25, read: reportsOn },
  {
    name: 'readSettings',
    syntax: 'settings',
    share: 0.25,
    read: (text) => readSettings(memoryRepository({ 'lint-deploy.yaml': text })),
  },
  { name: 'readBaseline', syntax: 'baseline', read: (text) => readBaseline(text, 'baseline.json') },
];
