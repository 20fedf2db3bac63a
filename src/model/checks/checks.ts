/**
 * The quality and eligibility rules of every type. What a program can decide blocks; what only a person can judge warns, and
 * is shown to readers as confirmed by an editor.
 */
import type { Locale } from '@/i18n/locales';
import type { ProblemFinding } from '../problems';
import type { ContentTypeName } from '../types/entry';
import type { Entry, EntryOf, Texts } from '../types/types';
import { maxHoursPerWeek, maxWeeks } from '../vocabularies/bands';
import { asksForMoney, namesPost, startsWithVerb, supervisesStaff } from './wording';

type Fault = Omit<ProblemFinding, 'code'>;

/** A rule about an entry: its name, whether readers see it as checked, and what it finds. */
interface Check<E extends Pick<Entry, 'locales'> & { readonly shared: object }> {
  /** Stable name, also the key of its words for readers: `check.<code>` in `src/i18n/strings`. */
  readonly code: string;
  /** The shared fields that it reads: it runs where these are valid. Of the texts it finds only valid ones. */
  readonly reads: readonly (keyof E['shared'] & string)[];
  /** True if passing it is shown to readers under "checked automatically". */
  readonly shown?: true;
  /** The faults; none if the entry meets the rule. */
  readonly find: (entry: E) => Fault | false | undefined | readonly Fault[];
}

const faultOf =
  (severity: Fault['severity']) =>
  (field: string, message: string, hint: string): Fault => ({ severity, field, message, hint });

const blocks = faultOf('blocks');
const warns = faultOf('warns');

/**
 * Warns where an entry has a picture and no words for those who can’t see it. The original language is what counts:
 * where a translation has none, its words are read out, marked with their language.
 */
function altCheck<Picture extends string>(
  picture: Picture,
  description: string,
): Check<{
  readonly locales: Entry['locales'];
  readonly shared: Pick<Entry['shared'], 'originalLanguage'> & { readonly [Key in Picture]?: unknown };
}> {
  return {
    code: 'alt-missing',
    reads: ['originalLanguage', picture],
    find: ({ locales, shared }) => {
      const locale = shared.originalLanguage;
      const texts: Readonly<Record<string, unknown>> | undefined = locales[locale];
      if (!texts || shared[picture] === undefined || texts[description] !== undefined) return [];
      const message = 'is missing, so people who can’t see the picture won’t know what it shows';
      return { ...warns(description, message, 'Describe in a few words what it shows.'), locale };
    },
  };
}

/** A guess about the wording of each language: `guess` returns what is wrong, `''` where nothing is. */
const wordingCheck = (
  code: string,
  field: 'title' | 'task',
  guess: (texts: Partial<Texts<'opportunity'>>, locale: Locale) => string,
  hint: string,
): Check<EntryOf<'opportunity'>> => ({
  code,
  reads: [],
  find: ({ locales }) =>
    (Object.keys(locales) as Locale[]).flatMap((locale) => {
      const message = guess(locales[locale] ?? {}, locale);
      return message === '' ? [] : [{ ...warns(field, message, hint), locale }];
    }),
});

/** A message that quotes the words in question, if there are any. */
const quoting = (message: string, words: string | undefined) =>
  words === undefined ? '' : `${message}: “${words}”`;

