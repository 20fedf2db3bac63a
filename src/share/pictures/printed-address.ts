/** Addresses in print. */
import type { FontWeight } from './typeface';
import { layOutText, lineHeight, measureWidth, type TextLayout } from './text-layout';

/**
 * Shortens an address for print, without the parts that browsers add: `'https://example.org/fr/c/x/' ->
 * 'example.org/fr/c/x'`
 */
export function printedAddress(url: string): string {
  return url.replace(/^https?:\/\//, '').replace(/\/$/, '');
}

/**
 * Divides a text before hyphens into lines of at most so many ems: a line that begins with a hyphen shows that the hyphen
 * belongs to it, one that ends with a hyphen doesn't.
 */
function breakBeforeHyphens(text: string, ems: number, weight: FontWeight): string[] {
  return text.split(/(?=-)/).reduce<string[]>((lines, part) => {
    const last = lines.at(-1);
    if (last === undefined || measureWidth(last + part, weight) > ems) return [...lines, part];
    return [...lines.slice(0, -1), last + part];
  }, []);
}

/**
 * Lays out a printed address in one line where it fits at one of the larger sizes, else in two with the last part of
 * its path on its own. Where that is too long for the larger sizes and `height` allows it, the last part has several
 * lines. Otherwise the text gets smaller. Without a height there are two lines.
 */
export function layOutAddress(
  address: string,
  width: number,
  sizes: readonly number[],
  weight: FontWeight,
  height?: number,
): TextLayout {
  const halves = address.split(/(?<=\/)(?=[^/]*$)/);
  const [start = '', last = ''] = halves;
  const larger = sizes.slice(0, Math.ceil(sizes.length / 2));
  const layouts = [
    ...larger.map((size) => ({ lines: [address], size })),
    ...larger.map((size) => ({ lines: halves, size })),
    ...larger.map((size) => ({ lines: [start, ...breakBeforeHyphens(last, width / size, weight)], size })),
    ...sizes.map((size) => ({ lines: halves, size })),
  ];
  const fitsHeight = ({ lines, size }: { lines: readonly string[]; size: number }) =>
    height === undefined ? lines.length <= 2 : lines.length * size * lineHeight <= height;
  const fitting = layouts.find(
    (layout) =>
      fitsHeight(layout) && layout.lines.every((line) => measureWidth(line, weight) * layout.size <= width),
  );
  if (fitting) return { ...fitting, weight };
  const smallest = sizes.at(-1) ?? 8;
  return layOutText(address, { width, height: smallest * lineHeight * 4 }, [smallest], weight);
}
