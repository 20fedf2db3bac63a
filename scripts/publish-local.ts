/** `npm run publish:local`: publishes on this machine, for a web server that runs here. */
import type { Config } from '@/config/config';
import { describeFailure } from '@/publish/failure';
import { readPort, UsageError } from '@/terminal/command-line';
import { isInterrupted, waitForInterrupt } from '@/terminal/interrupt';
import { runCommand } from './command';

const help = `npm run publish:local -- --to DIR [--rollback] [--release N] [--list] [--check] [--listen PORT]

  Reads the content as npm run build does, builds the site, verifies it, and puts it into DIR/releases/N. DIR/current
  leads to it then: let a web server serve that. It is changed at once, and only when everything is right. The live
  release and the three before it are kept.

  --rollback    make the release before the live one live again, once its files were checked; nothing is built
  --release N   make that one live
  --list        print the releases; the live one has a star
  --check       read every file of the releases and print which are whole; exit code 1 where one is not
  --listen PORT publish, and again whenever a webhook with WEBHOOK_TOKEN comes to 127.0.0.1:PORT, and once a day.
                Ctrl+C stops it
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
  readonly publish: () => Promise<void>;
}

/** Publishes, and listens for webhooks until it is interrupted. */
async function publishOnWebhooks({ config, port, publish }: ListenOptions): Promise<void> {
  const interrupted = waitForInterrupt();
  const { startListener } = await import('./local/webhook/listener');
  const { createRedactor } = await import('@/config/secrets');
  const redact = createRedactor(config.secrets);
  const { token, signingSecret } = config.webhook;
  const listener = await startListener({
    port,
    token: token?.reveal(),
    signingSecret: signingSecret?.reveal(),
    publish,
    // The live release stays, and the next webhook starts another attempt.
    fail: (error) => {
      if (!isInterrupted()) console.error(`\nNot published.\n${redact(describeFailure(error))}`);
    },
    print,
  });
  await interrupted;
  await listener.close();
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
    const publish = () => publishLocal({ dir, print, config });
    await (port === undefined ? publish() : publishOnWebhooks({ config, port, publish }));
  }
  return 0;
});
