/** The state of an entry on its way to the site, for the local editor and for previews. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { editorTranslator, type EditorTranslate } from '@/i18n/editor';
import { isLocale, type Locale } from '@/i18n/locales';
import { problemWords } from '@/model/fields/field-words';
import { entryKey, type ContentTypeName } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import type { PreparedContent } from '@/site/prepare/prepare';
import { hashFile } from '@/status/entry-hash';
import { entryStatus, type EntryStatus, type SavedEntry } from '@/status/entry-status';
import type { LeftOutEntry } from '@/status/publish-status';
import type { ObservePublish } from './observe-publish';

interface NamedEntry {
  readonly type: ContentTypeName;
  readonly id: string;
}

/** Returns the state of an entry, with reasons in an editor’s language; undefined if there is no such entry. */
export type ReadEntryStatus = (entry: NamedEntry, locale: Locale) => Promise<EntryStatus | undefined>;

interface ReadOptions {
  /** The content of the next build. */
  readonly content: () => PreparedContent;
  /** The folder of the files; undefined if the content comes from elsewhere. */
  readonly folder: string | undefined;
  readonly observe: ObservePublish;
}

type Version = Pick<SavedEntry, 'at' | 'hash'>;

async function readFileVersion(folder: string, { type, id }: NamedEntry): Promise<Version | undefined> {
  const file = path.join(folder, contentTypes[type].folder, `${id}.yml`);
  try {
    // The time first: a save in between is seen the next time, and no other version gets its time.
    const { mtime } = await stat(file);
    return { at: mtime.toISOString(), hash: hashFile(await readFile(file)) };
  } catch {
    return undefined;
  }
}

/** `'fr.title: is missing — Fill it in.'`, as a publisher writes it, in an editor’s language. */
function translateReason(t: EditorTranslate, type: ContentTypeName, reason: string): string {
  const [, place = '', message, hint] = /^(?:([\w.]+): )?(.+?) — (.+)$/su.exec(reason) ?? [];
  if (message === undefined || hint === undefined) return t.filled(reason);
  const [first = '', ...rest] = place.split('.');
  const where = isLocale(first) ? { locale: first, field: rest.join('.') } : { field: place };
  return problemWords(t, { type, ...where, message, hint });
}

export function openEntryStatuses({ content, folder, observe }: ReadOptions): ReadEntryStatus {
  return async (entry, locale) => {
    const key = entryKey(entry);
    const { hashes, heldBack, coming, problems } = content();
    // It isn't known when an entry of a CMS was saved.
    const version =
      folder === undefined ? { at: '', hash: hashes.get(key) ?? '' } : await readFileVersion(folder, entry);
    if (!version) return undefined;
    const t = editorTranslator(locale);
    const isThis = (one: NamedEntry) => entryKey(one) === key;
    const { build, publish } = await observe();
    const translate = (one: LeftOutEntry): LeftOutEntry => ({
      ...one,
      reasons: one.reasons.map((reason) => translateReason(t, entry.type, reason)),
    });
    const leftOut = publish?.leftOut.filter((one) => `${one.type}/${one.id}` === key).map(translate) ?? [];
    return entryStatus(
      {
        key,
        ...version,
        isPublishable: ![...heldBack, ...coming].some(isThis),
        problems: problems
          .filter((problem) => problem.severity !== 'warns' && isThis(problem))
          .map((problem) => problemWords(t, problem)),
      },
      { build, publish: publish && { ...publish, leftOut } },
    );
  };
}
