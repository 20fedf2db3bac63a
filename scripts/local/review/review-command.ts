/** `npm run cms -- import FILE --review`: serves the review of a sheet until Ctrl+C. */
import type { CommandContext } from '@scripts/cms/command-context';
import { editorTranslator } from '@/i18n/editor';
import { reportDir } from '@/publish/report';
import { readPort, UsageError } from '@/terminal/command-line';
import { waitForInterrupt } from '@/terminal/interrupt';
import type { ImportOptions } from '@scripts/cms/import/import-command';
import { startReviewServer } from './review-server';

const defaultPort = '4331';

/** Options of the import that a review has no use for. */
const others = {
  dryRun: '--dry-run',
  closeMissing: '--close-missing',
} as const;

interface ReviewCommand extends ImportOptions {
  readonly port?: string | undefined;
}

/** Resolves to the exit code. Rejects with a `UsageError`, as the import does, or with a `PortError`. */
export async function reviewSheet(
  { port = defaultPort, ...options }: ReviewCommand,
  { config, print }: CommandContext,
): Promise<number> {
  for (const [name, option] of Object.entries(others)) {
    if (options[name as keyof typeof others])
      throw new UsageError(`--review and ${option} are two things. Give one of them.`);
  }
  const server = await startReviewServer({
    ...options,
    config,
    print,
    reportDir,
    port: readPort(port, 'port'),
  });
  const t = editorTranslator(server.language);
  print(
    t('Open {address} in a browser of this machine. Ctrl+C stops the review; what was chosen is kept.', {
      address: server.url,
    }),
  );
  await waitForInterrupt();
  await server.close();
  return 0;
}
