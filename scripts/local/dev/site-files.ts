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
  /** Makes them anew, of the snapshot as it is now. What is asked for meanwhile waits. */
  readonly renew: () => void;
  /** Answers requests for them, and leaves others to `next`. */
  readonly answer: (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
  readonly close: () => Promise<void>;
}

export interface SiteFilesOptions {
  /** The file with the content. */
  readonly snapshot: string;
  /** A folder for them, which exists. */
  readonly dir: string;
  readonly siteUrl: string;
  readonly print: (line: string) => void;
}

/** Files at one time. */
interface Made {
  readonly dir: string;
  /** Paths from the root of the site: `/en/opportunities/feed.xml`. */
  readonly paths: ReadonlySet<string>;
}

const maker = fileURLToPath(new URL('make-site-files.ts', import.meta.url));
/** Killed with the server, it must not go on. */
const endWithParent = new URL('../../../src/publish/build/end-with-parent.mjs', import.meta.url).href;

const feedNames: readonly string[] = Object.values(feedFiles);

/** True if only the maker can have a file at this path, so that the request waits for it. */
const isMadeOnly = (pathname: string) =>
  /^\/(?:pagefind|search)\//.test(pathname) || feedNames.includes(path.posix.basename(pathname));

/** Code that the files depend on. What runs in the browser reads them only. */
export const isMakersCode = (file: string): boolean =>
  /(?:^|[\\/])src[\\/](?:brand|feeds|i18n|model|pipeline|search|share|site)[\\/].*(?<!\.client|\.test|\.fixture)\.(?:ts|json)$/.test(
    file,
  );

async function pathsBelow(dir: string): Promise<ReadonlySet<string>> {
  const found = await readdir(dir, { recursive: true, withFileTypes: true });
  const names = found
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)));
  return new Set(names.map((name) => `/${name.split(path.sep).join('/')}`.replace(/\/index\.html$/, '/')));
}

/** Nothing is made before the first `renew`, which requests for the index and the feeds wait for. */
export function openSiteFiles({ snapshot, dir, siteUrl, print }: SiteFilesOptions): SiteFiles {
  const begun = Promise.withResolvers<undefined>();
  let latest: Promise<Made | undefined> = begun.promise;
  let recent: Made | undefined;
  let child: ChildProcess | undefined;
  let count = 0;
  let isClosed = false;

  const make = async (before: Promise<Made | undefined>): Promise<Made | undefined> => {
    const stopped = child && once(child, 'close');
    child?.kill('SIGKILL');
    const own = path.join(dir, `files-${++count}`);
    const args = ['--import', endWithParent, '--import', 'tsx', maker, snapshot, own, siteUrl];
    const making = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    child = making;
    const [said, [code, signal]] = await Promise.all([
      making.stderr ? text(making.stderr) : '',
      once(making, 'close') as Promise<unknown> as Promise<[number | null, NodeJS.Signals | null]>,
      stopped,
    ]);
    if (child === making) child = undefined;
    const last = await before;
    if (code !== 0) {
      await rm(own, { recursive: true, force: true });
      // One that was ended by us has a successor.
      if (signal === null) print(`The search and the feeds could not be made anew:\n${said.trimEnd()}`);
      return last;
    }
    const made = { dir: own, paths: await pathsBelow(own) };
    if (last) await rm(last.dir, { recursive: true, force: true });
    return made;
  };

  /** Resolves to the files that were made last, once nothing is being made. */
  const settled = async (): Promise<Made | undefined> => {
    for (;;) {
      const waited = latest;
      const made = await waited;
      if (waited === latest) return made;
    }
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const pathname = URL.parse(request.url ?? '', 'http://localhost')?.pathname ?? '';
    // Other addresses lead to pages and modules as well, which should not wait for an index.
    const made = isMadeOnly(pathname) ? await settled() : recent;
    if (!made?.paths.has(pathname)) return false;
    const files = { dir: made.dir, headers: () => ({ 'Cache-Control': 'no-cache' }) };
    await sendAnswer(response, await answerFromFolder(files, request));
    return true;
  };

  const renew = () => {
    if (isClosed) return;
    const making = make(latest);
    latest = making;
    begun.resolve(undefined);
    void making.then((made) => (recent = made));
  };
  return {
    renew,
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
