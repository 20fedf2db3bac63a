/** The site's content with an entry that is being edited, for the pane beside the editor's form. */
import { utcDay } from '@/model/time/clock';
import type { RawEntry } from '@/model/types/entry';
import type { Content } from '../content';
import { linkEntries } from '../check/link-entries';
import { normalizeEntry } from '../check/normalize';
import type { Picture } from '../pictures/picture-files';
import { placeholderOrganization, ensureOrganization } from './preview';
import type { Opportunity } from '@/model/types/types';
import { completeDraft } from '../check/complete-draft';

/** The path of the pane, followed by the locale: `/pane/fr/`. */
export const panePath = '/pane/';

/** The edited entry. */
export interface EditorPane {
  readonly entry: RawEntry;
  /** Pictures that the content doesn't have yet, by asset id. */
  readonly pictures: Readonly<Record<string, Picture>>;
}

/** The placeholder of the organization of an entry, in the entry's language. */
const standInFor = ({ shared: { originalLanguage } }: Opportunity): RawEntry => ({
  ...placeholderOrganization,
  shared: { originalLanguage },
});

/** Returns the content with that entry, which replaces the one of the same type and id. */
export function overlayEntry(content: Content, { entry: raw, pictures }: EditorPane): Content {
  const today = utcDay(content.now);
  const others = content.entries.filter(({ type, id }) => type !== raw.type || id !== raw.id);
  const organizations = new Set(others.filter(({ type }) => type === 'organization').map(({ id }) => id));
  const own = ensureOrganization(
    completeDraft(normalizeEntry(raw).entry, content.locales, today).entry,
    organizations,
  );
  const stand = own.type === 'opportunity' && own.shared.organization === placeholderOrganization.id;
  const all = [
    ...others,
    own,
    ...(stand ? [completeDraft(standInFor(own), content.locales, today).entry] : []),
  ];
  // Without marks, which are about the saved entries.
  const { locales, fallbacks, now } = content;
  return {
    locales,
    fallbacks,
    now,
    entries: linkEntries(all, () => 'missing').entries,
    pictures: { ...pictures, ...content.pictures },
  };
}
