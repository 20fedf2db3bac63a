/** The woven band of an id in a picture. */
import { currentBrand, type Colours } from '@/brand/brand';
import { weaveBand, type Thread } from '@/components/weave';

/** The colour of a thread: `ink -> --thread-ink` of the style sheets. */
export const threadColour = (colours: Colours, thread: Thread): string =>
  colours[thread === 'ink' ? 'thread-ink' : thread];

/** The band of an id across a picture, with this height. */
export function bandSvg(id: string, y: number, width: number, height: number): string {
  const band = weaveBand(id);
  const colours = currentBrand().light;
  const paths = band.paths
    .map(({ thread, d }) => `<path stroke="${threadColour(colours, thread)}" d="${d}"/>`)
    .join('');
  return (
    `<svg y="${y}" width="${width}" height="${height}" viewBox="0 0 ${band.width} ${band.height}" preserveAspectRatio="none" shape-rendering="crispEdges">` +
    `<rect width="${band.width}" height="${band.height}" fill="${threadColour(colours, band.ground)}"/>` +
    `<g transform="translate(0 .5)">${paths}</g></svg>`
  );
}
