/** Addresses in print. */
import type { FontWeight } from './script-fonts';
import { layOutText, lineHeight, measureWidth, type TextLayout } from './text-layout';

/**
 * Shortens an address for print, without the parts that browsers add: `'https://example.org/fr/c/x/' ->
 * 'example.org/fr/c/x'`
 */
export function printedAddress(url: string): string {
  return url.replace(/^https?:\/\//, '').replace(/\/$/, '');
}

/**
 * Lays out a printed address in one line where it fits at one of the larger sizes, else in two with the last part of
 * its path on its own: after a break at a hyphen, readers wouldn't know whether the hyphen belongs to it. Where that is
 * too long, in more lines.
 */
export function layOutAddress(
  address: string,
  width: number,
  sizes: readonly number[],
  weight: FontWeight,
): TextLayout {
  const halves = address.split(/(?<=\/)(?=[^/]*$)/);
  const larger = sizes.slice(0, Math.ceil(sizes.length / 2));
  for (const [lines, tried] of [
    [[address], larger],
    [halves, sizes],
  ] as const) {
    const size = tried.find((one) => lines.every((line) => measureWidth(line, weight) * one <= width));
    if (size !== undefined) return { lines, size, weight };
  }
  const smallest = sizes.at(-1) ?? 8;
  return layOutText(address, { width, height: smallest * lineHeight * 4 }, [smallest], weight);
}
