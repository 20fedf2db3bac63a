/**
 * Keeps what editors need not write: the day of the last change, from which original a text was translated, in which
 * language an entry was begun, and the day on which it was first opened.
 */
import type { FieldValue } from '@contentful/app-sdk';
import { toLocale } from '@/i18n/locales';
import { pruneFields } from '@/model/fields/prune';
import { recordTranslations, type TranslatedEntry } from '@/model/translation-age';
import { listStoredFields } from '@/sources/contentful/stored-fields';
import { isInternal, listValues, readEntry, writeInternal, type OpenEntry } from './entry-values';

/** The wait (ms) after the last change, so that nothing is written between two keystrokes. */
const calm = 1200;

/** Today by the editor's clock: `2027-01-31`. */
export function formatToday(now: Date): string {
  const twoDigits = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}

/** The languages that an entry has texts in. */
const writtenIn = ({ locales }: TranslatedEntry) =>
  Object.entries(locales).flatMap(([locale, fields]) =>
    Object.keys(pruneFields(fields)).length > 0 ? [locale] : [],
  );

/** Returns the shared fields that a change is the time to write. `begun` is the language of the first text. */
export function findDue(
  { shared }: TranslatedEntry,
  begun: string | undefined,
  today: string,
): Readonly<Record<string, string>> {
  return {
    updated: today,
    ...(begun !== undefined && !shared['originalLanguage'] && { originalLanguage: begun }),
    ...(shared['status'] === 'open' && !shared['posted'] && { posted: today }),
  };
}

/** The fields that `findDue` may fill in. */
const dueFields = new Set(['updated', 'originalLanguage', 'posted']);

interface RecordListeners {
  readonly onChange: () => void;
  readonly onRecorded: (isStored: boolean) => void;
}

/**
 * Writes after each change, never when an entry is only opened. A day that the editor chose stays. Returns a function
 * that ends it. `onChange` is called at once with every change, `onRecorded` after each attempt to write.
 */
export function keepRecord(open: OpenEntry, { onChange, onRecorded }: RecordListeners): () => void {
  const { sdk, type } = open;
  let before = readEntry(open);
  // Among texts in several languages it can’t be told which was first.
  const present = writtenIn(before);
  let begun = present.length === 1 ? present[0] : undefined;
  let isDayChosen = false;
  let isWriting = false;
  const localized = new Set(listStoredFields(type).flatMap(({ id, localized: own }) => (own ? [id] : [])));
  let timer: ReturnType<typeof setTimeout> | undefined;

  // The SDK has a value that was refused as if it were stored.
  const refused = new Set<FieldValue>();
  const store = async (field: FieldValue, value: unknown) => {
    const isSame = JSON.stringify(value) === JSON.stringify(field.getValue());
    if (isSame && !refused.has(field)) return;
    refused.add(field);
    await (value === undefined ? field.removeValue() : field.setValue(value));
    refused.delete(field);
  };
  const schedule = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void write(), calm);
  };
  const write = async () => {
    if (isWriting) return schedule();
    const recorded = recordTranslations(type, before, readEntry(open));
    isWriting = true;
    try {
      await writeInternal(open, recorded, store);
      const today = formatToday(new Date());
      for (const [id, value] of Object.entries(findDue(recorded, begun, today))) {
        const field = sdk.entry.fields[id]?.getForLocale(sdk.locales.default);
        const isLeft = id === 'updated' && isDayChosen;
        if (field && !isLeft && !field.getIsDisabled()) await store(field, value);
      }
      // Not before: what isn't stored is recorded with the next change.
      before = recorded;
      onRecorded(true);
    } catch {
      onRecorded(false);
    } finally {
      isWriting = false;
      onChange();
    }
  };
  const stops = listValues(sdk).map((field) => {
    let last = JSON.stringify(field.getValue());
    return field.onValueChanged((value) => {
      const next = JSON.stringify(value);
      if (next === last) return;
      last = next;
      onChange();
      if (isInternal(type, field.id) || (isWriting && dueFields.has(field.id))) return;
      if (field.id === 'updated') isDayChosen = true;
      if (present.length === 0 && localized.has(field.id)) begun ??= toLocale(field.locale);
      schedule();
    });
  });
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}
