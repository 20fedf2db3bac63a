import { setImmediate } from 'node:timers/promises';
import type { HookParameters } from 'astro';

type DevServer = HookParameters<'astro:server:setup'>['server'];

/** The environments of Vite in which Astro may work out paths and make pages. */
const renderers = ['ssr', 'prerender', 'astro'];

/** Has Astro forget the paths that it has worked out, and open pages load again: the content has changed. */
export async function reloadPages({ environments }: DevServer): Promise<void> {
  for (const name of renderers) environments[name]?.hot.send('astro:content-changed', {});
  await setImmediate();
  environments['client']?.hot.send({ type: 'full-reload', path: '*' });
}
