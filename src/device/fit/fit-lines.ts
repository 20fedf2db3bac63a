/**
 * The lines that explain the fit check, and the strings that they are made from. Shared by every place that shows them.
 */
import { offsetText } from '@/i18n/format/offset';
import { elideArticles } from '@/i18n/format/elide';
import { interpolate, pluralize, type PluralForms } from '@/i18n/interpolate';
import { formatHours } from '@/i18n/format/number';
import type { LanguageLevel } from '@/model/vocabularies/languages';
import type { SkillLevel } from '@/model/vocabularies/skills';
import type { FitReason, FitVerdict } from './fit-check';

/** The strings and names; gaps are `{named}`. A small file for each language, loaded where there is a profile. */
export interface FitStrings {
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
  /** `{language}`: an ability, as part of a sentence. */
  readonly language: Readonly<Record<LanguageLevel, string>>;
  /** `{skill}`, `{need}` */
  readonly skillNeeds: string;
  /** `{skill}`, `{need}`, `{have}` */
  readonly skillNeedsHave: string;
  readonly skill: Readonly<Record<SkillLevel, string>>;
  readonly hours: PluralForms;
  /** Begins a range of hours from half an hour. */
  readonly half: string;
  readonly hoursLimit: PluralForms;
  /** `{from}`, `{to}`, `{have}`: offsets from UTC. */
  readonly zoneNeeds: string;
  readonly times: string;
  /** The name of each kind in a list. */
  readonly kinds: Readonly<Record<'language' | 'skill' | 'hours' | 'zone', string>>;
  /** `{country}` */
  readonly origin: string;
  /** Names by question: of languages as part of a sentence, of skills and some countries at its beginning. */
  readonly names: Readonly<Record<string, string>>;
}

/** A line, and its mark. */
export interface FitLine {
  readonly verdict: FitVerdict;
  readonly text: string;
}

/** The maximum number of names in the short version. */
const maxShortNames = 3;

const capital = (locale: string, word: string) => {
  const [first = '', ...rest] = word;
  return first.toLocaleUpperCase(locale) + rest.join('');
};

/** A country's name: ours, or the browser's, which for a code that it doesn't know is the code. */
const countryIn = (code: string, strings: FitStrings, locale: string) =>
  strings.names[`from.${code}`] ?? (new Intl.DisplayNames(locale, { type: 'region' }).of(code) as string);

/** The name of a point in a list: `Spanish`, `Statistics`, `Your hours`. */
function nameOf(reason: FitReason, strings: FitStrings, locale: string): string {
  switch (reason.kind) {
    case 'language':
    case 'skill':
      return capital(locale, strings.names[`${reason.kind}.${reason.id}`] ?? reason.id);
    case 'origin':
      return interpolate(strings.origin, { country: countryIn(reason.id, strings, locale) });
    case 'times':
      return strings.times;
    default:
      return strings.kinds[reason.kind];
  }
}

/** `3–5 hours a week` */
function hoursText({ min, max }: { min: number; max: number }, strings: FitStrings, locale: string): string {
  return pluralize(strings.hours, max, locale, { n: formatHours(locale, min, max, strings.half) });
}

/** The sentence about a point that doesn't fit: `Needs good French; you have basic French`. */
function lackText(reason: FitReason, strings: FitStrings, locale: string): string {
  switch (reason.kind) {
    case 'language': {
      const ability = (id: string, level: LanguageLevel) =>
        interpolate(strings.language[level], { language: strings.names[`language.${id}`] ?? id });
      const need = new Intl.ListFormat(locale, { type: 'disjunction' }).format(
        reason.alternatives.map(({ language, level }) => ability(language, level)),
      );
      const sentence = reason.have
        ? interpolate(strings.needsHave, { need, have: ability(reason.id, reason.have) })
        : interpolate(strings.needs, { need });
      return elideArticles(locale, sentence);
    }
    case 'skill': {
      const skill = nameOf(reason, strings, locale);
      const need = strings.skill[reason.need];
      return reason.have
        ? interpolate(strings.skillNeedsHave, { skill, need, have: strings.skill[reason.have] })
        : interpolate(strings.skillNeeds, { skill, need });
    }
    case 'hours':
      return interpolate(strings.needsHave, {
        need: hoursText(reason.need, strings, locale),
        have: reason.have ? pluralize(strings.hoursLimit, Number(reason.have), locale) : '',
      });
    case 'zone': {
      const { need, have = 0 } = reason;
      return interpolate(strings.zoneNeeds, {
        from: offsetText(need.from),
        to: offsetText(need.to),
        have: offsetText(have),
      });
    }
    default:
      return nameOf(reason, strings, locale);
  }
}

/** Joins names; beyond `most` it gives the number of the rest. */
function list(names: readonly string[], most: number, strings: FitStrings, locale: string): string {
  const shown = names.length > most ? names.slice(0, most) : names;
  const left = names.length - shown.length;
  return [...shown, ...(left > 0 ? [pluralize(strings.more, left, locale)] : [])].join(' · ');
}

/**
 * Describes the fit: what fits in one line; what doesn't in a sentence each; what isn't known in one line. With
 * `isShort` at most one line of the first two each, and the third only if they are empty.
 */
export function createFitLines(
  reasons: readonly FitReason[],
  strings: FitStrings,
  locale: string,
  isShort: boolean,
): readonly FitLine[] {
  const by = (verdict: FitVerdict) => reasons.filter((reason) => reason.verdict === verdict);
  const [fits, lacks, unknown] = [by('fits'), by('lacks'), by('unknown')];
  const unsaid = new Set(
    unknown.flatMap((reason) =>
      reason.kind === 'times' || reason.kind === 'origin' ? [] : [strings.kinds[reason.kind]],
    ),
  );
  const lines: FitLine[] = [];
  if (fits.length > 0) {
    const names = fits.map((reason) => nameOf(reason, strings, locale));
    const message = lacks.length + unknown.length === 0 ? strings.fitsAll : strings.fits;
    const text = interpolate(message, {
      list: list(names, isShort ? maxShortNames : Infinity, strings, locale),
    });
    lines.push({ verdict: 'fits', text });
  }
  const sentences = lacks.map((reason) => lackText(reason, strings, locale));
  if (isShort && sentences.length > 0) {
    lines.push({ verdict: 'lacks', text: list(sentences, 1, strings, locale) });
  } else {
    lines.push(...sentences.map((text): FitLine => ({ verdict: 'lacks', text })));
  }
  if (isShort && lines.length > 0) return lines;
  if (unsaid.size > 0) {
    lines.push({ verdict: 'unknown', text: interpolate(strings.unsaid, { list: [...unsaid].join(' · ') }) });
  }
  if (unknown.some(({ kind }) => kind === 'times')) lines.push({ verdict: 'unknown', text: strings.times });
  return lines;
}
