/** Takes the pictures of the editors' guide: the editor with its pane, a draft in a preview, the content report. */
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { startDev } from '../local/dev/dev-server';
import { readConfig } from '@/config/config';
import sharp from 'sharp';

const workDir = '.local/bench/editor-pictures';
const pictures = 'docs/images';

/** Pixels. */
const viewport = { width: 1280, height: 760 };
const pictureWidth = 960;

/** The instant of the pictures, so that they are the same every day. */
const instant = '2026-11-25T12:00:00Z';

/** An unfinished draft. */
const draft = `en:
  title: Draw a map of forty village wells
  summary: Turn a list of forty wells into a map that a printer in Niamey can print.
  task: |
    You get a list of places with notes. You draw a map on which each well has its number and its depth.
originalLanguage: en
status: draft
organization: radio-mbam-sud
taskTypes:
  - design
`;

const draftId = 'draw-a-map-of-wells';

async function savePicture(page: Page, name: string): Promise<void> {
  const shot = await page.screenshot({ animations: 'disabled' });
  await sharp(shot)
    .resize({ width: pictureWidth })
    .webp({ quality: 70, effort: 6 })
    .toFile(path.join(pictures, `${name}.webp`));
}

/** Takes a picture of the editor, which `address` opens. */
async function pictureEditor(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByText('Quick add').waitFor();
  await page.goto(`${new URL(address).origin}/admin/#/collections/opportunity/entries/${draftId}`);
  const pane = page.frameLocator('#preview-pane').frameLocator('iframe[data-shown]');
  await pane.getByRole('heading', { level: 1 }).waitFor();
  await savePicture(page, 'editor-form');
}

async function picturePreview(page: Page, address: string): Promise<void> {
  await page.goto(new URL(`/preview/${draftId}/`, address).href);
  await savePicture(page, 'preview-note');
  await page.goto(new URL('/preview/', address).href);
  await savePicture(page, 'content-report');
}

export interface EditorPicturesOptions {
  /** The browser. */
  readonly executablePath: string;
  readonly print: (line: string) => void;
}

/** Takes the pictures from a copy of the sample content. Rejects with the errors of `startDev`. */
export async function takeEditorPictures({ executablePath, print }: EditorPicturesOptions): Promise<void> {
  const content = path.join(workDir, 'content');
  await rm(workDir, { recursive: true, force: true });
  await mkdir(pictures, { recursive: true });
  await cp('content', content, { recursive: true });
  await writeFile(path.join(content, 'opportunities', `${draftId}.yml`), draft);
  /** Starts a server, takes pictures at the address that it prints after a word, and stops it. */
  const takeAt = async (drafts: boolean, word: string, take: typeof pictureEditor) => {
    let address = '';
    const running = await startDev({
      config: readConfig({ CONTENT_SOURCE: 'files', CONTENT_DIR: content, SITE_NOW: instant }, 'dev'),
      port: 0,
      inboxPort: 0,
      inboxFile: path.join(workDir, 'inbox.jsonl'),
      drafts,
      print: (line) => {
        const [first, second = ''] = line.trim().split(/ +/);
        if (first === word) address = second;
        print(line);
      },
    });
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    try {
      await take(await browser.newPage({ viewport: viewport }), address);
    } finally {
      await browser.close();
      await running.close();
    }
  };
  await takeAt(false, 'Editor', pictureEditor);
  await takeAt(true, 'Preview', picturePreview);
}
