/** Which colours have to differ how much, by WCAG 2.2. */
import { longHex, type Brand, type ColourName, type Colours } from './brand';

/** Relative luminance: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const hex = longHex(colour);
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The contrast of two colours, 1 to 21: `('#fff', '#000') -> 21` */
export function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

type ContrastUse = 'text' | 'part';

/** The least contrast: text at level AA (1.4.3), and parts of the interface (1.4.11). */
const leastContrast: Readonly<Record<ContrastUse, number>> = { text: 4.5, part: 3 };

type OnGrounds = readonly (readonly [on: ColourName, grounds: readonly ColourName[]])[];

/** The pairs of text and background colours; links and rules have the colour of `ink`. */
const texts: OnGrounds = [
  ['ink', ['ground', 'wash']],
  ['ink-2', ['ground', 'wash']],
  ['error', ['ground']],
  ['on-notice', ['notice']],
  ['on-marigold', ['marigold']],
  ['on-deep', ['deep', 'deep-2']],
  ['on-deep-2', ['deep']],
];

/** Parts that have to be seen: edges of fields and buttons, the focus, the finder's underlines, coloured squares. */
const parts: OnGrounds = [
  ['focus', ['ground', 'wash', 'notice']],
  ['leaf', ['ground', 'wash']],
  ['hibiscus', ['ground', 'wash']],
  ['sky', ['ground', 'wash']],
  ['thread-ink', ['ground']],
  ['marigold', ['deep', 'deep-2']],
  ['deep-hibiscus', ['deep', 'deep-2']],
  ['deep-sky', ['deep', 'deep-2']],
];

interface ColourPair {
  readonly on: ColourName;
  readonly ground: ColourName;
  readonly use: ContrastUse;
}

const pairsOf = (list: OnGrounds, use: ContrastUse): ColourPair[] =>
  list.flatMap(([on, grounds]) => grounds.map((ground) => ({ on, ground, use })));

/** Every pair that is checked, in both schemes. */
export const colourPairs: readonly ColourPair[] = [...pairsOf(texts, 'text'), ...pairsOf(parts, 'part')];

const wanted: Readonly<Record<ContrastUse, string>> = { text: 'text needs', part: 'this needs' };

function faultsOf(scheme: string, colours: Colours): string[] {
  return colourPairs.flatMap(({ on, ground, use }) => {
    const ratio = contrast(colours[on], colours[ground]);
    if (ratio >= leastContrast[use]) return [];
    // Rounded down: 4.499 isn't enough, and must not read as if it were.
    const shown = (Math.floor(ratio * 100) / 100).toFixed(2);
    return [
      `${scheme}: “${on}” ${colours[on]} on “${ground}” ${colours[ground]} has a contrast of ${shown}:1, and ${wanted[use]} ${leastContrast[use]}:1.`,
    ];
  });
}

/** Every pair of a brand's colours that is hard to tell apart, as a sentence. */
export const contrastFaults = ({ light, dark }: Brand): string[] => [
  ...faultsOf('light', light),
  ...faultsOf('dark', dark),
];
