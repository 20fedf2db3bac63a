/** Astro's development server over the configured content, with pictures, saves that show, and the form inbox. */
import { existsSync, realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import { dev, type AstroIntegration } from 'astro';
import { addLocalServers } from '@/config/config';
import { pathOf } from '@/i18n/routes';
import { setEnvironment } from '@/config/environment';
import { currentBrand } from '@/brand/brand';
import { writeBrand } from '@/brand/write-brand';
import { buildRenderEnvironment } from '@/config/render-config';
import { readPictureFile } from '@/pipeline/pictures/picture-files';
import { panePath } from '@/pipeline/preview/overlay-entry';
import { createWorkspaceFolder } from '@/publish/build/build-workspace';
import { openConfiguredSource } from '@/sources/configured-source';
import { isWithin } from '@/sources/files/public-files';
import { startInbox } from '../inbox/inbox';
import { filesFolder } from '../inbox/store';
import { createListener, type HttpAnswer } from '../http';
import { assertPortFree, choosePort } from '../listen';
import { editorPath, openEditor, type Editor } from '../editor/editor';
import { decodePath, findContentType } from '../site/static-files';
import type { RunningSite, StartOptions } from '../start';
import { observePublishes } from '../status/observe-publish';
import { openEntryStatuses, type ReadEntryStatus } from '../status/read-entry-status';
import { afterChanges } from './after-changes';
import { createRequestHold } from './hold-requests';
import { openLiveContent, type LiveContent } from './live-content';
import { beforePages, joinRunning, preventIndexing } from './preview-middleware';
import { previewPath, previewRoutes } from './preview-routes';
import { servePublicFiles } from './public-files';
import { reloadPages } from './reload-pages';
import { guardRequests } from './request-guard';
import { isGeneratorCode, openSiteFiles, type SiteFiles } from './generated-files';

interface Live {
  readonly content: LiveContent;
  /** The folder that all content is in; undefined for content from elsewhere. */
  readonly folder: string | undefined;
  /** The folder of files that are served as they are, which may be missing. */
  readonly publicFolder: string;
  readonly editor: Editor | undefined;
  readonly readStatus: ReadEntryStatus;
  readonly drafts: boolean;
  readonly files: SiteFiles;
  /** Files that no request may reach, wherever they are. */
  readonly privateFiles: readonly string[];
}

/** The address by which the watcher knows a folder, which may be missing. */
const realFolder = (folder: string) => (existsSync(folder) ? realpathSync(folder) : path.resolve(folder));

/** Serves what belongs to the content, and reloads pages after each change of the folder. */
function liveIntegration({
  content,
  folder,
  publicFolder,
  editor,
  readStatus,
  drafts,
  files,
  privateFiles,
}: Live): AstroIntegration {
  return {
    name: 'live-content',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        if (editor) injectRoute({ pattern: `${panePath}[locale]`, entrypoint: './src/pane/Pane.astro' });
      },
      'astro:server:setup': ({ server, logger }) => {
        const hold = createRequestHold();
        const renew = async () => {
          if (!(await content.refresh())) return;
          await hold.alone(async () => {
            files.regenerate();
            await reloadPages(server);
            logger.info('The content was read again.');
          });
        };
        if (drafts) server.middlewares.use(preventIndexing);
        // Before the guard, which knows names that pages have: these are files that anyone may read.
        server.middlewares.use(servePublicFiles(() => content.current().shown.publicFiles, isOwnAddress));
        server.middlewares.use(guardRequests(privateFiles));
        // A remote source doesn’t report changes, so they are looked for when a page is loaded.
        if (drafts && folder === undefined) server.middlewares.use(beforePages(joinRunning(renew)));
        // Before requests are held: what waits for an index must not keep the content from being read.
        server.middlewares.use(files.answer);
        server.middlewares.use((_request, response, next) => void hold.enter(response).then(next));
        server.middlewares.use(
          previewPath,
          previewRoutes({ current: content.current, editor: editor && `${editorPath}/`, readStatus }),
        );
        server.middlewares.use('/media', createListener(answerPicture));
        if (editor) server.middlewares.use(editorPath, editor.answer);
        server.middlewares.use(panePath, (request, response, next) => {
          if (editor?.mayShowPane(request)) next();
          else response.writeHead(404).end();
        });
        const coded = afterChanges(() => Promise.resolve(files.regenerate()));
        server.watcher.on('all', (_event, file) => {
          if (isGeneratorCode(path.relative('', file))) coded();
        });
        const onChange = (watched: string, task: () => Promise<void>) => {
          const root = realFolder(watched);
          const changed = afterChanges(task);
          server.watcher.add(root);
          server.watcher.on('all', (_event, file) => {
            if (isWithin(path.resolve(file), root)) changed();
          });
        };
        onChange(publicFolder, async () => {
          await renew();
          await reloadPages(server);
        });
        if (folder !== undefined) onChange(folder, renew);
      },
    },
  };
}

/** Answers with a file of a picture (`/3f9a0c12-480.avif`). */
async function answerPicture(request: IncomingMessage): Promise<HttpAnswer> {
  const name = decodePath(request)?.slice(1) ?? '';
  const bytes = readPictureFile(name);
  if (!bytes) return { status: 404, headers: {} };
  const headers = { 'Content-Type': findContentType(name), 'Cache-Control': 'no-cache' };
  return { status: 200, headers, body: Buffer.from(bytes) };
}

/** True for an address that only the development server has. On the site, a file of `public/` may be there. */
const isOwnAddress = (pathname: string) =>
  [`${editorPath}/`, `${previewPath}/`, panePath].some((own) => `${pathname}/`.startsWith(own));

