import { addLocalServers, type Config } from '@/config/config';
import { build } from '@/publish/build/build';
import { reportLocation, summarize } from '@/publish/report';
import { startInbox } from './inbox/inbox';
import { assertPortFree, choosePort } from './listen';
import { serveSite } from './site/site-server';

export interface StartOptions {
  readonly config: Config;
  readonly port: number;
  readonly inboxPort: number;
  /** The file in which submissions are stored. */
  readonly inboxFile: string;
  readonly print: (line: string) => void;
}

export interface RunningSite {
  readonly close: () => Promise<void>;
}

/**
 * Builds into `outDir`, then serves the site and receives its forms on this machine. Both ports are checked before the
 * build, which takes time. Rejects with the errors of `build` or a `PortError`; then no server is left running.
 */
export async function startSite({
  config: given,
  port: wanted,
  inboxPort,
  outDir,
  inboxFile,
  print,
  prepare = (config) => Promise.resolve(config),
}: StartOptions & {
  readonly outDir: string;
  /** Makes the content to build, once nothing else can go wrong. */
  readonly prepare?: (config: Config) => Promise<Config>;
}): Promise<RunningSite> {
  // Pages contain the address, since forms lead back to it.
  const port = await choosePort(wanted);
  await assertPortFree(port);
  const inbox = await startInbox({ port: inboxPort, file: inboxFile });
  try {
    const config = addLocalServers(await prepare(given), {
      siteUrl: `http://localhost:${port}`,
      inboxUrl: inbox.url,
    });
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
