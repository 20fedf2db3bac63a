/** The colours of a sheet: those of the pages, or black, grey and white for a copier. */
import { currentBrand } from '@/brand/brand';
import { weaveBand } from '@/components/weave';
import { threadColour } from '../pictures/draw-band';
import type { Pdf } from './pdf';
import type { Tone } from '@/views/share/papers';

export interface SheetColours {
  readonly ink: string;
  readonly ink2: string;
  readonly accent: string;
  /** The background of the call to action, and its border. */
  readonly action: string;
  readonly onAction: string;
  readonly edge: string;
}

const black = { ink: '#000', ink2: '#000', accent: '#000', action: '#fff', onAction: '#000', edge: '#000' };

/** The colours of a sheet of this tone. */
export function sheetColours(tone: Tone): SheetColours {
  if (tone === 'grey') return black;
  const { light } = currentBrand();
  return {
    ink: light.ink,
    ink2: light['ink-2'],
    accent: light.hibiscus,
    action: light.marigold,
    onAction: light['on-marigold'],
    edge: light.marigold,
  };
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
  const { light } = currentBrand();
  const { y, width, height } = place;
  const scale = [width / band.width, height / band.height] as const;
  pdf.ornament(() => {
    pdf.rectangle(0, y, width, height, tone === 'colour' ? threadColour(light, band.ground) : greys[0]);
    for (const [index, { thread, d }] of band.paths.entries()) {
      const colour = tone === 'colour' ? threadColour(light, thread) : (greys[index + 1] ?? '#000');
      pdf.path(d, { x: 0, y: y + scale[1] / 2, scale }, colour, true);
    }
    if (tone === 'grey') pdf.frame(0, y, width, height, '#000', 1);
  });
}