/** Folders and files of the project that Vite may serve; of the scripts only those that run in a page. */
const servedPaths = ['src', 'node_modules', 'scripts/local/dev/preview-status.client.ts'];

/** True for files that builds and tests write below the project: thousands that come and go, and are never served. */
function isOfABuild(watched: readonly string[]) {
  const made = path.resolve('.local');
  const folders = watched.map((folder) => realFolder(folder));
  return (file: string) =>
    /\.(?:previous|removed)-site\b/.test(file) ||
    (isWithin(file, made) && !folders.some((folder) => isWithin(file, folder)));
}

/** Runs a task without the listeners for SIGTERM that it adds: Vite's would end the process before all has stopped. */
async function withoutItsSignals<T>(task: () => Promise<T>): Promise<T> {
  const before = process.listeners('SIGTERM');
  const result = await task();
  for (const listener of process.listeners('SIGTERM')) {
    if (!before.includes(listener)) process.off('SIGTERM', listener);
  }
  return result;
}

export interface DevOptions extends StartOptions {
  /** True for a preview: drafts and what is unfinished are shown too, and marked. */
  readonly drafts?: boolean;
}

/**
 * Serves on this machine. Rejects with what `prepare` rejects with, a `FormsError` or a `PortError`;
 * nothing is left running then. Astro reads the environment of this process, which is changed.
 */
export async function startDev({
  config: given,
  port: wanted,
  inboxPort,
  inboxFile,
  print,
  drafts = false,
}: DevOptions): Promise<RunningSite> {
  const port = await choosePort(wanted);
  await assertPortFree(port);
  const inbox = await startInbox({ port: inboxPort, file: inboxFile });
  const work = await createWorkspaceFolder();
  // At the same place each time: Vite would bundle the packages of the browser anew where a path of its settings changes.
  const brand = path.resolve(`.local/dev-brand/${port}`);
  // Of its own for each port: two servers would change each other’s files while browsers load them. No request
  // reaches other folders whose names begin with a dot.
  const cacheDir = path.resolve(`node_modules/.vite/dev-${port}`);
  // A port that the system chose seldom comes again.
  const folders = [work, brand, ...(wanted === 0 ? [cacheDir] : [])];
  let files: SiteFiles | undefined;
  const clear = async () => {
    await files?.close();
    await inbox.close();
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  };
  try {
    const snapshot = path.resolve(work, 'snapshot.json');
    const pane = path.resolve(work, 'pane.json');
    const config = addLocalServers(given, { siteUrl: `http://localhost:${port}`, inboxUrl: inbox.url });
    const { name, folder } = openConfiguredSource(config, drafts ? 'drafts' : 'published');
    print(`Reading ${name}`);
    const content = await openLiveContent({ config, snapshot, drafts, print });
    writeBrand(brand, currentBrand(), 'within');
    setEnvironment({
      ...buildRenderEnvironment({ config, snapshot, pane, brand }),
      ASTRO_TELEMETRY_DISABLED: '1',
      ASTRO_DISABLE_UPDATE_CHECK: 'true',
    });
    const readStatus = openEntryStatuses({
      content: () => content.current().next,
      folder,
      observe: observePublishes({ siteUrl: given.site.isUrlSet ? given.site.url : undefined }),
    });
    // A preview may be put behind a proxy, where nobody else should be able to write.
    const editor =
      folder === undefined || drafts
        ? undefined
        : openEditor({
            contentFolder: folder,
            paneFile: pane,
            broken: content.broken,
            readStatus,
            now: () => config.site.now ?? Date.now(),
          });
    const siteFiles = openSiteFiles({ snapshot, dir: work, siteUrl: config.site.url, print });
    files = siteFiles;
    const server = await withoutItsSignals(() =>
      dev({
        server: { port, host: '127.0.0.1' },
        integrations: [
          liveIntegration({
            content,
            folder,
            publicFolder: config.public.dir,
            editor,
            readStatus,
            drafts,
            files: siteFiles,
            privateFiles: [inboxFile, filesFolder(inboxFile)],
          }),
        ],
        vite: {
          cacheDir,
          server: {
            strictPort: true,
            // Pages of other ports of this machine have no business here.
            cors: false,
            fs: { allow: servedPaths.map((name) => path.resolve(name)) },
            watch: {
              ignored: isOfABuild([...(folder === undefined ? [] : [folder]), config.public.dir]),
              // Links to a folder above would be followed round and round.
              followSymlinks: false,
            },
          },
        },
      }),
    );
    const own = `http://localhost:${server.address.port}`;
    print('');
    print(`  ${drafts ? 'Preview' : 'Site   '} ${own}/`);
    print(`  Inbox   ${inbox.url}/   (what the forms send; kept in ${inboxFile})`);
    if (editor) print(`  Editor  ${own}${editorPath}/${editor.fragment}   (writes the files in ${folder})`);
    print(`  Report  ${own}${previewPath}/   (each entry by its id: ${own}${previewPath}/ID/)`);
    print(
      folder
        ? `  What is saved in ${folder}/ and ${config.public.dir}/ shows at once.`
        : drafts
          ? '  What is saved in Contentful shows when a page is loaded again.'
          : '  Start again after a change of the content.',
    );
    // The first page loads the code of pages, which takes seconds. Only then the rest, which needs a processor of its own.
    const home = content.current().shown.site.locales[0];
    void fetch(`http://127.0.0.1:${server.address.port}${home ? pathOf(home, { to: 'home' }) : '/'}`)
      .then((response) => response.arrayBuffer())
      .catch(() => undefined)
      .finally(siteFiles.regenerate);
    return {
      close: async () => {
        await server.stop();
        await clear();
        print('Stopped.');
      },
    };
  } catch (error) {
    await clear();
    throw error;
  }
}
