/**
 * Keeps what editors need not write: the day of the last change, from which original a text was translated, in which
 * language an entry was begun, and the day on which it was first opened.
 */
import type { SidebarSdk } from '@contentful/app-sdk';
import { pruneFields } from '@/model/fields/prune';
import { recordTranslations, type TranslatedEntry } from '@/model/translation-age';
import type { ContentTypeName } from '@/model/types/entry';
import { isInternal, listValues, readEntry, writeInternal } from './entry-values';

/** The wait (ms) after the last change, so that nothing is written between two keystrokes. */
const calm = 1200;

/** Today by the editor's clock: `2027-01-31`. */
export function formatToday(now: Date): string {
  const twoDigits = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}

/** Returns the shared fields that a change is the time to write. */
export function findDue(
  { locales, shared }: TranslatedEntry,
  today: string,
): Readonly<Record<string, string>> {
  const [begun, ...others] = Object.entries(locales).flatMap(([locale, fields]) =>
    Object.keys(pruneFields(fields)).length > 0 ? [locale] : [],
  );
  const isOpened = shared['status'] === 'open' && !shared['posted'];
  return {
    updated: today,
    ...(begun !== undefined &&
      others.length === 0 &&
      !shared['originalLanguage'] && { originalLanguage: begun }),
    ...(isOpened && { posted: today }),
  };
}

/**
 * Writes after each change, never when an entry is only opened. A day that the editor chose stays. Returns a function
 * that ends it. `onChange` is called at once with every change.
 */
export function keepRecord(sdk: SidebarSdk, type: ContentTypeName, onChange: () => void): () => void {
  let before = readEntry(sdk, type);
  let isDayChosen = false;
  let isWriting = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const write = async () => {
    const recorded = recordTranslations(type, before, readEntry(sdk, type));
    before = recorded;
    isWriting = true;
    try {
      await writeInternal(sdk, type, recorded);
      const today = formatToday(new Date());
      for (const [id, value] of Object.entries(findDue(recorded, today))) {
        const field = sdk.entry.fields[id]?.getForLocale(sdk.locales.default);
        const isLeft = id === 'updated' && isDayChosen;
        if (field && !isLeft && !field.getIsDisabled() && field.getValue() !== value)
          await field.setValue(value);
      }
    } catch {
      // The form says itself that it can't save; the next change tries again.
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
      if (isWriting || isInternal(type, field.id)) return;
      if (field.id === 'updated') isDayChosen = true;
      clearTimeout(timer);
      timer = setTimeout(() => void write(), calm);
    });
  });
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}
