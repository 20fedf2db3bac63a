/** Takes the pictures of the editors' guide: the editor with its pane, a draft in a preview, the content report. */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { editorTranslator } from '@/i18n/editor';
import { locales, type Locale } from '@/i18n/locales';
import { startDev } from '../local/dev/dev-server';
import { readConfig } from '@/config/config';
import sharp from 'sharp';

const workDir = '.local/bench/editor-pictures';
const pictures = 'docs/images';

/** Pixels. */
const viewport = { width: 1280, height: 760 };
const pictureWidth = 960;

/** Milliseconds: a busy machine makes the first page of a preview in a minute. */
const patience = 120_000;

/** The instant of the pictures, so that they are the same every day. */
const instant = '2026-11-25T12:00:00Z';

/** The texts of an unfinished draft. */
const texts: Readonly<Record<Locale, readonly [title: string, summary: string, task: string]>> = {
  en: [
    'Draw a map of forty village wells',
    'Turn a list of forty wells into a map that a printer in Niamey can print.',
    'You get a list of places with notes. You draw a map on which each well has its number and its depth.',
  ],
  fr: [
    'Dessiner la carte de quarante puits',
    'Faire d’une liste de quarante puits une carte qu’une imprimerie de Niamey peut imprimer.',
    'Vous recevez une liste de lieux avec des notes. Vous dessinez une carte où chaque puits a son numéro et sa profondeur.',
  ],
  es: [
    'Dibujar un mapa de cuarenta pozos',
    'Convertir una lista de cuarenta pozos en un mapa que una imprenta de Niamey pueda imprimir.',
    'Recibes una lista de lugares con notas. Dibujas un mapa en el que cada pozo tiene su número y su profundidad.',
  ],
};

/** Content with something to report: the sample itself needs no attention. */
const changes = [
  ['build-ward-budget-site', /(?<=^closes:\n {2}date: )"[^"]+"/m, '"2026-11-27"'],
  ['caption-landslide-films-nepali', /(?<=^closes:\n {2}date: )"[^"]+"/m, '"2026-11-29"'],
  ['check-scanned-ward-page', /(?<=^reviewBy: )"[^"]+"/m, '"2026-11-20"'],
  ['check-hill-school-drawings', /^organization: .*$/m, 'organization: unknown-school'],
] as const;

const draftId = (locale: Locale) => `draw-a-map-of-wells-${locale}`;

function draftIn(locale: Locale): string {
  const [title, summary, task] = texts[locale];
  return `${locale}:
  title: ${title}
  summary: ${summary}
  task: ${task}
originalLanguage: ${locale}
status: draft
organization: radio-mbam-sud
taskTypes:
  - design
`;
}

/** `('editor-form', 'fr') -> 'docs/images/editor-form.fr.webp'`: the English guide's pictures have no language in their names. */
export const pictureFile = (name: string, locale: Locale) =>
  path.join(pictures, `${name}${locale === 'en' ? '' : `.${locale}`}.webp`);

async function savePicture(page: Page, name: string, locale: Locale): Promise<void> {
  const shot = await page.screenshot({ animations: 'disabled' });
  await sharp(shot)
    .resize({ width: pictureWidth })
    .webp({ quality: 70, effort: 6 })
    .toFile(pictureFile(name, locale));
}

type TakePicture = (page: Page, address: string, locale: Locale) => Promise<void>;

/** Takes a picture of the editor, which `address` opens. */
async function pictureEditor(page: Page, address: string, locale: Locale): Promise<void> {
  await page.goto(address);
  await page.getByText(editorTranslator(locale)('Sort by')).waitFor();
  const { origin } = new URL(address);
  await page.goto(`${origin}/admin/#/opportunity/${draftId(locale)}`);
  const pane = page.frameLocator('.pane-page iframe[data-shown]');
  await pane.getByRole('heading', { level: 1 }).waitFor();
  // It tells of an entry that is wrong on purpose, for the report.
  await page.getByRole('alert').getByRole('button').click();
  await savePicture(page, 'editor-form', locale);
}

async function picturePreview(page: Page, address: string, locale: Locale): Promise<void> {
  await page.goto(new URL(`/preview/${draftId(locale)}/?locale=${locale}`, address).href);
  // The note says a moment later whether the entry is live.
  await page.locator('.preview-note [role=status]:not(:empty)').waitFor();
  await savePicture(page, 'preview-note', locale);
  await page.goto(new URL(`/preview/?locale=${locale}`, address).href);
  await savePicture(page, 'content-report', locale);
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
  const draftFile = (locale: Locale) => path.join(content, 'opportunities', `${draftId(locale)}.yml`);
  /** Starts a server, takes pictures at the address that it prints after a word, and stops it. */
  const takeAt = async (drafts: boolean, word: string, take: TakePicture) => {
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
      for (const locale of locales) {
        const page = await browser.newPage({ viewport, locale });
        page.setDefaultTimeout(patience);
        await take(page, address, locale);
        await page.close();
      }
    } finally {
      await browser.close();
      await running.close();
    }
  };
  for (const locale of locales) await writeFile(draftFile(locale), draftIn(locale));
  for (const [id, from, to] of changes) {
    const file = path.join(content, 'opportunities', `${id}.yml`);
    await writeFile(file, (await readFile(file, 'utf8')).replace(from, to));
  }
  await takeAt(false, 'Editor', pictureEditor);
  await takeAt(true, 'Preview', picturePreview);
}