/** The rules by type, in the order of their findings. */
export const checks: { readonly [Name in ContentTypeName]?: readonly Check<EntryOf<Name>>[] } = {
  opportunity: [
    {
      code: 'hours',
      shown: true,
      reads: ['hours'],
      find: ({ shared: { hours } }) => {
        if (hours.min > hours.max) {
          const message = `is ${hours.min}, more than the maximum (${hours.max})`;
          return blocks('hours.min', message, 'Swap or correct the two numbers.');
        }
        const message = `is ${hours.max} hours a week, but the limit is ${maxHoursPerWeek}`;
        const hint = 'Split the work among more volunteers, or ask for fewer hours.';
        return hours.max > maxHoursPerWeek && blocks('hours.max', message, hint);
      },
    },
    {
      code: 'length',
      shown: true,
      reads: ['length'],
      find: ({ shared: { length } }) => {
        if (length.kind !== 'weeks') return [];
        if (length.weeks === undefined) {
          const hint = 'Enter the number of weeks, or choose one-off or ongoing.';
          return blocks('length.weeks', 'is missing, but the length is in weeks', hint);
        }
        const message = `is ${length.weeks} weeks, but the limit is ${maxWeeks} unless it’s ongoing`;
        const hint = 'Make it shorter, or mark it as ongoing if it has no end.';
        return length.weeks > maxWeeks && blocks('length.weeks', message, hint);
      },
    },
    {
      code: 'dates',
      shown: true,
      reads: ['closes', 'posted', 'reviewBy', 'status'],
      find: ({ shared: { closes, posted, reviewBy, status } }) => {
        if (closes && closes.date < posted) {
          const message = `is ${closes.date}, before it was posted (${posted})`;
          return blocks('closes.date', message, 'Correct one of the two days.');
        }
        const message = 'is missing on an opportunity that never closes';
        const hint = 'Enter a closing date, or the day by which an editor asks whether help is still needed.';
        return !closes && reviewBy === undefined && status === 'open' && warns('reviewBy', message, hint);
      },
    },
    {
      code: 'apply',
      reads: ['applyBy', 'applyUrl', 'applyEmail'],
      find: ({ shared: { applyBy, applyUrl, applyEmail } }) => {
        const hint = 'Enter the address, or let people apply with the form here.';
        if (applyBy === 'external' && applyUrl === undefined)
          return blocks('applyUrl', 'is missing, but applications go to another website', hint);
        const isUnset = applyBy === 'email' && applyEmail === undefined;
        return isUnset && blocks('applyEmail', 'is missing, but applications go by e-mail', hint);
      },
    },
    // The schema asks for it in the original language; what is left to say is that it passed.
    { code: 'deliverable', shown: true, reads: [], find: () => [] },
    {
      code: 'languages',
      reads: ['languages'],
      find: ({ shared: { languages } }) => {
        const needs = (one: string) => languages.filter(({ need }) => need === one).length;
        const repeated = languages.flatMap(({ language }, index) =>
          languages.findIndex((other) => other.language === language) === index
            ? []
            : warns(
                `languages.${index}.language`,
                `is already in the list: ${language}`,
                'Keep the one with the level that the work needs, and remove the other.',
              ),
        );
        const single = warns(
          'languages',
          'has one language marked as one of several, but no other',
          'Mark the other languages of which one is enough too, or mark this one as required.',
        );
        const none = warns(
          'languages',
          'has no required language, so a search by language won’t find it',
          'Mark the language in which the work is done as required, or as one of several.',
        );
        return [
          ...repeated,
          ...(needs('either') === 1 ? [single] : []),
          ...(needs('welcome') === languages.length ? [none] : []),
        ];
      },
    },
    wordingCheck(
      'title-verb',
      'title',
      ({ title }, locale) =>
        title === undefined || startsWithVerb(title, locale)
          ? ''
          : quoting('doesn’t seem to start with a verb', title),
      'Say what gets done: “Translate…”, « Traduire… », “Traducir…”.',
    ),
    wordingCheck(
      'title-post',
      'title',
      ({ title = '' }, locale) => quoting('names a job', namesPost(title, locale)),
      'Say what needs to be done, not who you’re looking for.',
    ),
    wordingCheck(
      'soliciting',
      'task',
      ({ task = '', deliverable = '' }, locale) =>
        quoting('may ask the volunteer to raise money', asksForMoney(`${task} ${deliverable}`, locale)),
      'Volunteers may write a proposal; they may not ask others for money in your name.',
    ),
    wordingCheck(
      'supervising',
      'task',
      ({ task = '' }, locale) =>
        quoting('may ask the volunteer to supervise staff', supervisesStaff(task, locale)),
      'Volunteers may coordinate other volunteers, not supervise your staff.',
    ),
  ],
  organization: [
    {
      code: 'registration',
      shown: true,
      reads: ['registrationNumber', 'kind'],
      find: ({ shared: { registrationNumber, kind } }) =>
        registrationNumber === undefined &&
        (kind === 'civil' || kind === 'academic') &&
        blocks(
          'registrationNumber',
          'is missing, and civil society organizations and academic institutions need one',
          'Give the number that it has in the public register.',
        ),
    },
    {
      // A person looks it up: it is shown as what an editor did.
      code: 'verified',
      reads: ['verifiedOn'],
      find: ({ shared }) =>
        shared.verifiedOn === undefined &&
        warns(
          'verifiedOn',
          'is missing: the registration isn’t marked as checked',
          'Look up the number in the register, then enter the day and where you looked.',
        ),
    },
    {
      code: 'reply-rate',
      reads: ['replyRate'],
      find: ({ shared: { replyRate } }) =>
        replyRate &&
        replyRate.answered > replyRate.asked &&
        blocks(
          'replyRate.answered',
          'is larger than the number of applicants asked',
          'Correct one of the two numbers.',
        ),
    },
    altCheck('logo', 'logoAlt'),
  ],
  campaign: [altCheck('hero', 'heroAlt')],
  story: [
    {
      code: 'consent-missing',
      reads: ['consent'],
      find: ({ shared }) =>
        !shared.consent &&
        blocks(
          'consent',
          'has no consent of the person whose story it is',
          'Ask them to read the text, then tick the box.',
        ),
    },
  ],
};

/**
 * Runs the rules on the valid fields of an entry. Returns what they find, in their order, and the codes of those to show that it
 * meets. `invalid` are shared fields that are missing or wrong: rules about them don't run.
 */
export function runChecks(
  entry: Omit<Entry, 'passed'>,
  invalid: ReadonlySet<unknown> = new Set(),
): {
  readonly findings: readonly ProblemFinding[];
  readonly passed: readonly string[];
} {
  const own = (checks[entry.type] ?? []) as readonly Check<Entry>[];
  const results = own
    .filter(({ reads }) => !reads.some((field) => invalid.has(field)))
    .map(({ code, shown, find }) => ({ code, shown, faults: [find(entry as Entry) || []].flat() }));
  return {
    findings: results.flatMap(({ code, faults }) => faults.map((fault) => ({ code, ...fault }))),
    passed: results.filter(({ shown, faults }) => shown && faults.length === 0).map(({ code }) => code),
  };
}
