/** A package.json whose files are modules. */
export const MODULE = { type: 'module' };

/** What builders without a page are given. */
export const SCRIPT = 'export const port = 1;\n';

export const PAGE =
  '<!doctype html>\n<title>it</title>\n<div id="root"></div>\n<script type="module" src="/src/main.js"></script>\n';

/** A page with its script. */
export const SITE = { 'index.html': PAGE, 'src/main.js': "document.body.append('it');\n", 'package.json': MODULE };
