/** What fits and what doesn't, in words: the messages, and lines made from them. Shared by every place that shows it. */
import { offsetText } from '@/i18n/offset';
import { elide } from '@/i18n/elide';
import { interpolate, pluralize, type PluralForms } from '@/i18n/interpolate';
import { formatRange } from '@/i18n/number';
import type { HoursBand } from '@/model/vocabularies/bands';
import type { LanguageLevel } from '@/model/vocabularies/languages';
import type { SkillLevel } from '@/model/vocabularies/skills';
import type { Reason, FitVerdict } from './fit';

/** Messages by their place, and names; gaps are `{named}`. One small file a language, loaded where there is a profile. */
export interface FitWords {
  /** `{list}` */
  readonly fits: string;
  /** `{list}` */
  readonly fitsAll: string;
  /** `{list}` */
  readonly unsaid: string;
  /** `{n}` */
  readonly more: PluralForms;
  /** `{need}` */
  readonly needs: string;
  /** `{need}`, `{have}` */
  readonly needsHave: string;
  /** `{language}`: an ability, as it stands inside a sentence. */
  readonly language: Readonly<Record<LanguageLevel, string>>;
  /** `{skill}`, `{need}` */
  readonly skillNeeds: string;
  /** `{skill}`, `{need}`, `{have}` */
  readonly skillNeedsHave: string;
  readonly skill: Readonly<Record<SkillLevel, string>>;
  readonly hours: PluralForms;
  readonly bands: Readonly<Record<HoursBand, string>>;
  /** `{from}`, `{to}`, `{have}`: offsets from UTC. */
  readonly zoneNeeds: string;
  readonly times: string;
  /** What is meant by each kind where it is listed. */
  readonly kinds: Readonly<Record<'language' | 'skill' | 'hours' | 'zone', string>>;
  /** `{country}` */
  readonly origin: string;
  /** Of languages as they stand inside a sentence, of skills and countries at its beginning, by question. */
  readonly names: Readonly<Record<string, string>>;
}

/** One line, and how it is marked. */
export interface FitLine {
  readonly verdict: FitVerdict;
  readonly text: string;
}

/** In short so many names of what fits are told. */
const mostNames = 3;

const capital = (locale: string, word: string) => {
  const [first = '', ...rest] = word;
  return first.toLocaleUpperCase(locale) + rest.join('');
};

/** What a point is about, where it is one of a list: `Spanish`, `Statistics`, `Your hours`. */
function nameOf(reason: Reason, words: FitWords, locale: string): string {
  switch (reason.kind) {
    case 'language':
    case 'skill':
      return capital(locale, words.names[`${reason.kind}.${reason.id}`] ?? reason.id);
    case 'origin':
      return interpolate(words.origin, { country: words.names[`from.${reason.id}`] ?? reason.id });
    case 'times':
      return words.times;
    default:
      return words.kinds[reason.kind];
  }
}

/** `3–5 hours a week` */
function hoursText({ min, max }: { min: number; max: number }, words: FitWords, locale: string): string {
  return pluralize(words.hours, max, locale, { n: formatRange(locale, min, max) });
}

/** The sentence about a point that doesn't fit: `Needs good French; you have basic French`. */
function lackText(reason: Reason, words: FitWords, locale: string): string {
  switch (reason.kind) {
    case 'language': {
      const language = words.names[`language.${reason.id}`] ?? reason.id;
      const ability = (level: LanguageLevel) => interpolate(words.language[level], { language });
      const need = ability(reason.need);
      const sentence = reason.have
        ? interpolate(words.needsHave, { need, have: ability(reason.have) })
        : interpolate(words.needs, { need });
      return elide(locale, sentence);
    }
    case 'skill': {
      const skill = nameOf(reason, words, locale);
      const need = words.skill[reason.need];
      return reason.have
        ? interpolate(words.skillNeedsHave, { skill, need, have: words.skill[reason.have] })
        : interpolate(words.skillNeeds, { skill, need });
    }
    case 'hours':
      return interpolate(words.needsHave, {
        need: hoursText(reason.need, words, locale),
        have: reason.have ? words.bands[reason.have] : '',
      });
    case 'zone': {
      const { need, have = 0 } = reason;
      return interpolate(words.zoneNeeds, {
        from: offsetText(need.from),
        to: offsetText(need.to),
        have: offsetText(have),
      });
    }
    default:
      return nameOf(reason, words, locale);
  }
}

/** Names behind each other; past `most`, how many more there are. */
function list(names: readonly string[], most: number, words: FitWords, locale: string): string {
  const shown = names.length > most ? names.slice(0, most) : names;
  const left = names.length - shown.length;
  return [...shown, ...(left > 0 ? [pluralize(words.more, left, locale)] : [])].join(' · ');
}

/**
 * What fits in one line; what doesn't in a sentence each; what isn't known in one line. With `isShort` one line each of
 * the first two at most, and of the third only where nothing else is to be said.
 */
export function fitLines(
  reasons: readonly Reason[],
  words: FitWords,
  locale: string,
  isShort: boolean,
): readonly FitLine[] {
  const by = (verdict: FitVerdict) => reasons.filter((reason) => reason.verdict === verdict);
  const [fits, lacks, unknown] = [by('fits'), by('lacks'), by('unknown')];
  const unsaid = new Set(
    unknown.flatMap((reason) =>
      reason.kind === 'times' || reason.kind === 'origin' ? [] : [words.kinds[reason.kind]],
    ),
  );
  const lines: FitLine[] = [];
  if (fits.length > 0) {
    const names = fits.map((reason) => nameOf(reason, words, locale));
    const message = lacks.length + unknown.length === 0 ? words.fitsAll : words.fits;
    const text = interpolate(message, { list: list(names, isShort ? mostNames : Infinity, words, locale) });
    lines.push({ verdict: 'fits', text });
  }
  const sentences = lacks.map((reason) => lackText(reason, words, locale));
  if (isShort && sentences.length > 0) {
    lines.push({ verdict: 'lacks', text: list(sentences, 1, words, locale) });
  } else {
    lines.push(...sentences.map((text): FitLine => ({ verdict: 'lacks', text })));
  }
  if (isShort && lines.length > 0) return lines;
  if (unsaid.size > 0) {
    lines.push({ verdict: 'unknown', text: interpolate(words.unsaid, { list: [...unsaid].join(' · ') }) });
  }
  if (unknown.some(({ kind }) => kind === 'times')) lines.push({ verdict: 'unknown', text: words.times });
  return lines;
}
