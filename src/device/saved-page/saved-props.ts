/** The props of the page of what a visitor saved and sent, for its island (build side). */
import { shownInNotes } from '@/components/opportunity/opportunity-facts';
import type { IslandTranslate } from '@/i18n/create-translate';
import { pathOf } from '@/i18n/routes';
import type { Translate } from '@/i18n/translate';
import type { ReplyReportTarget } from '../applied/reply';
import type { SavedFiles } from './saved-cards';

/** The strings that the island receives. */
const strings = [
  'saved.',
  'searches.',
  'applied.',
  'storage.',
  'status.',
  'form.number',
  'trust.verified',
  'facts.label',
  'row.closes',
  'row.openEnded',
] as const;

/** Builds the props in the language of `t`, with the form for reports to the editors, where there is one. */
export function buildSavedProps(
  t: Translate,
  cards: SavedFiles,
  messages: Pick<ReplyReportTarget, 'endpoint' | 'formId'> | undefined,
) {
  const sectionPath = (section: 'received' | 'saved' | 'search') =>
    pathOf(t.locale, { to: 'section', section });
  const reply: ReplyReportTarget | undefined = messages && {
    ...messages,
    thanksPath: sectionPath('received'),
    logPath: sectionPath('saved'),
    locale: t.locale,
    subjects: { yes: t('applied.subject.yes'), no: t('applied.subject.no') },
  };
  return {
    locale: t.locale,
    cards,
    /** For each other language of the service: the note that a text is in it. */
    shownIn: shownInNotes(t),
    searchPath: sectionPath('search'),
    /** The address for reports about replies; missing where the site has none. */
    reply,
    strings: t.all(...strings),
  };
}

/** Props of the island, serialized into the page. */
export type SavedProps = Readonly<ReturnType<typeof buildSavedProps>>;

/** The props in the browser, with the `t()` of their strings. */
export interface SavedIslandProps extends SavedProps {
  readonly t: IslandTranslate<(typeof strings)[number]>;
}
