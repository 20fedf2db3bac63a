/** Renders what needs a person as one list: for each entry what to do, and when it was or is due. */
import type { EditorText } from '@/i18n/editor';
import { formatDay } from '@/i18n/format/format';
import { nameField, problemWords } from '@/model/fields/field-words';
import { fitText } from '@/model/fit-text';
import { html, type Html } from '@/model/html';
import { urgentKinds, type UrgentEntry, type UrgentKind, type UrgentTask } from '../urgent';
import { renderPlace, renderRowList, renderTitle, type ReportContext } from './page-parts';

/** The name of each kind, which stands before the day and in the summary. */
export const kindNames: Readonly<Record<UrgentKind, EditorText>> = {
  'left-out': 'Not on the site',
  closing: 'Closing this week',
  review: 'Review overdue',
  unanswered: 'Closed without a result',
  outdated: 'Translation out of date',
  links: 'Broken link',
};

function formatTaskDay({ locale, t }: ReportContext, task: UrgentTask): string {
  const day = formatDay(locale, task.day, 'short');
  if (task.kind === 'review') return t('since {day}', { day });
  if (!('isChange' in task)) return t('on {day}', { day });
  return task.isChange ? t('entry changed on {day}', { day }) : t('found on {day}', { day });
}

/** The things to do, each as a sentence or two. */
function formatAdvice(context: ReportContext, { type }: UrgentEntry, task: UrgentTask): string[] {
  const { t, locale } = context;
  switch (task.kind) {
    case 'left-out':
    case 'links':
      return task.remarks.map((remark) => problemWords(t, remark));
    case 'closing':
      return [
        t(
          'Closes at the end of {day} ({zone}). Are enough people applying? If not, share it, or ask the organization for a later last day.',
          { day: formatDay(locale, task.day), zone: task.zone },
        ),
      ];
    case 'review':
      return [t('Ask whether help is still needed, then enter the next day under “Review by”.')];
    case 'unanswered':
      return [
        t(
          'Ask the organization whether it found volunteers. Then set the status to filled or closed, or enter a later last day.',
        ),
      ];
    case 'outdated':
      return [
        t(
          '{language} is older than {original}: {fields}. Translate these fields again, or mark them as up to date.',
          {
            language: context.language(task.locale),
            original: context.language(task.original),
            fields: task.fields.map((field) => nameField(type, field, true, t)).join(', '),
          },
        ),
      ];
  }
}

function renderKind(context: ReportContext, task: UrgentTask): Html {
  return html`<p class="kind">
    <strong>${context.t(kindNames[task.kind])}</strong>
    <time datetime="${task.day}">${formatTaskDay(context, task)}</time>
  </p>`;
}

/** The most characters of an advice that is seen at once: a finding may quote a whole text. */
const longestAdvice = 200;

/** The first thing is enough to begin with. Further ones are folded, so that each entry takes only some lines. */
function renderEntry(context: ReportContext, entry: UrgentEntry): Html {
  const { t } = context;
  const [main, ...others] = entry.tasks;
  const [first = '', ...further] = formatAdvice(context, entry, main);
  const start = first.length > longestAdvice ? fitText(first, longestAdvice) : first;
  const folded = [
    ...(start === first ? further : [first, ...further]).map((advice) => html`<li>${advice}</li>`),
    ...others.flatMap((task) =>
      formatAdvice(context, entry, task).map(
        (advice) => html`<li>${renderKind(context, task)} ${advice}</li>`,
      ),
    ),
  ];
  return html`<li class="urgent">
    ${renderKind(context, main)}
    <div>
      ${renderTitle(context, entry)}
      <p>${start}</p>
      ${
        folded.length === 0
          ? undefined
          : html`<details>
              <summary>${t('{n} more', { n: context.number(folded.length) })}</summary>
              <ul>
                ${folded}
              </ul>
            </details>`
      }
      ${renderPlace(context, entry)}
    </div>
  </li>`;
}

/** How many entries have something of each kind to do. */
export const countByKind = (entries: readonly UrgentEntry[]) =>
  urgentKinds.map((kind) => ({
    kind,
    count: entries.filter(({ tasks }) => tasks.some((task) => task.kind === kind)).length,
  }));

/** So many rows are seen at once. */
const shownRows = 12;

export function renderUrgentList(context: ReportContext, entries: readonly UrgentEntry[]): Html {
  const { t } = context;
  const heading = html`<h2 id="urgent-title">${t('Needs attention')}</h2>`;
  if (entries.length === 0)
    return html`${heading}
      <p class="calm">${t('Nothing needs your attention now.')}</p>`;
  return html`<div class="top">${heading}<ul class="counts">
      ${countByKind(entries)
        .filter(({ count }) => count > 0)
        .map(({ kind, count }) => html`<li>${t(kindNames[kind])} <b>${context.number(count)}</b></li>`)}
    </ul></div>
    ${renderRowList(
      context,
      entries.map((entry) => renderEntry(context, entry)),
      shownRows,
    )}`;
}
