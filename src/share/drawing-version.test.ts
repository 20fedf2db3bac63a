/**
 * Files for sharing are cached under a hash of what they show and of `drawingVersion`. Drawn differently without a new
 * version, old ones would stay on the site.
 */
import { hash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import type { Poster } from '@/views/share/print-sheet';
import {
  createSharePicture,
  drawingVersion,
  pictureFormats,
  type PictureFormat,
} from '@/views/share/share-picture';
import { cardSvg } from './pictures/draw-card';
import { qrSvg } from './pictures/qr-code';
import { drawPosterPdf } from './print/draw-poster';

const url = 'https://example.org/fr/c/pretez-vos-soirees-aux-toits-et-aux-alertes-de-deux-pays/';
const title = 'Prêtez vos soirées aux toits et aux alertes de deux pays';

const poster: Poster = {
  kind: 'poster',
  path: '/share/fr/x.pdf',
  locale: 'fr',
  updated: '2026-11-02',
  band: 'lend-a-language',
  url,
  paper: 'a4',
  tone: 'colour',
  words: {
    above: 'Une campagne',
    title: { value: title, lang: 'fr' },
    summary: { value: title, lang: 'fr' },
    action: { value: 'Voir les missions', lang: 'fr' },
    scan: 'Scannez le code :',
    service: 'Volontariat en ligne',
    tagline: title,
    sample: title,
  },
};

const drawCard = (format: PictureFormat) =>
  cardSvg(
    createSharePicture('fr', 'x', format, {
      above: 'Une campagne',
      title,
      below: title,
      action: 'Voir les missions',
      service: 'Volontariat en ligne',
      url,
      band: 'lend-a-language',
    }),
  );

/** The operators of a PDF: compressed, they differ from one version of Node to another. */
function readOperators(pdf: Uint8Array): string {
  const text = Buffer.from(pdf).toString('latin1');
  const streams = [...text.matchAll(/FlateDecode[^]*?stream\n([^]*?)\nendstream/g)];
  return streams.map(([, body = '']) => inflateSync(Buffer.from(body, 'latin1')).toString('latin1')).join('');
}

it('changes with the drawings: raise it, and put it and the new hash here', async () => {
  const formats = Object.keys(pictureFormats) as PictureFormat[];
  const drawings = [
    ...formats.map(drawCard),
    qrSvg(url, 'lend-a-language'),
    readOperators(await drawPosterPdf(poster)),
    readOperators(await drawPosterPdf({ ...poster, tone: 'grey' })),
  ];
  expect({ drawingVersion, drawings: hash('sha256', drawings.join('\n'), 'hex').slice(0, 16) }).toEqual({
    drawingVersion: '4',
    drawings: '7056291b3e76af11',
  });
});
