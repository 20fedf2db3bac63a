/** What every generated entry is made from. */
import { dayOf } from '@/model/clock';
import { fill, phraseOf, type Slots } from './phrase';
import { randomOf, type Random } from './random';
import { personName } from './names';
import type { Home } from './homes';
import type { Phrase, Words } from './words';
import type { Cause } from '@/model/vocabularies/causes';
import { locales, type Locale } from '@/i18n/locales';

/** The instant that generated content is made for, and that it is built at. */
export const benchNow = '2026-11-25T12:00:00Z';

const dayMs = 86_400_000;

/** The day that is this many days before (negative) or after `benchNow`, `YYYY-MM-DD`. */
export function dayFromNow(days: number): string {
  return dayOf(Date.parse(benchNow) + days * dayMs);
}

/** A generated organization, as far as its opportunities need to know. */
export interface Host {
  readonly id: string;
  readonly home: Home;
  readonly causes: readonly Cause[];
}

/** What is the same for all entries. */
export interface Setting {
  readonly words: Words;
  readonly seed: number;
  /** Names of places, those of organizations first. */
  readonly places: readonly string[];
  readonly hosts: readonly Host[];
  readonly opportunities: number;
}

/** An entry as a file holds it: languages and shared fields side by side, in the model's order. */
export interface GeneratedEntry {
  /** The folder below the content folder. */
  readonly folder: string;
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Makes the texts of one entry: its choices, and the words of its cause in every slot. */
export class Author {
  readonly random: Random;
  readonly #words: Words;

  constructor(
    setting: Setting,
    /** A number that no other entry has. */
    part: number,
    readonly cause: Cause,
    readonly place: string,
  ) {
    this.random = randomOf(setting.seed, part);
    this.#words = setting.words;
    const { things, people } = setting.words.causes[cause];
    this.#subject = { things: this.random.favour(things), people: this.random.favour(people), place };
  }

  readonly #subject: Slots;

  /** The phrase about this entry's subject; numbers, names and circumstances are new each time. */
  say(phrase: Phrase, more: Slots = {}): Phrase {
    const { random } = this;
    return fill(phrase, {
      n: random.int(12, 420),
      m: random.int(2, 9),
      who: personName(random),
      detail: random.favour(this.#words.sentences.details),
      year: random.int(1978, 2021),
      ...this.#subject,
      ...more,
    });
  }

  /** Some of the phrases, all different, in a random order. */
  saySome(phrases: readonly Phrase[], count: number): Phrase[] {
    return this.random
      .shuffle(phrases)
      .slice(0, count)
      .map((phrase) => this.say(phrase));
  }
}

/** A short text with an end of line, so that files hold it as a block. */
export function block(phrase: Phrase): Phrase {
  return phraseOf((locale) => `${phrase[locale]}\n`);
}

/** The longest that a summary may be, in characters. */
const summaryLength = 160;

/** The first phrase whose text is short enough for a summary in every language; the shortest otherwise, cut. */
export function summaryOf(candidates: readonly Phrase[]): Phrase {
  const fits = candidates.find((one) => locales.every((locale) => one[locale].length <= summaryLength));
  const chosen = fits ?? candidates[0];
  if (!chosen) throw new RangeError('There is no summary to choose.');
  return phraseOf((locale) => chosen[locale].slice(0, summaryLength));
}

/** Localized fields as an entry holds them: `{ en: { title: … }, fr: …, es: … }`. */
export function localize(
  fields: Readonly<Record<string, Phrase | readonly Phrase[] | undefined>>,
): Record<Locale, Record<string, unknown>> {
  const one = (locale: Locale) =>
    Object.fromEntries(
      Object.entries(fields).flatMap(([key, value]): [string, unknown][] => {
        if (value === undefined) return [];
        return [[key, 'en' in value ? value[locale] : value.map((phrase) => phrase[locale])]];
      }),
    );
  return { en: one('en'), fr: one('fr'), es: one('es') };
}
