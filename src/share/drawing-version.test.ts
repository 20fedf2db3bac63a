/**
 * Files for sharing are cached under a hash of what they show and of `drawingVersion`. Drawn differently without a new
 * version, old ones would stay on the site.
 */
import { hash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';

import {
  createSharePicture,
  drawingVersion,
  pictureFormats,
  type PictureFormat,
} from '@/views/share/share-picture';
import { cardSvg } from './pictures/draw-card';
import { qrSvg } from './pictures/qr-code';
import { drawPosterPdf } from './print/draw-poster';
import { cardOf, posterOf } from './share.fixture';

const title = 'Prêtez vos soirées aux toits et aux alertes de deux pays';

const drawCard = (format: PictureFormat) => cardSvg(createSharePicture('fr', 'x', format, cardOf(title)));

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
    qrSvg('https://example.org/fr/c/pretez-une-langue/', 'lend-a-language'),
    readOperators(await drawPosterPdf(posterOf(title))),
  ];
  expect({ drawingVersion, drawings: hash('sha256', drawings.join('\n'), 'hex').slice(0, 16) }).toEqual({
    drawingVersion: '5',
    drawings: '919b6a1ab9154dca',
  });
});
