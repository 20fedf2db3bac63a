/** The site's content with an entry that is being edited, for the pane beside the editor's form. */
import { utcDay } from '@/model/time/clock';
import type { RawEntry } from '@/model/types/entry';
import type { Content } from '../content';
import { completeTexts } from '../check/complete-draft';
import { normalizeEntry } from '../check/normalize';
import type { Picture } from '../pictures/picture-files';
import { completeEntries } from './preview';

/** The path of the pane, followed by the locale: `/pane/fr/`. */
export const panePath = '/pane/';

/** The edited entry. */
export interface EditorPane {
  readonly entry: RawEntry;
  /** Pictures that the content doesn't have yet, by asset id. */
  readonly pictures: Readonly<Record<string, Picture>>;
}

/**
 * Returns the content with that entry, which replaces the one of the same type and id. A translation is shown from its first
 * text on.
 */
export function overlayEntry(content: Content, { entry: raw, pictures }: EditorPane): Content {
  // Without marks, which are about the saved entries.
  const { locales, fallbacks, now } = content;
  const others = content.entries.filter(({ type, id }) => type !== raw.type || id !== raw.id);
  const { entries } = completeEntries(
    [completeTexts(normalizeEntry(raw).entry, utcDay(now))],
    others,
    content,
  );
  return { locales, fallbacks, now, entries, pictures: { ...pictures, ...content.pictures } };
}
