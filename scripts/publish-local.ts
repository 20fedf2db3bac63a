/** `npm run publish:local`: publishes on this machine, for a web server that runs here. */
import type { Config } from '@/config/config';
import { describeFailure } from '@/publish/failure';
import { readPort, UsageError } from '@/terminal/command-line';
import { isInterrupted, waitForInterrupt } from '@/terminal/interrupt';
import { runCommand } from './command';

const help = `npm run publish:local -- --to DIR [--rollback] [--release N] [--list] [--check] [--listen PORT]

  Reads the content as npm run build does, builds the site, verifies it, and puts it into DIR/releases/N. DIR/current
  leads to it then: let a web server serve that. It is changed at once, and only when everything is right. The live
  release and the three before it are kept, and one that shares no file with them.

  --rollback    make the newest whole release before the live one live again; its files are read, and nothing is built
  --release N   make that one live
  --list        print the releases; the live one has a star
  --check       read every file of the releases and print which are whole; exit code 1 where one is not
  --listen PORT publish, and again whenever a webhook with WEBHOOK_TOKEN comes to 127.0.0.1:PORT, when the content is
                found changed (files within seconds, Contentful every ten minutes), and once a day. Ctrl+C stops it
`;

const options = {
  to: { type: 'string' },
  rollback: { type: 'boolean', default: false },
  release: { type: 'string' },
  list: { type: 'boolean', default: false },
  check: { type: 'boolean', default: false },
  listen: { type: 'string' },
} as const;

function readReleaseNumber(release: string | undefined): number | undefined {
  if (release === undefined || /^[1-9]\d{0,8}$/.test(release))
    return release === undefined ? release : Number(release);
  throw new UsageError(`--release is “${release}”. Give the number of a release; --list prints them.`);
}

const print = (line: string) => console.log(line);

interface ListenOptions {
  readonly config: Config;
  readonly port: number;
  /** The folder of releases. */
  readonly dir: string;
}

/** How often (ms) it looks for changes in a folder of this machine, and in a source that has to be asked, as Contentful. */
const lookEveryMs = { folder: 500, elsewhere: 10 * 60_000 };

/** Publishes, and listens for webhooks until it is interrupted. */
async function publishOnWebhooks({ config, port, dir }: ListenOptions): Promise<void> {
  const interrupted = waitForInterrupt();
  const { startListener } = await import('./local/webhook/listener');
  const { createRedactor } = await import('@/config/secrets');
  const { markConfigured, openConfiguredSource } = await import('@/sources/configured-source');
  const { openPublisherStatus } = await import('@/publish/status/publisher-status');
  const { liveFolder, publishLocal } = await import('./publish-local/local-command');
  const { withMonitor } = await import('@/publish/monitor');
  const redact = createRedactor(config.secrets);
  const { token, statusToken } = config.webhook;
  const status = openPublisherStatus({ config, folder: liveFolder(dir), isListening: true });
  try {
    const listener = await startListener({
      port,
      token: token?.reveal(),
      status,
      statusToken: statusToken?.reveal(),
      content: {
        mark: () => markConfigured(config),
        everyMs: lookEveryMs[openConfiguredSource(config).folder === undefined ? 'elsewhere' : 'folder'],
      },
      publish: async () => {
        await withMonitor({ config, print }, (begin) =>
          publishLocal({ dir, print, config, status, whenBegun: begin }),
        );
      },
      // The live release stays, and it is tried again.
      fail: (error) => {
        if (isInterrupted()) return;
        const reason = redact(describeFailure(error));
        if (status.current().building !== undefined) status.fail(reason);
        console.error(`\nNot published.\n${reason}`);
      },
      print,
    });
    await interrupted;
    await listener.close();
  } finally {
    status.close();
  }
}

await runCommand({ help, options, outcome: 'Not published.' }, async ({ values }) => {
  const { to: dir, rollback, list, check } = values;
  if (!dir) throw new UsageError('Where to? Give a folder: --to DIR.');
  const to = readReleaseNumber(values.release);
  const port = values.listen === undefined ? undefined : readPort(values.listen, 'listen');
  // Loaded only now, so that help and a wrong option are answered at once.
  const { checkReleases, listReleases, publishLocal, rollBack } =
    await import('./publish-local/local-command');
  if (check) return (await checkReleases({ dir, print })) ? 0 : 1;
  if (list) listReleases({ dir, print });
  else if (rollback || to !== undefined) await rollBack({ dir, print, to });
  else {
    const { readCommandConfig } = await import('@/config/config');
    const config = readCommandConfig('build', ...(port === undefined ? [] : (['listener'] as const)));
    const { withMonitor } = await import('@/publish/monitor');
    await (port === undefined
      ? withMonitor({ config, print }, (begin) => publishLocal({ dir, print, config, whenBegun: begin }))
      : publishOnWebhooks({ config, port, dir }));
  }
  return 0;
});
