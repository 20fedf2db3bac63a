/** A line in pieces, each in one font and direction, and where they stand. */
import type { Font } from 'fontkit';
import { findFont, type FontWeight } from './typeface';
import { embeddingLevels, mirrored, rightToLeft, type Direction } from './writing-direction';

/** A part of a text that one font has. */
interface FontRun {
  readonly font: Font;
  readonly text: string;
}

/** A part of a line that is drawn at once. */
interface LinePiece extends FontRun {
  /** The distance from the left end of the line at size 1. */
  readonly left: number;
}

/**
 * Splits a text into runs, each with a font that has all its characters. Characters without a font are left out (see
 * `toDrawableText`).
 */
export function splitFontRuns(text: string, weight: FontWeight): FontRun[] {
  const runs: { font: Font; text: string }[] = [];
  for (const character of text) {
    const last = runs.at(-1);
    // A space, and a mark, belongs to the run before it.
    const font = findFont(character, weight, last?.font);
    if (font && font === last?.font) last.text += character;
    else if (font) runs.push({ font, text: character });
  }
  return runs;
}

/** The width of a run at size 1. */
export const runWidth = ({ font, text }: FontRun): number => font.layout(text).advanceWidth / font.unitsPerEm;

interface Unit extends FontRun {
  readonly level: number;
}

/**
 * Splits a line with letters from right to left into units, in the order in which it is read. fontkit turns the letters
 * of a unit around by their script; so that it turns nothing else, other characters stand alone.
 */
function splitUnits(line: string, weight: FontWeight, direction: Direction): Unit[] {
  const characters = [...line];
  const levels = embeddingLevels(characters, direction);
  const units: { font: Font; text: string; level: number; isWord: boolean }[] = [];
  for (const [index, raw] of characters.entries()) {
    const level = levels[index] ?? 0;
    const last = units.at(-1);
    const character = level % 2 === 1 ? (mirrored[raw] ?? raw) : raw;
    const font = findFont(character, weight, last?.font);
    if (!font) continue;
    const isWord =
      /[\p{L}\p{M}\u200C\u200D]/u.test(character) || (level % 2 === 0 && !/\p{N}/u.test(character));
    if (last && isWord && last.isWord && last.font === font && last.level === level) last.text += character;
    else units.push({ font, text: character, level, isWord });
  }
  return units;
}

/** Puts units in the order in which they stand: rule L2 of https://www.unicode.org/reports/tr9/#Reordering_Resolved_Levels */
function inVisualOrder(units: readonly Unit[]): Unit[] {
  const ordered = [...units];
  for (let level = Math.max(0, ...units.map((unit) => unit.level)); level > 0; level--) {
    for (let start = 0; start < ordered.length; start++) {
      let end = start;
      while ((ordered[end]?.level ?? -1) >= level) end++;
      ordered.splice(start, end - start, ...ordered.slice(start, end).reverse());
      start = end;
    }
  }
  return ordered;
}

/** Lays out a line in a direction. The pieces are in the order in which they are read. */
export function layOutLine(line: string, weight: FontWeight, direction: Direction): LinePiece[] {
  const hasTurns = direction === 'rtl' || rightToLeft.test(line);
  const units: readonly FontRun[] = hasTurns
    ? splitUnits(line, weight, direction)
    : splitFontRuns(line, weight);
  const placed = new Map<FontRun, number>();
  let left = 0;
  for (const unit of hasTurns ? inVisualOrder(units as Unit[]) : units) {
    placed.set(unit, left);
    left += runWidth(unit);
  }
  return units.map((unit) => ({ font: unit.font, text: unit.text, left: placed.get(unit) ?? 0 }));
}
