/** The local editor: Decap CMS over the content folder, for a development server to serve below `/admin`. */
import { createRequire } from 'node:module';
import path from 'node:path';
import storage from 'decap-server/dist/middlewares.js';
import express, { type Express } from 'express';
import sirv from 'sirv';
import { editorConfig } from './config';
import { refusalOf } from './guards';
import { keepPane } from './pane';
import { editorPage, editorPolicy, manualScript } from './page';

/** Where the editor stands on the development server. */
export const editorPath = '/admin';

/** The script of its page, as Vite serves it from the project. */
const client = '/src/local/editor/editor.client.ts';

/** Pictures as they are in the content folder: the editor shows them as they came. Others are left to who serves next. */
export function originalPictures(contentFolder: string) {
  return sirv(path.resolve(contentFolder, 'media'), { dev: true });
}

/** Files of pictures can be large; as text they are a third larger. */
const requestLimit = '50mb';

const isOwn = (host: string | undefined) => /^(?:localhost|127\.0\.0\.1)(?::\d+)?$/.test(host ?? '');

/**
 * The editor's routes. `contentFolder` is where the entries are. Only pages of this machine may ask: a site that somebody
 * visits meanwhile can neither read nor write. What stands in the form is kept in `paneFile`, for the page beside it.
 */
export async function openEditor(contentFolder: string, paneFile?: string): Promise<Express> {
  const root = path.dirname(path.resolve(contentFolder));
  const content = path.basename(path.resolve(contentFolder));
  const app = express();
  app.disable('x-powered-by');
  app.use((request, response, next) => {
    const { origin, host } = request.headers;
    if (isOwn(host) && (origin === undefined || origin === `http://${host ?? ''}`)) next();
    else response.status(403).json({ error: 'Only pages of this machine may use the editor.' });
  });
  app.get('/', (request, response) => {
    // Decap's own addresses are relative to the folder.
    if (!request.originalUrl.split('?')[0]?.endsWith('/')) {
      response.redirect(`${editorPath}/`);
      return;
    }
    response.set('Content-Security-Policy', editorPolicy).send(editorPage(editorConfig(content), client));
  });
  app.post('/pane/', express.json({ limit: requestLimit }), (request, response) => {
    keepPane(paneFile ?? '', request.body).then(
      () => response.status(204).end(),
      () => response.status(422).json({ error: 'What stands in the form can’t be shown.' }),
    );
  });
  app.get('/manual.js', (_request, response) => {
    response.type('js').send(manualScript);
  });
  const bundle = path.dirname(createRequire(import.meta.url).resolve('decap-cms'));
  app.use('/decap', express.static(bundle, { index: false }));
  app.use('/api/v1', express.json({ limit: requestLimit }), (request, response, next) => {
    refusalOf(request.body as Parameters<typeof refusalOf>[0], root, content).then((error) => {
      if (error === undefined) next();
      else response.status(422).json({ error });
    }, next);
  });
  // Decap's storage takes its folder from the environment, once.
  process.env['GIT_REPO_DIRECTORY'] = root;
  await storage.registerLocalFs(app, { logLevel: 'error' });
  return app;
}
