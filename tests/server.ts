/** Builds the sample content and serves it with its inbox, for the browser tests. */
import { start } from '@/local/start';
import { describeFailure } from '@/publish/failure';
import { untilInterrupted } from '@/terminal/interrupt';
import { inboxFile, inboxPort, siteDir, siteNow, sitePort, siteUrl } from './ports';

try {
  const running = await start({
    env: { ...process.env, SITE_NOW: siteNow, SITE_URL: siteUrl, CONTENT_SOURCE: 'files', FORMS: 'local' },
    port: sitePort,
    inboxPort,
    outDir: siteDir,
    inboxFile,
    print: (line) => console.log(line),
  });
  await untilInterrupted();
  await running.close();
} catch (error) {
  console.error(describeFailure(error));
  process.exitCode = 1;
}
