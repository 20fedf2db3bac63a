/** Makes sure that Astro reads the content anew. */
import { setTimeout as wait } from 'node:timers/promises';
import type { HookParameters } from 'astro';
import { onLoaded } from '@/site/prepare/collection-loader';

type Refresh = NonNullable<HookParameters<'astro:server:setup'>['refreshContent']>;

/** Reading the configuration takes a second on a busy machine; this many times 50 ms are ten. */
const tries = 200;

/**
 * Refreshes until the content has really been read: Astro leaves a refresh out, without a word, while it reads its
 * content configuration again. Resolves to false where it never was.
 */
export async function refreshSurely(refreshContent: Refresh): Promise<boolean> {
  let isLoaded = false;
  const context = { [onLoaded]: () => (isLoaded = true) };
  for (let attempt = 0; attempt < tries; attempt++) {
    await refreshContent({ context });
    if (isLoaded) return true;
    await wait(50);
  }
  return false;
}
