/**
 * Makes Astro bundle the site's code without rendering a page. The bundle is kept, so that pages can be rendered from
 * it in several processes, and again after an edit. Node reads this file as it is, before there
 * are aliases: it imports packages only.
 */
import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** The style sheets of each route, as Astro's `pages`: the bundle itself doesn't name them. */
export const routeStylesFile = 'route-styles.json';

/** The integration. `bundle` is the folder to keep the bundle in. */
export function keepBundle(bundle: string): AstroIntegration {
  let outDir = '';
  /** Filled while Astro bundles. */
  let styles: () => readonly (readonly [route: string, styles: unknown])[] = () => [];
  return {
    name: 'keep-bundle',
    hooks: {
      'astro:build:setup': ({ pages }) => {
        styles = () => [...pages].map(([route, data]) => [route, (data as { styles?: unknown }).styles]);
      },
      'astro:config:done': ({ config }) => {
        outDir = fileURLToPath(config.outDir);
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer({
          name: 'keep-bundle',
          setup: async () => {
            await rename(path.join(outDir, '.prerender'), bundle);
            await writeFile(path.join(bundle, routeStylesFile), JSON.stringify(styles()));
          },
          getStaticPaths: () => Promise.resolve([]),
          render: () => Promise.reject(new Error('No page is rendered while the code is bundled.')),
        });
      },
    },
  };
}
