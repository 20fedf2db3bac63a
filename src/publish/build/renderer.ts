/** The renderer of one build, which can start while the content is still being read. */
import type { Config } from '@/config/config';
import { buildRenderEnvironment } from '@/config/render';
import { render } from './render';
import type { BuildWorkspace } from './build-workspace';

export interface Renderer {
  /**
   * Starts it unless it runs; it waits for the snapshot. Resolves when every page is rendered; rejects with a
   * `RenderError`.
   */
  readonly start: () => Promise<void>;
  readonly isDone: () => boolean;
  /** Ends it, finished or not. Resolves when it doesn't write any more. */
  readonly stop: () => Promise<void>;
}

export interface RendererOptions {
  readonly config: Config;
  /** An estimate. */
  readonly entries: number;
  readonly workspace: BuildWorkspace;
}

/** Creates a renderer; `start` starts it. */
export function createRenderer(options: RendererOptions): Renderer {
  const { config, entries, workspace } = options;
  const stopping = new AbortController();
  let isDone = false;
  let rendering: Promise<void> | undefined;
  const begin = async () => {
    await render({
      entries,
      signal: stopping.signal,
      env: buildRenderEnvironment({
        config,
        snapshot: workspace.snapshot,
        texts: workspace.texts,
        outDir: workspace.staging,
        cacheDir: workspace.cache,
      }),
    });
    isDone = true;
  };
  // The error reaches the later caller of `start`: the content may still be being read.
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
