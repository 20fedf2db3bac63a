/** Renders what changed since the previous publish. */
import type { EditorText } from '@/i18n/editor';
import { formatDay } from '@/i18n/format/format';
import { nameField } from '@/model/fields/field-words';
import { html, type Html } from '@/model/html';
import type { ContentTypeName } from '@/model/types/entry';
import type { ChangeDetail, MissingReason, ReportChange, ReportChanges } from '../changes';
import { formatUtcInstant, renderEntryRows, type ReportContext } from './page-parts';

const missingReasons: Readonly<Record<MissingReason, EditorText>> = {
  draft: 'a draft or in review now',
  coming: 'posted on a future day',
  waiting: 'off the site with an entry that it needs',
  'left-out': 'left out, because something is wrong with it',
  deleted: 'no longer in the source',
};

function formatStatus({ strings }: ReportContext, type: ContentTypeName, status: string): string {
  return strings.maybe(type === 'opportunity' ? `status.${status}` : `publication.${status}`) ?? status;
}

/** A change as a phrase: `Status: Open → Filled`. */
function formatChange(context: ReportContext, type: ContentTypeName, detail: ChangeDetail): string {
  const { t, locale } = context;
  switch (detail.kind) {
    case 'new':
      return t('new on the site');
    case 'over':
      return t('closed at the end of its last day');
    case 'missing':
      return t(missingReasons[detail.why]);
    case 'language-added':
      return t('{language} added', { language: context.language(detail.locale) });
    case 'language-removed':
      return t('{language} removed', { language: context.language(detail.locale) });
    case 'status': {
      const [before, now] = [detail.before, detail.now].map((status) => formatStatus(context, type, status));
      return t('Status: {before} → {now}', { before: before ?? '', now: now ?? '' });
    }
    case 'closes': {
      const formatClosing = (day: string | undefined) =>
        day === undefined ? t('open-ended') : formatDay(locale, day);
      return t('Closes: {before} → {now}', {
        before: formatClosing(detail.before),
        now: formatClosing(detail.now),
      });
    }
    case 'field': {
      const name = nameField(type, detail.name.split('.')[0] ?? '', detail.locale !== undefined, t);
      return detail.locale === undefined ? name : `${name} (${context.language(detail.locale)})`;
    }
  }
}

/** The number of entries that changed. */
export const countChanges = (changes: ReportChanges | undefined) =>
  changes ? changes.added.length + changes.changed.length + changes.gone.length : 0;

export function renderChanges(context: ReportContext, changes: ReportChanges): Html {
  const { t } = context;
  const renderPart = (title: EditorText, list: readonly ReportChange[]) =>
    list.length === 0
      ? undefined
      : html`<h3>${t(title)}</h3>
          ${renderEntryRows(context, list, ({ type, details }) =>
            details.map((detail) => formatChange(context, type, detail)).join(' · '),
          )}`;
  const { added, changed, gone, since } = changes;
  return html`<p>${t('Compared with the publish of {instant}.', { instant: formatUtcInstant(context, since) })}</p>
    ${renderPart('New on the site', added)} ${renderPart('Changed', changed)}
    ${renderPart('No longer on the site', gone)}`;
}
