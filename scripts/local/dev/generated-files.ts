/** Serves what a build makes of the content without rendering: feeds, embeds, open data and the search index. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdir, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { feedFiles } from '@/i18n/feed-files';
import { sendAnswer } from '../http';
import { answerFromFolder } from '../site/static-files';

export interface SiteFiles {
  /** Generates them again from the current snapshot. Requests for them wait meanwhile. */
  readonly regenerate: () => void;
  /** Answers requests for them, and leaves others to `next`. */
  readonly answer: (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
  readonly close: () => Promise<void>;
}

interface SiteFilesOptions {
  /** The file with the content. */
  readonly snapshot: string;
  /** A folder for them, which exists. */
  readonly dir: string;
  readonly siteUrl: string;
  readonly print: (line: string) => void;
}

/** Files at one time. */
interface GeneratedFiles {
  readonly dir: string;
  /** Paths from the root of the site: `/en/opportunities/feed.xml`. */
  readonly paths: ReadonlySet<string>;
}

const generatorScript = fileURLToPath(new URL('generate-site-files.ts', import.meta.url));
/** Killed with the server, it must not go on. */
const endWithParent = new URL('../../../src/publish/pages/end-with-parent.mjs', import.meta.url).href;

const feedNames: readonly string[] = Object.values(feedFiles);

/** True if only the generator can write a file at this path, so that the request waits for it. */
const isGeneratedOnly = (pathname: string) =>
  /^\/(?:data|pagefind|search)\//.test(pathname) || feedNames.includes(path.posix.basename(pathname));

/** True for code that the files depend on; browser code only reads them. */
export const isGeneratorCode = (file: string): boolean =>
  /(?:^|[\\/])src[\\/](?:brand|feeds|i18n|model|pipeline|search|share|site)[\\/].*(?<!\.client|\.test|\.fixture)\.(?:ts|json)$/.test(
    file,
  );

async function listPaths(dir: string): Promise<ReadonlySet<string>> {
  const found = await readdir(dir, { recursive: true, withFileTypes: true });
  const names = found
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)));
  return new Set(names.map((name) => `/${name.split(path.sep).join('/')}`.replace(/\/index\.html$/, '/')));
}

/** Nothing is generated before the first `regenerate`, which requests for the index and the feeds wait for. */
export function openSiteFiles({ snapshot, dir, siteUrl, print }: SiteFilesOptions): SiteFiles {
  const begun = Promise.withResolvers<undefined>();
  let latest: Promise<GeneratedFiles | undefined> = begun.promise;
  let recent: GeneratedFiles | undefined;
  let child: ChildProcess | undefined;
  let count = 0;
  let isClosed = false;

  const generate = async (
    before: Promise<GeneratedFiles | undefined>,
  ): Promise<GeneratedFiles | undefined> => {
    const stopped = child && once(child, 'close');
    child?.kill('SIGKILL');
    const own = path.join(dir, `files-${++count}`);
    const args = ['--import', endWithParent, '--import', 'tsx', generatorScript, snapshot, own, siteUrl];
    const generating = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    child = generating;
    const [stderr, [code, signal]] = await Promise.all([
      generating.stderr ? text(generating.stderr) : '',
      once(generating, 'close') as Promise<unknown> as Promise<[number | null, NodeJS.Signals | null]>,
      stopped,
    ]);
    if (child === generating) child = undefined;
    const last = await before;
    if (code !== 0) {
      await rm(own, { recursive: true, force: true });
      // A run that was ended here has a successor.
      if (signal === null)
        print(`The search and the feeds could not be generated again:\n${stderr.trimEnd()}`);
      return last;
    }
    const generated = { dir: own, paths: await listPaths(own) };
    if (last) await rm(last.dir, { recursive: true, force: true });
    return generated;
  };

  /** Resolves to the latest files, once none are being generated. */
  const settled = async (): Promise<GeneratedFiles | undefined> => {
    for (;;) {
      const waited = latest;
      const generated = await waited;
      if (waited === latest) return generated;
    }
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const pathname = URL.parse(request.url ?? '', 'http://localhost')?.pathname ?? '';
    // Other addresses lead to pages and modules as well, which should not wait for an index.
    const generated = isGeneratedOnly(pathname) ? await settled() : recent;
    if (!generated?.paths.has(pathname)) return false;
    const files = { dir: generated.dir, headers: () => ({ 'Cache-Control': 'no-cache' }) };
    await sendAnswer(response, await answerFromFolder(files, request));
    return true;
  };

  const regenerate = () => {
    if (isClosed) return;
    const generating = generate(latest);
    latest = generating;
    begun.resolve(undefined);
    void generating.then((generated) => (recent = generated));
  };
  return {
    regenerate,
    answer: (request, response, next) => {
      answer(request, response)
        .then((isAnswered) => {
          if (!isAnswered) next();
        })
        .catch(() => response.destroy());
    },
    close: async () => {
      isClosed = true;
      const ended = child && once(child, 'close');
      child?.kill('SIGKILL');
      await ended;
      begun.resolve(undefined);
    },
  };
}
