/** `npm run dev`: Astro's development server over the configured content, with the inbox for its forms. */
import { runCommand } from './command';
import { portOptions, serveUntilInterrupted } from './serve';

const help = `npm run dev [-- --port N] [--inbox-port N]

  Serves the site on port N (4321), each page rendered at each request, and runs the form inbox (4322). What is saved
  in the content folder shows at once; content from Contentful is read at the start. The search and the feeds follow some
  seconds later. For content in files there is an editor: open the address that is printed. Ctrl+C stops both.
`;

await runCommand({ help, options: portOptions, outcome: 'Not started.' }, ({ values }) =>
  serveUntilInterrupted(values, async (options) => {
    // Loaded only now, so that help and a wrong option are answered at once.
    const { readCommandConfig } = await import('@/config/config');
    const config = readCommandConfig('dev');
    const { startDev } = await import('./local/dev/dev-server');
    return startDev({ ...options, config });
  }),
);
