type Files = Readonly<Record<string, string>>;

interface Row {
  text: string;
  /** main.py, or another file, once it listens on PORT; undefined: there is no such edit. */
  port: string | Files | undefined;
  /** main.py once it listens everywhere; null: not looked at. */
  host: string | null | undefined;
  files?: Files;
}

const row = (text: string, port: Row['port'], host: Row['host'] = null, files: Files = {}): Row => ({
  text,
  port,
  host,
  files,
});

const FLASK = 'from flask import Flask\n\napp = Flask(__name__)\n';
const flask = (call: string): string => `${FLASK}${call}\n`;
const withOs = (call: string): string => `import os\n${flask(call)}`;

/** What becomes of main.py by each edit. */
export const EDITS: readonly Row[] = [
  row(flask('app.run()'), withOs('app.run(port=int(os.environ.get("PORT", 5000)))'), flask('app.run(host="0.0.0.0")')),
  row(
    flask('app.run(port=8080)'),
    withOs('app.run(port=int(os.environ.get("PORT", 8080)))'),
    flask('app.run(port=8080, host="0.0.0.0")'),
  ),
  row(
    flask("app.run('127.0.0.1', 8080, debug=True)"),
    withOs('app.run(\'127.0.0.1\', int(os.environ.get("PORT", 8080)), debug=True)'),
    flask("app.run('0.0.0.0', 8080, debug=True)"),
  ),
  // A text stays a text, in its own quotes.
  row(flask("app.run(port='8080')"), withOs("app.run(port=os.environ.get('PORT', '8080'))")),
  row(
    flask('app.run(\n    debug=False,\n)'),
    withOs('app.run(\n    debug=False,\n    port=int(os.environ.get("PORT", 5000)),\n)'),
    flask('app.run(\n    debug=False,\n    host="0.0.0.0",\n)'),
  ),
  row(
    flask('app.run(\n    debug=False\n)'),
    withOs('app.run(\n    debug=False,\n    port=int(os.environ.get("PORT", 5000))\n)'),
  ),
  row(flask('app.run(debug=False,)'), withOs('app.run(debug=False, port=int(os.environ.get("PORT", 5000)),)')),
  // None is its default.
  row(flask('app.run(port=None)'), undefined),
  row(flask('app.run(**options)'), undefined, undefined),
  // Where `os` is known, it is not imported again.
  row(
    `import os\n${flask('app.run(port=8080)')}`,
    `import os\n${flask('app.run(port=int(os.environ.get("PORT", 8080)))')}`,
  ),
  row(
    `import sys, os\n${flask('app.run(port=8080)')}`,
    `import sys, os\n${flask('app.run(port=int(os.environ.get("PORT", 8080)))')}`,
  ),
  row(
    `from os import environ\n${flask('app.run(port=8080)')}`,
    `import os\nfrom os import environ\n${flask('app.run(port=int(os.environ.get("PORT", 8080)))')}`,
  ),
  // Behind the text of the module and what has to come first.
  row(
    `#!/usr/bin/env python3\n"""The shop."""\nfrom __future__ import annotations\n\n${flask('app.run(port=8080)')}`,
    `#!/usr/bin/env python3\n"""The shop."""\nfrom __future__ import annotations\n\nimport os\n${flask('app.run(port=int(os.environ.get("PORT", 8080)))')}`,
  ),
  // The name stands for something else.
  row(`import operating as os\n${flask('app.run(port=8080)')}`, undefined),
  row(flask('import os\napp.run(port=8080)'), flask('import os\napp.run(port=int(os.environ.get("PORT", 8080)))')),
  row(flask('app.run(port=8080)\nimport os'), undefined),
  row(flask('if True:\n    import os\napp.run(port=8080)'), undefined),
  // A constant that says that it is a port; another may be there for other things, too.
  row(flask('PORT = 8080\napp.run(port=PORT)'), withOs('PORT = int(os.environ.get("PORT", 8080))\napp.run(port=PORT)')),
  row(
    flask('SERVER_PORT: int = 8080  # of the shop\napp.run(port=SERVER_PORT)'),
    withOs('SERVER_PORT: int = int(os.environ.get("PORT", 8080))  # of the shop\napp.run(port=SERVER_PORT)'),
  ),
  row(
    flask('PORT = "8080"\napp.run(port=int(PORT))'),
    withOs('PORT = os.environ.get("PORT", "8080")\napp.run(port=int(PORT))'),
  ),
  row(flask('NUMBER = 8080\napp.run(port=NUMBER)'), undefined),
  row(flask('class Settings:\n    port = 8080\n\napp.run(port=Settings.port)'), undefined),
  row(
    flask('import settings\napp.run(port=settings.PORT)'),
    { 'settings.py': 'import os\n\nPORT = int(os.environ.get("PORT", 8080))\n' },
    null,
    {
      'settings.py': 'PORT = 8080\n',
    },
  ),
  row(flask('def start(port=8080):\n    app.run(port=port)\n\nstart()'), undefined),
  row(flask('def start(port):\n    app.run(port=port)\n\nstart(8080)'), undefined),
  // It is read from another variable, on purpose.
  row('import os\n' + flask('app.run(port=int(os.environ["APP_PORT"]))'), undefined),
  row(
    "import uvicorn\n\nif __name__ == '__main__':\n    uvicorn.run('app:app', host='127.0.0.1', port=8000, reload=True)\n",
    "import os\nimport uvicorn\n\nif __name__ == '__main__':\n    uvicorn.run('app:app', host='127.0.0.1', port=int(os.environ.get(\"PORT\", 8000)), reload=True)\n",
    "import uvicorn\n\nif __name__ == '__main__':\n    uvicorn.run('app:app', host='0.0.0.0', port=8000, reload=True)\n",
  ),
  row(
    "import uvicorn\n\nconfig = uvicorn.Config('app:app', port=8000)\nuvicorn.Server(config).run()\n",
    'import os\nimport uvicorn\n\nconfig = uvicorn.Config(\'app:app\', port=int(os.environ.get("PORT", 8000)))\nuvicorn.Server(config).run()\n',
    'import uvicorn\n\nconfig = uvicorn.Config(\'app:app\', port=8000, host="0.0.0.0")\nuvicorn.Server(config).run()\n',
  ),
  row(
    'from waitress import serve\n\nserve(app, host="0.0.0.0", port=8080)\n',
    'import os\nfrom waitress import serve\n\nserve(app, host="0.0.0.0", port=int(os.environ.get("PORT", 8080)))\n',
  ),
  row(
    'from aiohttp import web\n\nweb.run_app(web.Application())\n',
    'import os\nfrom aiohttp import web\n\nweb.run_app(web.Application(), port=int(os.environ.get("PORT", 8080)))\n',
  ),
  row(
    'import tornado.web\n\ntornado.web.Application([]).listen(8888)\n',
    'import os\nimport tornado.web\n\ntornado.web.Application([]).listen(int(os.environ.get("PORT", 8888)))\n',
  ),
  row(
    'from http.server import HTTPServer, SimpleHTTPRequestHandler\n\nHTTPServer(("127.0.0.1", 8000), SimpleHTTPRequestHandler).serve_forever()\n',
    'import os\nfrom http.server import HTTPServer, SimpleHTTPRequestHandler\n\nHTTPServer(("127.0.0.1", int(os.environ.get("PORT", 8000))), SimpleHTTPRequestHandler).serve_forever()\n',
    'from http.server import HTTPServer, SimpleHTTPRequestHandler\n\nHTTPServer(("0.0.0.0", 8000), SimpleHTTPRequestHandler).serve_forever()\n',
  ),
  row(
    'from wsgiref.simple_server import make_server\n\nwith make_server("", 8000, app) as server:\n    server.serve_forever()\n',
    'import os\nfrom wsgiref.simple_server import make_server\n\nwith make_server("", int(os.environ.get("PORT", 8000)), app) as server:\n    server.serve_forever()\n',
  ),
  row(
    'import bottle\n\nbottle.run(host="localhost", port=8080)\n',
    'import os\nimport bottle\n\nbottle.run(host="localhost", port=int(os.environ.get("PORT", 8080)))\n',
    'import bottle\n\nbottle.run(host="0.0.0.0", port=8080)\n',
  ),
  row(
    'import gradio as gr\n\ndemo = gr.Interface(fn=str, inputs="text", outputs="text")\ndemo.launch()\n',
    'import os\nimport gradio as gr\n\ndemo = gr.Interface(fn=str, inputs="text", outputs="text")\ndemo.launch(server_port=int(os.environ.get("PORT", 7860)))\n',
    'import gradio as gr\n\ndemo = gr.Interface(fn=str, inputs="text", outputs="text")\ndemo.launch(server_name="0.0.0.0")\n',
  ),
  row(
    'from dash import Dash\n\napp = Dash(__name__)\napp.run_server(debug=True, port=8050)\n',
    'import os\nfrom dash import Dash\n\napp = Dash(__name__)\napp.run_server(debug=True, port=int(os.environ.get("PORT", 8050)))\n',
  ),
  // With lines that end as on Windows.
  row(
    'from waitress import serve\r\n\r\nserve(app, port=8080)\r\n',
    'import os\r\nfrom waitress import serve\r\n\r\nserve(app, port=int(os.environ.get("PORT", 8080)))\r\n',
  ),
];
