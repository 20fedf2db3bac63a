/**
 * The lines that explain the fit check, and the strings that they are made from. Shared by every place that shows them.
 */
import type { IslandStrings, IslandTranslate } from '@/i18n/create-translate';
import { offsetText } from '@/i18n/format/offset';
import { elideArticles } from '@/i18n/format/elide';
import { formatHours } from '@/i18n/format/number';
import type { LanguageLevel } from '@/model/vocabularies/languages';
import type { FitReason, FitVerdict } from './fit-check';

export const fitStringKeys = ['fits.', 'facts.hours.', 'hours.upTo.'] as const;

type FitStringKey = (typeof fitStringKeys)[number];

/** A small file for each language, loaded where the visitor has given answers. */
export interface FitStrings {
  readonly strings: IslandStrings<FitStringKey>;
  /** Names by question: of languages as part of a sentence, of skills and some countries at its beginning. */
  readonly names: Readonly<Record<string, string>>;
}

/** What the lines are made with. */
interface FitWords extends Pick<FitStrings, 'names'> {
  readonly t: IslandTranslate<FitStringKey>;
}

/** A line, and its mark. */
export interface FitLine {
  readonly verdict: FitVerdict;
  readonly text: string;
}

/** What a visitor can leave unanswered. */
type UnsaidKind = Exclude<FitReason['kind'], 'zone' | 'times' | 'origin'>;

/** The maximum number of names in the short version. */
const maxShortNames = 3;

const capital = (locale: string, word: string) => {
  const [first = '', ...rest] = word;
  return first.toLocaleUpperCase(locale) + rest.join('');
};

/** A country's name: ours, or the browser's, which for a code that it doesn't know is the code. */
const countryIn = (code: string, { t, names }: FitWords) =>
  names[`from.${code}`] ?? (new Intl.DisplayNames(t.locale, { type: 'region' }).of(code) as string);

/** The name of a point in a list: `Spanish`, `Statistics`, `Your hours`. */
function nameOf(reason: FitReason, words: FitWords): string {
  const { t, names } = words;
  switch (reason.kind) {
    case 'language':
    case 'skill':
      return capital(t.locale, names[`${reason.kind}.${reason.id}`] ?? reason.id);
    case 'origin':
      return t('fits.origin', { country: countryIn(reason.id, words) });
    case 'times':
      return t('fits.times');
    default:
      return t(`fits.kind.${reason.kind}`);
  }
}

/** The sentence about a point that doesn't fit: `Needs good French; you have basic French`. */
function lackText(reason: FitReason, words: FitWords): string {
  const { t, names } = words;
  switch (reason.kind) {
    case 'language': {
      const ability = (id: string, level: LanguageLevel) =>
        t(`fits.language.${level}`, { language: names[`language.${id}`] ?? id });
      const need = new Intl.ListFormat(t.locale, { type: 'disjunction' }).format(
        reason.alternatives.map(({ language, level }) => ability(language, level)),
      );
      const sentence = reason.have
        ? t('fits.needsHave', { need, have: ability(reason.id, reason.have) })
        : t('fits.needs', { need });
      return elideArticles(t.locale, sentence);
    }
    case 'skill': {
      const skill = nameOf(reason, words);
      const need = t(`fits.skill.${reason.need}`);
      return reason.have
        ? t('fits.skillNeedsHave', { skill, need, have: t(`fits.skill.${reason.have}`) })
        : t('fits.skillNeeds', { skill, need });
    }
    case 'hours': {
      const { min, max } = reason.need;
      const n = formatHours(t.locale, min, max, t('facts.hours.half'));
      return t('fits.needsHave', {
        need: t.count('facts.hours', max, { n }),
        have: reason.have ? t.count('hours.upTo', Number(reason.have)) : '',
      });
    }
    case 'zone': {
      const { need, have } = reason;
      const [from, to] = [offsetText(need.from), offsetText(need.to)];
      return t('fits.zoneNeeds', { from, to, have: offsetText(have) });
    }
    default:
      return nameOf(reason, words);
  }
}

/** Joins names; beyond `most` it gives the number of the rest. */
function list(names: readonly string[], most: number, { t }: FitWords): string {
  const left = names.length - most;
  return [...names.slice(0, most), ...(left > 0 ? [t.count('fits.more', left)] : [])].join(' · ');
}

/**
 * Describes the fit: what fits in one line; what doesn't in a sentence each; what isn't known in one line. With
 * `isShort` at most one line of the first two each, and the third only if they are empty.
 */
export function createFitLines(
  reasons: readonly FitReason[],
  words: FitWords,
  isShort: boolean,
): readonly FitLine[] {
  const { t } = words;
  const by = (verdict: FitVerdict) => reasons.filter((reason) => reason.verdict === verdict);
  const [fits, lacks, unknown] = [by('fits'), by('lacks'), by('unknown')];
  const lines: FitLine[] = [];
  const add = (verdict: FitVerdict, text: string) => lines.push({ verdict, text });
  if (fits.length > 0) {
    const names = fits.map((reason) => nameOf(reason, words));
    const shown = list(names, isShort ? maxShortNames : Infinity, words);
    add('fits', t(fits.length === reasons.length ? 'fits.all' : 'fits.list', { list: shown }));
  }
  const sentences = lacks.map((reason) => lackText(reason, words));
  for (const text of isShort && lacks.length > 0 ? [list(sentences, 1, words)] : sentences)
    add('lacks', text);
  if (isShort && lines.length > 0) return lines;
  const unsaid = unknown.filter(({ kind }) => kind !== 'times');
  const names = new Set(unsaid.map(({ kind }) => t(`fits.kind.${kind as UnsaidKind}`)));
  if (names.size > 0) add('unknown', t('fits.unsaid', { list: [...names].join(' · ') }));
  if (unsaid.length < unknown.length) add('unknown', t('fits.times'));
  return lines;
}
