/** Builds and serves the site for benchmarks: the sample content without the mark of a sample. */
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { startInbox } from '@scripts/local/inbox/inbox';
import { readConfig } from '@/config/config';
import { build } from '@/publish/build/build';
import { benchNow } from '../content/setting';
import { precompress } from '../compress';
import { startCountingServer } from './counting-server';

const workDir = '.local/bench/pages';

export interface BenchSite {
  readonly url: string;
  /** The folder that is served. */
  readonly dir: string;
  /** Bytes that the site has sent since the last call. */
  readonly takeSent: () => number;
  readonly close: () => Promise<void>;
}

/**
 * Copies the sample content. Without the mark of a sample nothing asks search engines to stay away, which would be
 * measured as a fault.
 */
async function copyContent(from: string, sample: boolean): Promise<string> {
  const content = path.join(workDir, 'content');
  await rm(workDir, { recursive: true, force: true });
  await cp(from, content, { recursive: true });
  if (sample) return content;
  const settings = path.join(content, 'settings/site.yml');
  await writeFile(settings, (await readFile(settings, 'utf8')).replace(/^sample: true$/m, 'sample: false'));
  return content;
}

/** Builds and serves the site, with an inbox for its forms. Rejects with the errors of a build. */
export async function openBenchSite(
  print: (line: string) => void,
  { sample = false } = {},
): Promise<BenchSite> {
  const content = await copyContent('content', sample);
  const dir = path.join(workDir, 'dist');
  const inbox = await startInbox({ port: 0, file: path.join(workDir, 'inbox.jsonl') });
  try {
    await build({
      config: readConfig({
        CONTENT_SOURCE: 'files',
        CONTENT_DIR: content,
        FORMS: 'local',
        FORMSPREE_ENDPOINT: inbox.url,
        SITE_NOW: benchNow,
      }),
      outDir: dir,
      progress: print,
    });
    print('Compressing');
    await precompress(dir);
    const { url, takeSent, close } = await startCountingServer(dir);
    return {
      url,
      dir,
      takeSent,
      close: async () => {
        await Promise.all([close(), inbox.close()]);
      },
    };
  } catch (error) {
    await inbox.close();
    throw error;
  }
}
