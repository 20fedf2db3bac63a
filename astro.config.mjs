import { fileURLToPath } from 'node:url';
import react from '@astrojs/react';
import { defineConfig, logHandlers } from 'astro/config';
import { readAstroSettings, removeReservedVariables } from './src/config/astro.ts';
import { headScripts } from './src/render/head-scripts.ts';
import { keepBundle } from './src/publish/pages/keep-bundle.ts';

removeReservedVariables();

/** React's API, Preact at runtime: an island weighs 8 kB instead of 69 (docs/decisions/0003). */
const preactForReact = {
  react: 'preact/compat',
  'react-dom': 'preact/compat',
  'react-dom/client': 'preact/compat/client',
  'react-dom/server': 'preact/compat/server',
  'react-dom/server.browser': 'preact/compat/server',
  'react-dom/server.node': 'preact/compat/server',
  'react/jsx-runtime': 'preact/jsx-runtime',
  'react/jsx-dev-runtime': 'preact/jsx-dev-runtime',
};

/**
 * A file of what the modules of these folders share: of modules that only one entry needs, each stays with that entry. By
 * itself the bundler makes a file of each shared module, and many small ones compress and load worse than few.
 */
const sharedIn = (name, test) => ({ name, test, minShareCount: 2 });

/**
 * The first that fits a module counts, and it takes what the module imports along. What only some pages need is in a folder of
 * its own: a module that is moved into one of these folders is loaded with the rest of it.
 */
const chunks = [
  // Shared by every page: strings, times, storage on the device, and what loads further modules.
  sharedIn(
    'page',
    /\/src\/(?:(?:i18n\/(?!names|format\/language-text)|components\/(?!data-saver|load-file|opportunity)|device\/(?:saved\/|page-html))|device\/storage\/[^/]+$)|vite\/preload-helper/,
  ),
  // Shared by the finder on the home page and the search: languages and hours that visitors have and opportunities ask
  // for, with the answers to the fit check; without the check, which only visitors with answers load. And what loads files.
  sharedIn(
    'needs',
    /\/src\/(?:model\/(?:language-needs|vocabularies\/(?:languages|bands))|device\/(?:storage\/fit\/|fit\/fit-needs)|search\/facets\/language-(?:fit|value)|components\/load-file)/,
  ),
  // The filters of the search, and its cards. The home page needs no other part of the search.
  sharedIn(
    'matches',
    /\/src\/(?:components\/data-saver|search\/(?:facets\/|cards\/|ranking|page\/search-paths|query\/(?:load-once|lookup)))/,
  ),
  // The search by words, which the first of them loads, and what is loaded later with them.
  {
    name: 'word-search',
    test: /\/src\/search\/(?:terms|language|word-files|words\/(?!languages|isolate)|query\/(?:word-search|dictionary|synonyms|corrections))/,
  },
  sharedIn('searches', /\/src\/device\/storage\/searches\//),
  sharedIn('saved-searches-news', /\/src\/search\/saved-searches\/(?!SaveSearch|SearchesSection)/),
  // What the parts of the search share otherwise.
  sharedIn('search-parts', /\/src\/search\//),
  // The base of islands: Preact, components and hooks.
  sharedIn('preact', /\/node_modules\/preact\/|\/src\/(?!components\/opportunity\/).*(?:\.tsx|\/use-[^/]+)$/),
  // Rows of opportunities, which the search, the finder and the list of saved ones draw. The search has names of its own.
  sharedIn('rows', /\/src\/(?:components\/opportunity\/(?!row-strings)|i18n\/)/),
  // The records of submissions and what is told of them, which some pages only list.
  sharedIn(
    'submissions',
    /\/src\/(?:applications\/form\/|device\/storage\/application\/(?!locks|page-records))/,
  ),
  // The code that sends them, for forms and for any later page while one is pending.
  sharedIn('sending', /\/src\/(?:applications\/(?:transport|outbox)|device\/storage\/application)\//),
  // The fit check, of opportunities' pages and of the search.
  sharedIn('fit', /\/src\/device\/fit\//),
];

/**
 * What an opportunity's page has besides the site's own style sheet, in one file: three compress worse than one, and each
 * takes an address and a hash in the page.
 */
const partsSheet = {
  name: 'parts',
  test: /\/src\/(?:applications\/form|device\/fit-block)\/[^/]+\.css$/,
};

/** Most pages with the one have the other. */
const listsSheet = { name: 'lists', test: /\/src\/styles\/(?:ways|follow)\.css$/ };

/** By default `Name.astro_astro_type_script_index_0_lang.….js`, ten times in the page of an opportunity. */
const shortName = ({ name }) => `assets/${name.replace(/\.astro.*/, '')}.[hash].js`;

const { site, outDir, cacheDir, bundle, brand } = readAstroSettings();
const scriptsInHeads = headScripts();

export default defineConfig({
  site,
  output: 'static',
  trailingSlash: 'always',
  outDir,
  cacheDir,
  // None: Astro would copy its files unseen into the cached bundle. The build publishes them (src/sources/files/public-files.ts).
  publicDir: '.local/none',
  build: { format: 'directory', inlineStylesheets: 'never', assets: 'assets', concurrency: 4 },
  devToolbar: { enabled: false },
  // A build says itself how far it is. A line for each page is thousands that nobody reads, and the renderer's time.
  logger: bundle ? logHandlers.node({ level: 'warn' }) : undefined,
  // The pipeline makes HTML of the content's Markdown; Astro's own would want inline styles for code.
  markdown: { syntaxHighlight: false },
  integrations: [react(), ...(bundle === undefined ? [] : [keepBundle(bundle)])],
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "base-uri 'none'",
        "font-src 'self'",
        "img-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        // Nothing makes HTML or a script's address of a text, but for the service worker's: src/offline/offline.client.ts.
        "require-trusted-types-for 'script'",
        'trusted-types ov',
        // Pages with forms add where those send to: src/layouts/frame/Frame.astro.
        "connect-src 'self'",
        "form-action 'self'",
      ],
      scriptDirective: {
        resources: ["'self'", "'wasm-unsafe-eval'"],
        hashes: scriptsInHeads.hashes,
      },
      styleDirective: { resources: ["'self'"] },
    },
  },
  vite: {
    // Variables come from the environment alone; a file .env was read before (scripts/env-file.mjs).
    envDir: false,
    plugins: [scriptsInHeads.plugin],
    resolve: {
      alias: [
        ...Object.entries(preactForReact).map(([name, replacement]) => ({
          find: new RegExp(`^${name}$`),
          replacement,
        })),
        // The package names its CommonJS file only, which nothing can be left out of: a kilobyte of each form.
        { find: /^@formspree\/core$/, replacement: '@formspree/core/dist/index.mjs' },
        // The style sheets of the content's brand, which the build writes: src/styles/site.css.
        ...(brand === undefined ? [] : [{ find: /^virtual:brand(?=\/)/, replacement: brand }]),
        { find: /^@\//, replacement: fileURLToPath(new URL('./src/', import.meta.url)) },
      ],
    },
    environments: {
      prerender: {
        build: { rolldownOptions: { output: { codeSplitting: { groups: [partsSheet, listsSheet] } } } },
      },
      client: {
        build: {
          rolldownOptions: {
            output: {
              entryFileNames: shortName,
              codeSplitting: { groups: chunks },
            },
          },
        },
      },
    },
    ssr: { noExternal: ['react', 'react-dom', 'preact', 'preact-render-to-string', '@astrojs/react'] },
  },
});
