/**
 * Files for sharing are cached under a hash of what they show and of `drawingVersion`. Drawn differently without a new
 * version, old ones would stay on the site.
 */
import { hash } from 'node:crypto';
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
import { drawPressSheetPdf } from './print/draw-press-sheet';
import { cardOf, posterOf, pressSheetOf, readOperators } from './share.fixture';

const title = 'Prêtez vos soirées aux toits et aux alertes de deux pays';

const drawCard = (format: PictureFormat) => cardSvg(createSharePicture('fr', 'x', format, cardOf(title)));

it('changes with the drawings: raise it, and put it and the new hash here', async () => {
  const formats = Object.keys(pictureFormats) as PictureFormat[];
  const drawings = [
    ...formats.map(drawCard),
    qrSvg('https://example.org/fr/c/pretez-une-langue/', 'lend-a-language'),
    readOperators(await drawPosterPdf(posterOf(title))),
    readOperators(await drawPressSheetPdf(pressSheetOf([['2005', '600', title, title]]))),
  ];
  expect({ drawingVersion, drawings: hash('sha256', drawings.join('\n'), 'hex').slice(0, 16) }).toEqual({
    drawingVersion: '5',
    drawings: '23a5d5eeb80532c5',
  });
});
