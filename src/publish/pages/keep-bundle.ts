/**
 * Makes Astro bundle the site's code without rendering a page. The bundle is kept, so that pages can be rendered from
 * it in several processes, and again after an edit. Node reads this file as it is, before there
 * are aliases: it imports packages only.
 */
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** The module of the bundle that lists and renders pages. Astro takes a name that begins like this as that of its own. */
export const entryFile = 'prerender-entry.mjs';

/** The integration. `bundle` is the folder to keep the bundle in. */
export function keepBundle(bundle: string): AstroIntegration {
  let outDir = '';
  return {
    name: 'keep-bundle',
    hooks: {
      'astro:config:done': ({ config }) => {
        outDir = fileURLToPath(config.outDir);
      },
      'astro:build:setup': ({ updateConfig }) => {
        const entry = fileURLToPath(new URL('./prerender-entry.ts', import.meta.url));
        updateConfig({
          environments: {
            prerender: {
              build: { rolldownOptions: { input: entry, output: { entryFileNames: entryFile } } },
            },
          },
        });
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer({
          name: 'keep-bundle',
          setup: () => rename(path.join(outDir, '.prerender'), bundle),
          getStaticPaths: () => Promise.resolve([]),
          render: () => Promise.reject(new Error('No page is rendered while the code is bundled.')),
        });
      },
    },
  };
}
