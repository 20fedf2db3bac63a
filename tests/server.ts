/** Serves the sample content with its inbox, for the browser tests; builds it first where the build tests haven't. */
import { readConfig } from '@/config/config';
import { serveSite } from '@scripts/local/site/site-server';
import { startSite, type RunningSite } from '@scripts/local/start';
import { startInbox } from '@scripts/local/inbox/inbox';
import { describeFailure } from '@/publish/failure';
import { waitForInterrupt } from '@/terminal/interrupt';
import { inboxFile, inboxPort, siteDir, siteEnv, sitePort } from '../scripts/test/ports';

async function serveBuilt(): Promise<RunningSite> {
  const inbox = await startInbox({ port: inboxPort, file: inboxFile });
  const site = await serveSite({ dir: siteDir, port: sitePort });
  return {
    close: async () => {
      await Promise.all([site.close(), inbox.close()]);
    },
  };
}

const buildAndServe = () =>
  startSite({
    config: readConfig({ ...process.env, ...siteEnv, CONTENT_SOURCE: 'files' }, 'start'),
    port: sitePort,
    inboxPort,
    outDir: siteDir,
    inboxFile,
    print: (line) => console.log(line),
  });

// Its input is a pipe from the test runner, which ends with that, even where the runner is ended by force.
process.stdin
  .on('close', () => process.kill(process.pid, 'SIGKILL'))
  .resume()
  .unref();

try {
  const running = await (process.env['TEST_SITE_BUILT'] === '1' ? serveBuilt() : buildAndServe());
  await waitForInterrupt();
  await running.close();
} catch (error) {
  console.error(describeFailure(error));
  process.exitCode = 1;
}
