import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import react from '@astrojs/react';
import { defineConfig, logHandlers } from 'astro/config';
import { readAstroSettings } from './src/config/astro.ts';
import { fitMarkScript } from './src/device/fit/fit-mark.ts';
import { webFontScript } from './src/layouts/frame/web-font.ts';
import { preloadScript } from './src/search/page/search-preloads.ts';

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

/** A script written into the page as it is, as the policy names it. */
const hashOf = (script) => `sha256-${createHash('sha256').update(script).digest('base64')}`;

/** The catalogue of components: a page of the development server, never of a build. */
const catalogue = {
  name: 'catalogue',
  hooks: {
    'astro:config:setup': ({ command, injectRoute }) => {
      if (command === 'dev')
        injectRoute({ pattern: '/design/[...locale]', entrypoint: './src/design/Catalogue.astro' });
    },
  },
};

/** What every page loads of src/device, and for it, in one file: by itself the bundler makes one of each shared module. */
const deviceChunk = {
  name: 'device',
  test: /src\/(?:i18n\/date-text|components\/late-parts\.client|device\/(?:applied\/(?:applied-times|applied-times\.client)|fit\/fit-mark|saved\/(?:saved-store|toggle-saved\.client)|storage\/(?:item-store|old-keys|application\/outbox-changes\.client|read-value|records|records\.client|storage\.client)))\.ts$/,
};

/** What the search reads words and facets with at once and later, in one file for the same reason. */
const searchChunk = {
  name: 'search-words',
  test: /src\/search\/(?:facets\/facet-columns|page\/data-saver\.client|query\/(?:corrections|dictionary|ranking)|words\/(?:fuzzy-match|isolate-direction|keyboard-layout|query-terms|spelling))\.ts$/,
};

/** Every island needs all of it, or most do. */
const preactChunk = {
  name: 'preact',
  test: /node_modules\/preact\/|src\/device\/(?:use-store\.client\.ts|fit-page\/use-fit-answers\.client\.ts|applied\/AppliedNote\.tsx|fit\/FitLines\.tsx)$/,
};

/** What somebody has said of themselves, which the search and the saved ones read at once. */
const answersChunk = {
  name: 'fit-store',
  test: /src\/device\/fit\/(?:fit-needs|fit-store)\.ts$/,
};

/** What says what fits somebody who has said what they can do: loaded for nobody else. */
const fitChunk = {
  name: 'fit',
  test: /src\/device\/fit\/(?:fit-answers\.client|fit-check|fit-lines|fit-zone|load-fit-strings\.client)\.ts$/,
};

/** Filling in texts, times, and watching closing dates: pages that need one of these need another too. */
const closingChunk = {
  name: 'closing',
  test: /src\/(?:components\/closing\/closing-watch\.client|i18n\/(?:interpolate|number|reader-time))\.ts$/,
};

/** What was sent, and what waits to be, which some pages only list. */
const outboxChunk = {
  name: 'outbox',
  test: /src\/(?:applications\/(?:form\/(?:browser\/element|attachment\/download-text)\.client|outbox\/(?:entry-states|retries))|device\/(?:applied\/(?:applied-item|just-sent\.client)|storage\/(?:locks|shared-device\.client|application\/(?:draft|outbox-entry|submission-id|usual-answers-key))))\.ts$/,
};

/** What sends it: the form needs it, and any page of a later visit on which something still waits. */
const submitChunk = {
  name: 'submit',
  test: /@formspree\/core|src\/applications\/(?:outbox\/(?:background-sync\.client|browser-dependencies\.client|in-flight|submit-entry)|transport\/(?:formspree|watched-fetch))\.ts$/,
};

/**
 * What an opportunity's page has besides the site's own style sheet, in one file: three compress worse than one, and each
 * takes an address and a hash in the page.
 */
const partsSheet = {
  name: 'parts',
  test: /src\/(?:applications\/form\/apply|device\/fit-block\/fit-block|share\/kit\/share)\.css$/,
};

/** By default `Name.astro_astro_type_script_index_0_lang.….js`, ten times in the page of an opportunity. */
const shortName = ({ name }) => `assets/${name.replace(/\.astro.*/, '')}.[hash].js`;

const { site, outDir, cacheDir, isBuild } = readAstroSettings();

export default defineConfig({
  site,
  output: 'static',
  trailingSlash: 'always',
  outDir,
  cacheDir,
  build: { format: 'directory', inlineStylesheets: 'never', assets: 'assets', concurrency: 4 },
  devToolbar: { enabled: false },
  // A build says itself how far it is. A line for each page is thousands that nobody reads, and the renderer's time.
  logger: isBuild ? logHandlers.node({ level: 'warn' }) : undefined,
  // The pipeline makes HTML of the content's Markdown; Astro's own would want inline styles for code.
  markdown: { syntaxHighlight: false },
  integrations: [react(), catalogue],
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "base-uri 'none'",
        "font-src 'self'",
        "img-src 'self' data:",
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
        hashes: [webFontScript, fitMarkScript, preloadScript].map(hashOf),
      },
      styleDirective: { resources: ["'self'"] },
    },
  },
  vite: {
    resolve: {
      alias: [
        ...Object.entries(preactForReact).map(([name, replacement]) => ({
          find: new RegExp(`^${name}$`),
          replacement,
        })),
        // The package names its CommonJS file only, which nothing can be left out of: a kilobyte of each form.
        { find: /^@formspree\/core$/, replacement: '@formspree/core/dist/index.mjs' },
        { find: /^@\//, replacement: fileURLToPath(new URL('./src/', import.meta.url)) },
      ],
    },
    environments: {
      prerender: {
        build: { rolldownOptions: { output: { codeSplitting: { groups: [partsSheet] } } } },
      },
      client: {
        build: {
          rolldownOptions: {
            output: {
              entryFileNames: shortName,
              codeSplitting: {
                groups: [
                  deviceChunk,
                  searchChunk,
                  outboxChunk,
                  submitChunk,
                  closingChunk,
                  answersChunk,
                  preactChunk,
                  fitChunk,
                ],
              },
            },
          },
        },
      },
    },
    ssr: { noExternal: ['react', 'react-dom', 'preact', 'preact-render-to-string', '@astrojs/react'] },
  },
});
