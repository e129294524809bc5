import { memoryRepository, readBaseline, readSettings } from '../../src/index.js';
import { parseDockerfile } from '../../src/syntax/dockerfile.js';
import { parseDotenv } from '../../src/syntax/dotenv.js';
import { componentTags, scriptElements } from '../../src/syntax/html.js';
import { parseJavaScript } from '../../src/syntax/javascript.js';
import { parseJson } from '../../src/syntax/json.js';
import { parseProcfile } from '../../src/syntax/procfile.js';
import { parsePython } from '../../src/syntax/python.js';
import { parseShell } from '../../src/syntax/shell.js';
import { parseToml } from '../../src/syntax/toml.js';
import { parseYaml } from '../../src/syntax/yaml.js';
import type { Syntax } from './texts.js';

/** Reads one text. None of these may throw, whatever the text: what cannot be read is part of what they return. */
export interface Reader {
  name: string;
  syntax: Syntax;
  read: (text: string) => unknown;
}

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
    name: 'readSettings',
    syntax: 'yaml',
    read: (text) => readSettings(memoryRepository({ 'lint-deploy.yaml': text })),
  },
  { name: 'readBaseline', syntax: 'json', read: (text) => readBaseline(text, 'baseline.json') },
];
