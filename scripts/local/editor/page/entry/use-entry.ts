/** The entry in the form: opened, changed, checked while it is written, kept through a crash, and saved. */
import { useEffect, useRef, useState } from 'react';
import type { RawFields } from '@/model/types/entry';
import { addVersion, beginHistory, redo, undo, type History } from '@scripts/forms/values/history';
import { nameOf, withValue, type Path } from '@scripts/forms/values/values';
import type { FormCheck } from '../../entry/check-form';
import type { FieldChange } from '../../entry/merge';
import type { OpenedEntry, SavedForm } from '../../storage/entries';
import type { RefusalDetails } from '../../storage/storage-refusal';
import { useWords } from '../../../form-page/browser/words';
import { explain } from '../../../form-page/browser/ask.client';
import { ask, readRefusal } from '../ask.client';
import { forgetRows } from '../host.client';
import { hrefOf, type EditorPlace } from '../place';
import { copyFields } from './copy-fields';
import { keepUnsaved, readUnsaved } from './unsaved.client';

/** A question that the editor must answer first. */
type Question =
  | {
      readonly about: 'changes';
      readonly conflicts: readonly FieldChange[];
      /** The file's present text. */
      readonly current: string;
      /** The fields of the form, with what changed in the file only. */
      readonly fields: RawFields;
    }
  | { readonly about: 'deleted' }
  | { readonly about: 'leaving'; readonly leaving: NonNullable<RefusalDetails['leaving']> }
  | { readonly about: 'removal' };

/** How a form is saved otherwise than as it stands. */
interface SaveOptions {
  readonly fields?: RawFields;
  readonly base?: string | null;
  readonly isConfirmed?: boolean;
}

/** What was said of the last save. */
export interface Notice {
  readonly is: 'saved' | 'refused' | 'restored';
  readonly text: string;
  readonly remarks?: readonly string[];
}

interface FormEntry {
  /** Empty for a new entry. */
  readonly id: string;
  /** The file's text from which the form was filled; null for a new entry. */
  readonly base: string | null;
  /** The fields as they are saved. */
  readonly saved: RawFields;
  readonly history: History;
}

export type EntryPlace = Extract<EditorPlace, { at: 'entry' }>;

/** The pause (ms) in typing after which the form is checked and kept. */
const quiet = 300;

const isSame = (one: RawFields, other: RawFields) => JSON.stringify(one) === JSON.stringify(other);

/** Brings the file's value of a field into the form. */
export const applyChange = (fields: RawFields, { locale, name, file }: FieldChange): RawFields =>
  withValue(fields, locale === undefined ? [name] : [locale, name], file);

const noCheck: FormCheck = { findings: [], outdated: {} };

/** Runs a task a moment after the last change of its input. */
function useQuiet(task: () => void, inputs: readonly unknown[]): void {
  const latest = useRef(task);
  latest.current = task;
  useEffect(() => {
    const timer = setTimeout(() => latest.current(), quiet);
    return () => clearTimeout(timer);
  }, inputs);
}

