/** `npm run test:full -- applications`: what becomes of applications when things go wrong. */
import { existsSync } from 'node:fs';
import { readConfig } from '@/config/config';
import { build } from '@/publish/build/build';
import { UsageError } from '@/terminal/command-line';
import { serveSite } from '@scripts/local/site/site-server';
import { inboxFile, inboxPort, siteDir, siteEnv, sitePort } from '../../scripts/test/ports';
import { playSituations } from './situations';
import { startService } from './service';
import { situations } from './table';

type Print = (line: string) => void;

/** Serves the site of the browser tests with its inbox, built first unless `TEST_SITE_BUILT` says that it is there. */
async function serve(print: Print): Promise<() => Promise<unknown>> {
  if (process.env['TEST_SITE_BUILT'] !== '1' || !existsSync(siteDir))
    await build({
      config: readConfig({ ...process.env, ...siteEnv, CONTENT_SOURCE: 'files' }),
      outDir: siteDir,
      progress: print,
    });
  const service = await startService(inboxPort, inboxFile);
  const site = await serveSite({ dir: siteDir, port: sitePort });
  return () => Promise.all([site.close(), service.close()]);
}

/**
 * Plays the situations with this in their names, of so many one, another one each day. Resolves to the number of things that
 * were wrong.
 */
export async function runApplications(
  { situation, every }: { readonly situation: string; readonly every: number },
  print: Print,
): Promise<number> {
  const day = Math.floor(Date.now() / 86_400_000);
  const chosen = situations.filter(
    ({ name }, index) => name.includes(situation) && index % every === day % every,
  );
  if (chosen.length === 0) throw new UsageError(`There is no situation with “${situation}” in its name.`);
  const close = await serve(print);
  try {
    print(`Playing ${chosen.length} situations`);
    const findings = await playSituations(chosen, print);
    for (const finding of findings) print(finding);
    print(findings.length === 0 ? 'Nothing broke.' : `${findings.length} rules were broken.`);
    return findings.length;
  } finally {
    await close();
  }
}
