import { withServers, type Config } from '@/config/config';
import { build } from '@/publish/build/build';
import { reportLocation, summarize } from '@/publish/report';
import { startInbox } from './inbox/inbox';
import { assertFree, choosePort } from './listen';
import { serveSite } from './site/site-server';

export interface StartOptions {
  readonly config: Config;
  readonly port: number;
  readonly inboxPort: number;
  /** Where submissions are kept. */
  readonly inboxFile: string;
  readonly print: (line: string) => void;
}

export interface Running {
  readonly close: () => Promise<void>;
}

/**
 * Builds into `outDir`, serves and receives on this machine. Rejects with what `build` rejects with, or a `PortError`;
 * nothing is left running then. Both ports are tried before the build costs anybody time.
 */
export async function start({
  config: given,
  port: wanted,
  inboxPort,
  outDir,
  inboxFile,
  print,
}: StartOptions & { readonly outDir: string }): Promise<Running> {
  // The address is in the pages: a form leads back to it.
  const port = await choosePort(wanted);
  await assertFree(port);
  const inbox = await startInbox({ port: inboxPort, file: inboxFile });
  try {
    const config = withServers(given, { siteUrl: `http://localhost:${port}`, inboxUrl: inbox.url });
    const { prepared, pages, duration } = await build({
      config,
      outDir,
      progress: print,
    });
    for (const line of summarize(prepared)) print(line);
    print(reportLocation);
    print(`Built ${pages} pages in ${(duration / 1000).toFixed(1)} s.`);
    const site = await serveSite({ dir: outDir, port, name: URL.parse(config.site.url)?.hostname });
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
