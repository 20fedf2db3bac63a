/** A picture, a poster and a press sheet for the tests of what is drawn. */
import { inflateSync } from 'node:zlib';
import jsQR from 'jsqr';
import sharp from 'sharp';
import type { FigureRow, PressSheet } from '@/views/share/press-sheet';
import type { Poster } from '@/views/share/site-sheets';
import type { PictureCard } from '@/views/share/share-picture';

const url = 'https://example.org/fr/c/pretez-une-langue/';

/** A picture's texts. */
export const cardOf = (title: string): PictureCard => ({
  band: 'lend-a-language',
  above: 'Une campagne',
  title,
  below: 'Ce que l’on en dit, en une phrase ou deux.',
  action: 'Voir ce qui reste à faire',
  service: 'Volontariat en ligne',
  url,
});

/** A poster that says this wherever it can. */
export const posterOf = (text: string, more: Partial<Poster> = {}): Poster => ({
  path: '/share/fr/x.pdf',
  locale: 'fr',
  updated: '2026-11-02',
  paper: 'a4',
  card: { ...cardOf(text), below: text, action: text, service: text, note: text },
  ...more,
});

/** A press sheet with these figures. */
export const pressSheetOf = (figures: readonly FigureRow[]): PressSheet => ({
  path: '/share/fr/x.pdf',
  locale: 'fr',
  updated: '2026-11-02',
  band: 'site-impact',
  title: 'Volontariat en ligne en bref',
  author: 'Volontariat en ligne',
  tagline: 'Aidez d’où vous êtes.',
  sections: [
    { heading: 'Chiffres', rows: [['Année', 'Chiffre', 'Quoi', 'Source'], ...figures], texts: [undefined] },
    { heading: 'Contact', links: [url, 'mailto:presse@example.org'], texts: ['Publié par nous'] },
  ],
});

/** The operators of a PDF: compressed, they differ from one version of Node to another. */
export function readOperators(pdf: Uint8Array): string {
  const text = Buffer.from(pdf).toString('latin1');
  const streams = [...text.matchAll(/FlateDecode[^]*?stream\n([^]*?)\nendstream/g)];
  return streams.map(([, body = '']) => inflateSync(Buffer.from(body, 'latin1')).toString('latin1')).join('');
}

/** Reads the code of a drawing, at a width in pixels, as a camera does; undefined if it is unreadable. */
export async function readCode(svg: string, width: number): Promise<string | undefined> {
  const picture = sharp(Buffer.from(svg)).resize({ width }).ensureAlpha().raw();
  const { data, info } = await picture.toBuffer({ resolveWithObject: true });
  // It is dark on a light ground.
  const options = { inversionAttempts: 'dontInvert' } as const;
  return jsQR(new Uint8ClampedArray(data), info.width, info.height, options)?.data;
}
