/**
 * Estimates how high a list for other sites is, for code that is written without a browser. The numbers are those of
 * `embed.css`; `tests/browser/embed-heights.spec.ts` compares them with the heights in a browser.
 */
import { opportunityRowFacts } from '@/components/opportunity/opportunity-facts';
import { listRows, narrowRows } from '@/i18n/embed-files';
import { countryName } from '@/i18n/names';
import type { Translate } from '@/i18n/translate';
import type { EmbedList } from '@/views/share/embed-views';
import { fitHeight, type FrameHeight } from './frame';

/** The mean width of a letter in ems, normal and bold, in the widest typeface of a usual system (DejaVu Sans, Verdana). */
const letter = { normal: 0.54, bold: 0.61 } as const;

/** Signs from here on are as wide as they are high: Hangul, Chinese, Japanese. */
const square = 0x11_00;

const lettersIn = (text: string) =>
  [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) >= square ? 1.6 : 1), 0);

interface Font {
  /** Pixels. */
  readonly size: number;
  readonly line: number;
  readonly weight: keyof typeof letter;
}

const fonts = {
  title: { size: 21.6, line: 25.92, weight: 'bold' },
  row: { size: 17, line: 22.1, weight: 'bold' },
  text: { size: 16, line: 23.2, weight: 'normal' },
  small: { size: 15, line: 21.75, weight: 'normal' },
} as const satisfies Record<string, Font>;

/** The height of a text that is broken between words. */
function textHeight(text: string, { size, line, weight }: Font, width: number): number {
  const most = width / (size * letter[weight]);
  let lines = 1;
  let used = 0;
  for (const word of text.split(/[ \n]+/)) {
    const length = lettersIn(word);
    if (used > 0 && used + 1 + length > most) {
      lines++;
      used = 0;
    }
    used += length + (used > 0 ? 1 : 0);
    while (used > most) {
      lines++;
      used -= most;
    }
  }
  return lines * line;
}

/** The height of facts that stand side by side as far as they fit: each has a square before it. */
function factsHeight(facts: readonly string[], width: number): number {
  const { size, line } = fonts.small;
  const beside = 0.65 * size + 8;
  const gap = { row: 2, column: 16 };
  let height = 0;
  let used = Infinity;
  for (const fact of facts) {
    const own = beside + lettersIn(fact) * size * letter.normal;
    if (used + gap.column + own > width) {
      height += textHeight(fact, fonts.small, width - beside) + (height > 0 ? gap.row : 0);
      used = Math.min(own, width);
    } else used += gap.column + own;
  }
  return height || line;
}

/** The facts of a list that are known where its code is written. */
type ShownList = Pick<EmbedList, 'name' | 'summary' | 'ended' | 'cards'> & {
  readonly siteName: string;
  readonly isSample: boolean;
};

/** So many rows are allowed for at least: opportunities come. */
const leastRows = 2;

/** Below this width (pixels) fewer rows are shown. */
const narrow = 480;

/** The heights of rows, the highest first: which ones are the newest changes. */
function rowHeights(t: Translate, list: ShownList, width: number): number[] {
  // From 36 rem on the day stands beside the rest.
  const isWide = width >= 576;
  const inner = width - 36;
  const beside = isWide ? inner - 160 : inner;
  const heights = list.cards.map((card) => {
    const facts = opportunityRowFacts(t, card).map(({ text }) => text);
    const { name, country } = card.organization;
    const by = `${name.value}, ${countryName(t, country)}`;
    return (
      25 +
      (isWide ? 0 : 30) +
      textHeight(card.title.value, fonts.row, beside) +
      8 +
      textHeight(by, fonts.small, beside) +
      8 +
      factsHeight(facts, beside) +
      (card.lang === t.locale ? 0 : 30)
    );
  });
  return heights.toSorted((a, b) => b - a).slice(0, width < narrow ? narrowRows : listRows);
}

function needAt(t: Translate, list: ShownList, width: number): number {
  const inner = width - 36;
  const heights = rowHeights(t, list, width);
  const missing = Math.max(0, leastRows - heights.length) * (heights[0] ?? 130);
  const rows = heights.reduce((sum, height) => sum + height, 0) + missing;
  const head =
    textHeight(list.name.value, fonts.title, inner) +
    (list.summary ? 8 + textHeight(list.summary.value, fonts.text, inner) : 0) +
    (list.ended === undefined ? 0 : 8 + 2 * fonts.text.line);
  const provider = textHeight(`${list.siteName} · ${t('embed.tab')}`, fonts.small, inner) + 24;
  const sample = list.isSample ? textHeight(t('sample.note'), fonts.small, inner) : 0;
  // The band, the frame's edges, the space above, and the way to the rest.
  return Math.ceil(24 + 16 + head + 12 + rows + 56 + 12 + provider + sample);
}

/** The height of the frame of a list, at any width. */
export const listHeight = (t: Translate, list: ShownList): FrameHeight =>
  fitHeight((width) => needAt(t, list, width));

/** The pixels that suffice for a list in a column of a phone and anything wider. */
export const highestList = (t: Translate, list: ShownList): number => needAt(t, list, 280);
