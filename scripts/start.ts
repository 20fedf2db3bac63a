/** `npm start`: builds the site, serves it like a host, and runs the inbox for its forms. */
import { runCommand } from './command';
import { portOptions, serveUntilInterrupted } from './serve';

const help = `npm start [-- --port N] [--inbox-port N] [--out DIR]

  Builds the configured content into DIR (dist), serves it on port N (4321) and runs the form inbox (4322). Ctrl+C
  stops both. Of the shipped sample it shows a copy whose dates are moved to today.
  The site may be built again meanwhile (npm run build, in another terminal): it is served at once.
`;

const options = { ...portOptions, out: { type: 'string', default: 'dist' } } as const;

await runCommand({ help, options, outcome: 'Not started.' }, ({ values }) =>
  serveUntilInterrupted(values, async (common) => {
    // Loaded only now, so that help and a wrong option are answered at once.
    const { readCommandConfig } = await import('@/config/config');
    const config = readCommandConfig('start');
    const { startSite } = await import('./local/start');
    const { withRecentSample } = await import('./local/sample/recent-sample');
    return startSite({
      ...common,
      config,
      prepare: (given) => withRecentSample(given, common.print),
      outDir: values.out,
    });
  }),
);
