import { build } from '@/publish/build';
import { summarize } from '@/publish/report';
import type { Environment } from '@/pipeline/prepare';
import { startInbox } from './inbox/inbox';
import { serveSite } from './site/site-server';

export interface StartOptions {
  readonly env: Environment;
  readonly port: number;
  readonly inboxPort: number;
  /** Where the site is built; `dist` where nothing is said. */
  readonly outDir?: string;
  /** Where submissions are kept; `.local/inbox.jsonl` where nothing is said. */
  readonly inboxFile?: string;
  readonly print: (line: string) => void;
}

export interface Running {
  readonly close: () => Promise<void>;
}

/** Where `start` and `dev` keep what comes in. */
export const defaultInboxFile = '.local/inbox.jsonl';

/**
 * Builds, serves and receives on this machine. Rejects with what `build` rejects with, or a `PortError`; nothing is
 * left running then.
 */
export async function start({
  env,
  port,
  inboxPort,
  outDir = 'dist',
  inboxFile = defaultInboxFile,
  print,
}: StartOptions): Promise<Running> {
  // The inbox comes first: a taken port is known before the build has cost anybody time.
  const inbox = await startInbox({ port: inboxPort, file: inboxFile });
  try {
    const siteUrl = env['SITE_URL'] || `http://localhost:${port}`;
    const endpoint = env['FORMSPREE_ENDPOINT'] || inbox.url;
    const forms = env['FORMS'] || 'local';
    const { prepared, pages, duration } = await build({
      env: {
        ...env,
        SITE_URL: siteUrl,
        FORMS: forms,
        ...(forms === 'local' ? { FORMSPREE_ENDPOINT: endpoint } : {}),
      },
      outDir,
      progress: print,
    });
    for (const line of summarize(prepared)) print(line);
    print(`Built ${pages} pages in ${(duration / 1000).toFixed(1)} s.`);
    const site = await serveSite({ dir: outDir, port });
    print('');
    print(`  Site    http://localhost:${site.port}/`);
    print(`  Inbox   ${inbox.url}/   (what the forms send; kept in ${inboxFile})`);
    print('  Ctrl+C stops both.');
    return {
      close: async () => {
        await Promise.all([site.close(), inbox.close()]);
        print('Stopped.');
      },
    };
  } catch (error) {
    await inbox.close();
    throw error;
  }
}
