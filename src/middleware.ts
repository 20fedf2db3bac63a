import { defineMiddleware } from 'astro:middleware';
import { withPane } from '@/render/editor-pane';
import { panePath } from '@/pipeline/preview/overlay-entry';

/** While an editor writes, the page beside the form is made of what stands in it. */
export const onRequest = defineMiddleware(({ url }, next) =>
  import.meta.env.DEV && url.pathname.startsWith(panePath) ? withPane(next) : next(),
);
