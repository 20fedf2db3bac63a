/** The renderer of one build, which can get ready while the content is still being read. */
import type { Config } from '@/config/config';
import { renderEnvironment } from '@/config/render';
import { render } from './render';
import type { BuildWorkspace } from './workplace';

export interface Renderer {
  /** Starts it where it hasn't been: it waits for the snapshot. Resolves when every page is made; rejects with a `RenderError`. */
  readonly start: () => Promise<void>;
  readonly isDone: () => boolean;
  /** Ends it, whether it is done or not. Resolves when it writes nothing any more. */
  readonly stop: () => Promise<void>;
}

export interface RendererOptions {
  readonly config: Config;
  /** About how many entries there are to show. */
  readonly entries: number;
  readonly workplace: BuildWorkspace;
}

/** A renderer that isn't started yet. */
export function rendererOf(options: RendererOptions): Renderer {
  const { config, entries, workplace } = options;
  const stopping = new AbortController();
  let isDone = false;
  let rendering: Promise<void> | undefined;
  const begin = async () => {
    await render({
      entries,
      signal: stopping.signal,
      env: renderEnvironment({
        config,
        snapshot: workplace.snapshot,
        texts: workplace.texts,
        outDir: workplace.staging,
        cacheDir: workplace.cache,
      }),
    });
    isDone = true;
  };
  // Whoever waits for it hears of it, be it later: the content may still be being read.
  const settled = () => rendering?.catch(() => undefined);
  return {
    start: () => {
      rendering ??= begin();
      void settled();
      return rendering;
    },
    isDone: () => isDone,
    stop: async () => {
      stopping.abort();
      await settled();
    },
  };
}
