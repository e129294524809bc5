/**
 * Vite plugins that make something else of an app than one page, by the module a configuration imports.
 * `multiple`: a page for each route. `unknown`: it depends on settings that are not read.
 */
export const VITE_FRAMEWORKS: Readonly<
  Record<string, { name: string; pages: 'multiple' | 'unknown'; source: string }>
> = {
  '@sveltejs/kit/vite': { name: 'SvelteKit', pages: 'unknown', source: 'https://svelte.dev/docs/kit/adapter-static' },
  '@react-router/dev/vite': {
    name: 'React Router',
    pages: 'unknown',
    source: 'https://reactrouter.com/how-to/pre-rendering',
  },
  '@remix-run/dev': { name: 'Remix', pages: 'unknown', source: 'https://v2.remix.run/docs/guides/spa-mode' },
  '@tanstack/react-start/plugin/vite': {
    name: 'TanStack Start',
    pages: 'unknown',
    source: 'https://tanstack.com/start/latest/docs/framework/react/guide/spa-mode',
  },
  '@tanstack/solid-start/plugin/vite': {
    name: 'TanStack Start',
    pages: 'unknown',
    source: 'https://tanstack.com/start/latest/docs/framework/solid/guide/spa-mode',
  },
  '@solidjs/start/config': {
    name: 'SolidStart',
    pages: 'unknown',
    source: 'https://docs.solidjs.com/solid-start/building-your-application/route-prerendering',
  },
  '@builder.io/qwik-city/vite': {
    name: 'Qwik City',
    pages: 'unknown',
    source: 'https://qwik.dev/docs/guides/static-site-generation/',
  },
  '@analogjs/platform': {
    name: 'Analog',
    pages: 'unknown',
    source: 'https://analogjs.org/docs/features/server/static-site-generation',
  },
  'vike/plugin': { name: 'Vike', pages: 'unknown', source: 'https://vike.dev/pre-rendering' },
  'vite-plugin-ssr/plugin': {
    name: 'vite-plugin-ssr',
    pages: 'unknown',
    source: 'https://vite-plugin-ssr.com/pre-rendering',
  },
  'vite-ssg': { name: 'vite-ssg', pages: 'multiple', source: 'https://github.com/antfu-collective/vite-ssg' },
  'vite-react-ssg': {
    name: 'vite-react-ssg',
    pages: 'multiple',
    source: 'https://github.com/Daydreamer-riri/vite-react-ssg',
  },
  'vite-plugin-prerender': {
    name: 'vite-plugin-prerender',
    pages: 'unknown',
    source: 'https://github.com/Rudeus3Greyrat/vite-plugin-prerender',
  },
  'vite-prerender-plugin': {
    name: 'vite-prerender-plugin',
    pages: 'unknown',
    source: 'https://github.com/preactjs/vite-prerender-plugin',
  },
  '@prerenderer/rollup-plugin': {
    name: '@prerenderer/rollup-plugin',
    pages: 'unknown',
    source: 'https://github.com/Tofandel/prerenderer',
  },
};

/** Programs that, run on a finished build, write a page for each route they find. */
export const PRERENDERERS = new Set([
  'react-snap',
  'react-snapshot',
  'react-spa-prerender',
  'prerender-spa',
  'react-static',
  'scully',
  'vite-ssg',
  'vike',
]);
