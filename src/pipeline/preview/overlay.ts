/** The site’s content with one entry as it is being written: for the pane beside the editor’s form. */
import { dayOf } from '@/model/time/clock';
import type { RawEntry } from '@/model/types/entry';
import type { Content } from '../content';
import { link } from '../check/link';
import { normalize } from '../check/normalize';
import type { Picture } from '../pictures/files';
import { nobody, withSomeOrganization } from './preview';
import { unfinished } from '../check/unfinished';

/** Where the page beside the form is, in each language: `/pane/fr/`. */
export const panePath = '/pane/';

/** What somebody is writing. */
export interface EditorPane {
  readonly entry: RawEntry;
  /** Pictures that the content doesn’t have yet, by asset id. */
  readonly pictures: Readonly<Record<string, Picture>>;
}

/** The content with that entry in the place of the one that it will replace, or among the others. */
export function overlaid(content: Content, { entry: raw, pictures }: EditorPane): Content {
  const today = dayOf(content.now);
  const others = content.entries.filter(({ type, id }) => type !== raw.type || id !== raw.id);
  const organizations = new Set(others.filter(({ type }) => type === 'organization').map(({ id }) => id));
  const own = withSomeOrganization(
    unfinished(normalize(raw).entry, content.locales, today).entry,
    organizations,
  );
  const stand = own.type === 'opportunity' && own.shared.organization === nobody.id;
  const all = [...others, own, ...(stand ? [unfinished(nobody, content.locales, today).entry] : [])];
  // Without the marks of a preview: they are of what is saved.
  const { locales, fallbacks, now } = content;
  return {
    locales,
    fallbacks,
    now,
    entries: link(all, () => false).entries,
    pictures: { ...pictures, ...content.pictures },
  };
}
