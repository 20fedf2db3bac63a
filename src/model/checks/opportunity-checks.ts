import type { Locale } from '@/i18n/locales';
import type { Opportunity, Texts } from '../types/types';
import { maxHoursPerWeek, maxWeeks } from '../vocabularies/bands';
import { blocks, warns, type Check, type CheckFault } from './check';
import { asksForMoney, namesPost, startsWithVerb, supervisesStaff } from './wording';

/** A guess about the wording of each language. */
const wordingCheck = (
  code: string,
  guess: (texts: Partial<Texts<'opportunity'>>, locale: Locale) => CheckFault | undefined,
): Check<Opportunity> => ({
  code,
  run: ({ locales }) =>
    (Object.keys(locales) as Locale[]).flatMap((locale) => {
      const fault = guess(locales[locale] ?? {}, locale);
      return fault ? [{ ...fault, locale }] : [];
    }),
});

/**
 * The programme's quality rules. What a program can decide blocks; what only a person can judge warns, and is
 * shown to readers as confirmed by an editor.
 */
export const opportunityChecks: readonly Check<Opportunity>[] = [
  {
    code: 'hours',
    shown: true,
    run: ({ shared: { hours } }) => {
      if (hours.min > hours.max) {
        const message = `is ${hours.min}, more than the maximum (${hours.max})`;
        return [blocks('hours.min', message, 'Swap or correct the two numbers.')];
      }
      if (hours.max <= maxHoursPerWeek) return [];
      const message = `is ${hours.max} hours a week, but the limit is ${maxHoursPerWeek}`;
      return [blocks('hours.max', message, 'Split the work among more volunteers, or ask for fewer hours.')];
    },
  },
  {
    code: 'length',
    shown: true,
    run: ({ shared: { length } }) => {
      if (length.kind !== 'weeks') return [];
      if (length.weeks === undefined) {
        const hint = 'Enter the number of weeks, or choose one-off or ongoing.';
        return [blocks('length.weeks', 'is missing, but the length is in weeks', hint)];
      }
      if (length.weeks <= maxWeeks) return [];
      const message = `is ${length.weeks} weeks, but the limit is ${maxWeeks} unless it’s ongoing`;
      return [blocks('length.weeks', message, 'Make it shorter, or mark it as ongoing if it has no end.')];
    },
  },
  {
    code: 'dates',
    shown: true,
    run: ({ shared: { closes, posted, reviewBy, status } }) => {
      if (closes && closes.date < posted) {
        const message = `is ${closes.date}, before it was posted (${posted})`;
        return [blocks('closes.date', message, 'Correct one of the two days.')];
      }
      if (closes !== undefined || reviewBy !== undefined || status !== 'open') return [];
      return [
        warns(
          'reviewBy',
          'is missing on an opportunity that never closes',
          'Enter a closing date, or the day by which an editor asks whether help is still needed.',
        ),
      ];
    },
  },
  {
    code: 'apply',
    run: ({ shared }) => {
      const hint = 'Enter the address, or let people apply with the form here.';
      if (shared.applyBy === 'external' && shared.applyUrl === undefined)
        return [blocks('applyUrl', 'is missing, but applications go to another website', hint)];
      return shared.applyBy === 'email' && shared.applyEmail === undefined
        ? [blocks('applyEmail', 'is missing, but applications go by e-mail', hint)]
        : [];
    },
  },
  {
    code: 'deliverable',
    shown: true,
    // The schema asks for it in the original language; what is left to say is that it passed.
    run: () => [],
  },
  {
    code: 'languages',
    run: ({ shared: { languages } }) => {
      const repeated = languages.flatMap(({ language }, index) =>
        languages.findIndex((other) => other.language === language) === index
          ? []
          : [
              warns(
                `languages.${index}.language`,
                `is already in the list: ${language}`,
                'Keep the one with the level that the work needs, and remove the other.',
              ),
            ],
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
        ...(languages.filter(({ need }) => need === 'either').length === 1 ? [single] : []),
        ...(languages.every(({ need }) => need === 'welcome') ? [none] : []),
      ];
    },
  },
  wordingCheck('title-verb', ({ title }, locale) =>
    title === undefined || startsWithVerb(title, locale)
      ? undefined
      : warns(
          'title',
          `doesn’t seem to start with a verb: “${title}”`,
          'Say what gets done: “Translate…”, « Traduire… », “Traducir…”.',
        ),
  ),
  wordingCheck('title-post', ({ title = '' }, locale) => {
    const post = namesPost(title, locale);
    return post === undefined
      ? undefined
      : warns('title', `names a job: “${post}”`, 'Say what needs to be done, not who you’re looking for.');
  }),
  wordingCheck('soliciting', ({ task = '', deliverable = '' }, locale) => {
    const words = asksForMoney(`${task} ${deliverable}`, locale);
    return words === undefined
      ? undefined
      : warns(
          'task',
          `may ask the volunteer to raise money: “${words}”`,
          'Volunteers may write a proposal; they may not ask others for money in your name.',
        );
  }),
  wordingCheck('supervising', ({ task = '' }, locale) => {
    const words = supervisesStaff(task, locale);
    return words === undefined
      ? undefined
      : warns(
          'task',
          `may ask the volunteer to supervise staff: “${words}”`,
          'Volunteers may coordinate other volunteers, not supervise your staff.',
        );
  }),
];
