/** `npm run preview:content`: serves the whole site with its unpublished drafts. */
import { runCommand } from './command';
import { portOptions, serveUntilInterrupted } from './serve';

const help = `npm run preview:content [-- --port N] [--inbox-port N]

  Serves the site as npm run dev does, with drafts and what is unfinished: each page says that it is a preview, where its
  entry stands and what would keep it off the site. An entry in any state is at /preview/ID/, the content report at
  /preview/. Drafts of Contentful are read with CONTENTFUL_PREVIEW_TOKEN, each time a page is loaded; what is saved in
  the content folder shows at once. A preview has no editor. Ctrl+C stops it.
`;

await runCommand({ help, options: portOptions, outcome: 'Not started.' }, ({ values }) =>
  serveUntilInterrupted(values, async (options) => {
    // Loaded only now, so that help and a wrong option are answered at once.
    const { readCommandConfig } = await import('@/config/config');
    const config = readCommandConfig('preview');
    const { startDev } = await import('./local/dev/dev-server');
    return startDev({ ...options, config, drafts: true });
  }),
);
