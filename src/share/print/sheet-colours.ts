/** The colours of a sheet: those of the pages, or black, grey and white for a copier. */
import { weaveBand } from '@/components/weave';
import { colours } from '../pictures/colours';
import type { Pdf } from './pdf';
import type { Tone } from '@/views/share/print-sheet';

export interface SheetColours {
  readonly ink: string;
  readonly ink2: string;
  readonly accent: string;
  /** The background of the call to action, and its border. */
  readonly action: string;
  readonly edge: string;
}

export const sheetColours: Readonly<Record<Tone, SheetColours>> = {
  colour: {
    ink: colours.ink,
    ink2: colours['ink-2'],
    accent: colours.hibiscus,
    action: colours.marigold,
    edge: colours.marigold,
  },
  grey: { ink: '#000', ink2: '#000', accent: '#000', action: '#fff', edge: '#000' },
};

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
  const { y, width, height } = place;
  const scale = [width / band.width, height / band.height] as const;
  pdf.ornament(() => {
    pdf.rectangle(0, y, width, height, tone === 'colour' ? colours[band.ground] : greys[0]);
    for (const [index, { thread, d }] of band.paths.entries()) {
      const colour = tone === 'colour' ? colours[thread] : (greys[index + 1] ?? '#000');
      pdf.path(d, { x: 0, y: y + scale[1] / 2, scale }, colour, true);
    }
    if (tone === 'grey') pdf.frame(0, y, width, height, '#000', 1);
  });
}