export function useEntry({ type, id, from }: EntryPlace) {
  const { t, locale, forms } = useWords();
  const [entry, setEntry] = useState<FormEntry>();
  const [failure, setFailure] = useState('');
  const [notice, setNotice] = useState<Notice>();
  const [question, setQuestion] = useState<Question>();
  const [check, setCheck] = useState(noCheck);
  const [isSaving, setIsSaving] = useState(false);
  /** True once a save was refused: then what is missing is said too. */
  const [wasRefused, setWasRefused] = useState(false);
  const latest = useRef(entry);
  latest.current = entry;
  /** A second press of the keys for it saves nothing twice. */
  const isSavingNow = useRef(false);
  /** True once this form was kept: what another tab keeps of the entry stays. */
  const isKept = useRef(false);
  /** What is kept of a copy isn’t for the next new entry. */
  const keptAs = (name: string) => (name === '' && from !== undefined ? `+${from}` : name);
  const fields = entry?.history.present;
  const isUnsaved = entry !== undefined && !isSame(entry.history.present, entry.saved);

  const refuse = (error: unknown) => setNotice({ is: 'refused', text: explain(t, error) });

  /** Fills the form. What was typed on an earlier visit and not saved comes back. */
  const fill = (filled: Omit<FormEntry, 'history'>) => {
    const unsaved = readUnsaved(type, keptAs(filled.id));
    const isOther = unsaved !== undefined && !isSame(unsaved.fields, filled.saved);
    isKept.current = isOther;
    setEntry({
      ...filled,
      base: isOther ? unsaved.base : filled.base,
      history: isOther ? addVersion(beginHistory(filled.saved), unsaved.fields) : beginHistory(filled.saved),
    });
    if (isOther)
      setNotice({
        is: 'restored',
        text: t('What you typed on an earlier visit and did not save is here again.'),
      });
  };

  useEffect(() => {
    let isWanted = true;
    const begin = async () => {
      const { newEntry } = forms.types[type];
      const source = id === '' ? from : id;
      const opened =
        source === undefined ? undefined : await ask<OpenedEntry>({ action: 'open', type, id: source });
      if (!isWanted) return;
      if (id === '')
        fill({ id, base: null, saved: opened?.fields ? copyFields(opened.fields, newEntry) : newEntry });
      else if (opened?.fields) fill({ id, base: opened.text, saved: opened.fields });
      else setFailure(t('This file {reason}', { reason: t.filled(opened?.fault ?? '') }));
    };
    begin().catch((error: unknown) => isWanted && setFailure(explain(t, error)));
    return () => {
      isWanted = false;
    };
    // Words in another language change nothing of it.
  }, [type, id, from]);

  const update = (change: (history: History) => History) =>
    setEntry((before) => before && { ...before, history: change(before.history) });

  const change = (path: Path, value: unknown) => {
    const isTyped = typeof value === 'string' || typeof value === 'number';
    const typed = isTyped ? { place: nameOf(path), at: performance.now() } : undefined;
    update((history) => addVersion(history, withValue(history.present, path, value), typed));
  };

  const keep = () => {
    const now = latest.current;
    if (!now) return;
    const { history, saved, base } = now;
    const form = isSame(history.present, saved) ? undefined : { fields: history.present, base };
    if (!form && !isKept.current) return;
    isKept.current = form !== undefined;
    if (!keepUnsaved(type, keptAs(now.id), form))
      setNotice({
        is: 'refused',
        text: t('The browser has no room to keep a copy of what you type. Save soon.'),
      });
  };
  useQuiet(keep, [fields, entry?.saved]);
  useEffect(() => {
    const keepNow = () => keep();
    addEventListener('pagehide', keepNow);
    return () => {
      removeEventListener('pagehide', keepNow);
      keepNow();
    };
  }, [type, id, from]);

  useQuiet(() => {
    if (!fields || !entry) return;
    ask<FormCheck>({ action: 'check', type, id: entry.id, fields, base: entry.base, locale }).then(
      (found) => latest.current?.history.present === fields && setCheck(found),
      () => undefined,
    );
  }, [fields, entry?.base, locale]);

  const finish = (before: FormEntry, { id: name, text, fields: saved, remarks }: SavedForm) => {
    keepUnsaved(type, keptAs(before.id), undefined);
    forgetRows();
    setWasRefused(false);
    setEntry((now) => {
      if (!now) return now;
      // What was typed meanwhile stays, and isn't saved yet.
      const isUntouched = isSame(now.history.present, before.history.present);
      const history = isUntouched ? { ...now.history, present: saved } : now.history;
      return { id: name, base: text, saved, history };
    });
    const isDraft = remarks.some(({ isFault }) => isFault);
    setNotice({
      is: 'saved',
      text:
        remarks.length === 0
          ? t('Saved')
          : isDraft
            ? t('Saved as a draft. Before it can be shown:')
            : t('Saved, with these remarks'),
      remarks: remarks.map((one) => one.text),
    });
    if (before.id === '') history.replaceState(history.state, '', hrefOf({ at: 'entry', type, id: name }));
  };

  /** Tells why a save was refused, or asks how it goes on. */
  const resolve = (error: unknown, before: FormEntry): Promise<boolean> | boolean => {
    const { leaving, current, merge, findings } = readRefusal(error);
    if (leaving) setQuestion({ about: 'leaving', leaving });
    else if (current === null) setQuestion({ about: 'deleted' });
    else if (current !== undefined && merge) {
      const merged = merge.fromFile.reduce(applyChange, (latest.current ?? before).history.present);
      // Changes of different fields are merged without a question.
      if (merge.conflicts.length === 0) return save({ fields: merged, base: current });
      setQuestion({ about: 'changes', conflicts: merge.conflicts, current, fields: merged });
    } else {
      setWasRefused(findings !== undefined);
      if (findings && latest.current?.history.present === before.history.present)
        setCheck((last) => ({ ...last, findings }));
      refuse(error);
    }
    return false;
  };

  /** Saves the form, or other fields in place of it; resolves to true if they are saved. */
  const save = async (how: SaveOptions = {}): Promise<boolean> => {
    const before = latest.current;
    if (!before || isSavingNow.current) return false;
    isSavingNow.current = true;
    setNotice(undefined);
    setQuestion(undefined);
    setIsSaving(true);
    const sent = how.fields ?? before.history.present;
    const started: FormEntry = how.fields ? { ...before, history: addVersion(before.history, sent) } : before;
    if (how.fields) setEntry(started);
    const request = ask<SavedForm>({
      action: 'save',
      type,
      id: before.id,
      fields: sent,
      base: how.base === undefined ? before.base : how.base,
      isConfirmed: how.isConfirmed ?? false,
      locale,
    });
    const failure = await request.then(
      (saved) => void finish(started, saved),
      (error: unknown) => ({ error }),
    );
    isSavingNow.current = false;
    setIsSaving(false);
    return failure ? resolve(failure.error, started) : true;
  };

  /** Forgets what is in the form. */
  const forget = () => {
    keepUnsaved(type, keptAs(latest.current?.id ?? id), undefined);
    latest.current = undefined;
    setEntry(undefined);
    setNotice(undefined);
  };

  const remove = async () => {
    const now = latest.current;
    setQuestion(undefined);
    if (!now) return;
    try {
      await ask({ action: 'delete', type, id: now.id, base: now.base ?? '' });
      forgetRows();
      forget();
      location.hash = hrefOf({ at: 'list', type });
    } catch (error) {
      refuse(error);
    }
  };

  return {
    entry,
    fields,
    failure,
    notice,
    question,
    findings: check.findings.filter(({ isMissing }) => !isMissing || wasRefused),
    outdated: check.outdated,
    isSaving,
    isUnsaved,
    change,
    save,
    remove,
    /** Opens the entry again as it is saved. */
    discard: () => {
      forget();
      location.reload();
    },
    canUndo: (entry?.history.past.length ?? 0) > 0,
    canRedo: (entry?.history.future.length ?? 0) > 0,
    undo: () => update(undo),
    redo: () => update(redo),
    askForRemoval: () => setQuestion({ about: 'removal' }),
    closeQuestion: () => {
      setQuestion(undefined);
      if (question?.about !== 'removal')
        setNotice({ is: 'refused', text: t('Nothing was saved. What you typed is still here.') });
    },
    closeNotice: () => setNotice(undefined),
  };
}
