/** The colours of a sheet: those of the pages, or black, grey and white for a copier. */
import { currentBrand } from '@/brand/brand';
import { weaveBand, type Thread } from '@/components/weave';
import { threadColour } from '../pictures/draw-band';
import type { Pdf } from './pdf';
import type { Tone } from '@/views/share/papers';

const black = { ink: '#000', ink2: '#000', accent: '#000', action: '#fff', onAction: '#000', edge: '#000' };

/** The colours of a sheet of this tone; `action` is the background of the call to action, and `edge` its border. */
export function sheetColours(tone: Tone): typeof black {
  if (tone === 'grey') return black;
  const { ink, hibiscus, marigold, 'ink-2': ink2, 'on-marigold': onAction } = currentBrand().light;
  return { ink, ink2, accent: hibiscus, action: marigold, onAction, edge: marigold };
}

/** The thread colours for a copier, by their index in a band: the background, and the two others. */
const greys = ['#fff', '#000', '#888'] as const;

/** Draws the band of an id across a sheet. */
export function drawBand(
  pdf: Pdf,
  id: string,
  tone: Tone,
  place: { y: number; width: number; height: number },
): void {
  const band = weaveBand(id);
  const colourOf = (thread: Thread, index: number) =>
    tone === 'colour' ? threadColour(currentBrand().light, thread) : (greys[index] ?? '#000');
  const { y, width, height } = place;
  const scale = [width / band.width, height / band.height] as const;
  pdf.ornament(() => {
    pdf.rectangle(0, y, width, height, colourOf(band.ground, 0));
    for (const [index, { thread, d }] of band.paths.entries())
      pdf.path(d, { x: 0, y: y + scale[1] / 2, scale }, colourOf(thread, index + 1), true);
    if (tone === 'grey') pdf.frame(0, y, width, height, '#000', 1);
  });
}
