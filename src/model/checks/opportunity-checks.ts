import type { Locale } from '@/i18n/locales';
import type { Opportunity } from '../types/opportunity';
import type { ProblemFinding } from '../problems';
import { maxHoursPerWeek, maxWeeks } from '../vocabularies/bands';
import type { Check } from './check';
import { asksForMoney, namesPost, startsWithVerb, supervisesStaff } from './wording';

const none: ProblemFinding[] = [];

/** Runs a rule on each language's texts and says in which one it failed. */
function perLocale(
  entry: Opportunity,
  rule: (
    texts: NonNullable<Opportunity['locales'][Locale]>,
    locale: Locale,
  ) => Omit<ProblemFinding, 'locale'> | undefined,
): ProblemFinding[] {
  return Object.entries(entry.locales).flatMap(([locale, texts]) => {
    const finding = rule(texts, locale as Locale);
    return finding ? [{ ...finding, locale: locale as Locale }] : [];
  });
}

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
        return [
          {
            code: 'hours',
            severity: 'blocks',
            field: 'hours.min',
            message: `is ${hours.min}, more than the maximum (${hours.max})`,
            hint: 'Swap or correct the two numbers.',
          },
        ];
      }
      return hours.max > maxHoursPerWeek
        ? [
            {
              code: 'hours',
              severity: 'blocks',
              field: 'hours.max',
              message: `is ${hours.max} hours a week, but the limit is ${maxHoursPerWeek}`,
              hint: 'Split the work among more volunteers, or ask for fewer hours.',
            },
          ]
        : none;
    },
  },
  {
    code: 'length',
    shown: true,
    run: ({ shared: { length } }) => {
      if (length.kind === 'weeks' && length.weeks === undefined) {
        return [
          {
            code: 'length',
            severity: 'blocks',
            field: 'length.weeks',
            message: 'is missing, but the length is in weeks',
            hint: 'Enter the number of weeks, or choose one-off or ongoing.',
          },
        ];
      }
      return length.weeks !== undefined && length.weeks > maxWeeks && length.kind === 'weeks'
        ? [
            {
              code: 'length',
              severity: 'blocks',
              field: 'length.weeks',
              message: `is ${length.weeks} weeks, but the limit is ${maxWeeks} unless it’s ongoing`,
              hint: 'Make it shorter, or mark it as ongoing if it has no end.',
            },
          ]
        : none;
    },
  },
  {
    code: 'dates',
    shown: true,
    run: ({ shared }) => {
      if (shared.closes && shared.closes.date < shared.posted) {
        return [
          {
            code: 'dates',
            severity: 'blocks',
            field: 'closes.date',
            message: `is ${shared.closes.date}, before it was posted (${shared.posted})`,
            hint: 'Correct one of the two days.',
          },
        ];
      }
      return shared.closes === undefined && shared.reviewBy === undefined && shared.status === 'open'
        ? [
            {
              code: 'dates',
              severity: 'warns',
              field: 'reviewBy',
              message: 'is missing on an opportunity that never closes',
              hint: 'Enter a closing date, or the day by which an editor asks whether help is still needed.',
            },
          ]
        : none;
    },
  },
  {
    code: 'apply',
    shown: false,
    run: ({ shared }) => {
      if (shared.applyBy === 'external' && shared.applyUrl === undefined) {
        return [
          {
            code: 'apply',
            severity: 'blocks',
            field: 'applyUrl',
            message: 'is missing, but applications go to another website',
            hint: 'Enter the address, or let people apply with the form here.',
          },
        ];
      }
      return shared.applyBy === 'email' && shared.applyEmail === undefined
        ? [
            {
              code: 'apply',
              severity: 'blocks',
              field: 'applyEmail',
              message: 'is missing, but applications go by e-mail',
              hint: 'Enter the address, or let people apply with the form here.',
            },
          ]
        : none;
    },
  },
  {
    code: 'deliverable',
    shown: true,
    // The schema asks for it in the original language; what is left to say is that it passed.
    run: () => none,
  },
  {
    code: 'languages',
    shown: false,
    run: ({ shared: { languages } }) => [
      ...languages.flatMap(({ language }, index): ProblemFinding[] =>
        languages.findIndex((other) => other.language === language) === index
          ? []
          : [
              {
                code: 'languages',
                severity: 'warns',
                field: `languages.${index}.language`,
                message: `is already in the list: ${language}`,
                hint: 'Keep the one with the level that the work needs, and remove the other.',
              },
            ],
      ),
      ...(languages.filter(({ need }) => need === 'either').length === 1
        ? [
            {
              code: 'languages',
              severity: 'warns' as const,
              field: 'languages',
              message: 'has one language marked as one of several, but no other',
              hint: 'Mark the other languages of which one is enough too, or mark this one as required.',
            },
          ]
        : none),
      ...(languages.some(({ need }) => need !== 'welcome')
        ? none
        : [
            {
              code: 'languages',
              severity: 'warns' as const,
              field: 'languages',
              message: 'has no required language, so a search by language won’t find it',
              hint: 'Mark the language in which the work is done as required, or as one of several.',
            },
          ]),
    ],
  },
  {
    code: 'title-verb',
    shown: false,
    run: (entry) =>
      perLocale(entry, ({ title }, locale) =>
        title !== undefined && !startsWithVerb(title, locale)
          ? {
              code: 'title-verb',
              severity: 'warns',
              field: 'title',
              message: `doesn’t seem to start with a verb: “${title}”`,
              hint: 'Say what gets done: “Translate…”, « Traduire… », “Traducir…”.',
            }
          : undefined,
      ),
  },
  {
    code: 'title-post',
    shown: false,
    run: (entry) =>
      perLocale(entry, ({ title }, locale) => {
        const post = title === undefined ? undefined : namesPost(title, locale);
        return post === undefined
          ? undefined
          : {
              code: 'title-post',
              severity: 'warns',
              field: 'title',
              message: `names a job: “${post}”`,
              hint: 'Say what needs to be done, not who you’re looking for.',
            };
      }),
  },
  {
    code: 'soliciting',
    shown: false,
    run: (entry) =>
      perLocale(entry, ({ task, deliverable }, locale) => {
        const words = asksForMoney(`${task ?? ''} ${deliverable ?? ''}`, locale);
        return words === undefined
          ? undefined
          : {
              code: 'soliciting',
              severity: 'warns',
              field: 'task',
              message: `may ask the volunteer to raise money: “${words}”`,
              hint: 'Volunteers may write a proposal; they may not ask others for money in your name.',
            };
      }),
  },
  {
    code: 'supervising',
    shown: false,
    run: (entry) =>
      perLocale(entry, ({ task }, locale) => {
        const words = supervisesStaff(task ?? '', locale);
        return words === undefined
          ? undefined
          : {
              code: 'supervising',
              severity: 'warns',
              field: 'task',
              message: `may ask the volunteer to supervise staff: “${words}”`,
              hint: 'Volunteers may coordinate other volunteers, not supervise your staff.',
            };
      }),
  },
];
