import type { SocketCase } from './commands.js';

/** A program that takes its port from `args`, which the text makes, and a command that starts it. */
function row(words: string, text: string, port: string): SocketCase {
  const program = `import argparse\nimport os\nimport uvicorn\n${text}\nuvicorn.run('main:app', host='0.0.0.0', port=args.port)\n`;
  return { command: `python ${words}`, files: { 'main.py': program }, sockets: [`0.0.0.0:${port} 5s`] };
}

const PARSER = 'parser = argparse.ArgumentParser(description="Shop")\n';
const PORT = 'parser.add_argument("-p", "--port", type=int, default=8080, help="where to listen")\n';
const PARSE = 'args = parser.parse_args()';

/** Ports of the arguments that a program is started with, as Python 3.11 reads them; `?` where that is not worked out. */
export const ARGUMENTS: readonly SocketCase[] = [
  row('main.py', PARSER + PORT + PARSE, '8080'),
  row('main.py --port 9000', PARSER + PORT + PARSE, '9000'),
  row('main.py --port=9000', PARSER + PORT + PARSE, '9000'),
  row('-u main.py -p 9000', PARSER + PORT + PARSE, '9000'),
  row('main.py --port 9000 --port 9001', PARSER + PORT + PARSE, '9001'),
  row('main.py --port $PORT', PARSER + PORT + PARSE, '10000'),
  row('main.py', `${PARSER}parser.add_argument("--port", type=int, default="8080")\n${PARSE}`, '8080'),
  row('main.py', `${PARSER}parser.add_argument("--listen-on", dest="port", type=int, default=8080)\n${PARSE}`, '8080'),
  row(
    'main.py --debug',
    `${PARSER}parser.add_argument("--debug", action="store_true")\n${PORT}${PARSE}\nif args.debug:\n    args = None`,
    '?',
  ),
  row(
    'main.py',
    `${PARSER}parser.add_argument("--debug", action="store_true")\n${PORT}${PARSE}\nif args.debug:\n    args = None`,
    '8080',
  ),
  row(
    'main.py',
    `def read():\n    parser = argparse.ArgumentParser()\n    ${PORT}    return parser.parse_args()\n\nargs = read()`,
    '8080',
  ),
  // What it does not know ends the program, or is taken in a way that is not worked out.
  row('main.py --other', PARSER + PORT + PARSE, '?'),
  row('main.py --por 9000', PARSER + PORT + PARSE, '?'),
  row('main.py -p9000', PARSER + PORT + PARSE, '?'),
  row('main.py shop', `${PARSER}parser.add_argument("name")\n${PORT}${PARSE}`, '?'),
  row('main.py', `${PARSER}parser.add_argument("names", nargs="*")\n${PORT}${PARSE}`, '?'),
  row(
    'main.py',
    `${PARSER}group = parser.add_argument_group()\ngroup.add_argument("--port", default=9000)\n${PARSE}`,
    '?',
  ),
  row('main.py', `${PARSER}${PORT}parser.set_defaults(port=9000)\n${PARSE}`, '?'),
  row('main.py', `${PARSER}${PORT}args, others = parser.parse_known_args()`, '?'),
  row('main.py --port 9000', `${PARSER}${PORT}args = parser.parse_args([])`, '?'),
  row('main.py', `${PARSER}if os.environ.get("KEY"):\n    ${PORT}${PARSE}`, '?'),
];
