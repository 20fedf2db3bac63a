/** The entry in the form: opened, changed, checked while it is written, kept through a crash, and saved. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ContentTypeName, RawFields } from '@/model/types/entry';
import type { FieldFinding } from '@scripts/forms/ui/form-context';
import { addVersion, beginHistory, redo, undo, type History } from '@scripts/forms/values/history';
import { nameOf, withValue, type Path } from '@scripts/forms/values/values';
import type { FormCheck } from '../../entry/check-form';
import type { OpenedEntry, SavedForm } from '../../entry/form-storage';
import type { EntryMerge } from '../../entry/merge';
import type { LeavingEntry } from '../../storage/storage-errors';
import { RequestError } from '../../../form-page/browser/ask.client';
import { ask, readRefusal } from '../ask.client';
import { useHost } from '../host.client';
import { useEditorWords } from '../host.client';
import { copyFields } from './copy-fields';
import { keepUnsaved, readUnsaved } from './unsaved.client';

/** What the editor is asked before a save goes on. */
export type SaveQuestion =
  | { readonly about: 'changes'; readonly merge: EntryMerge; readonly current: string }
  | { readonly about: 'deleted' }
  | { readonly about: 'leaving'; readonly leaving: readonly LeavingEntry[] };

/** What was said of the last save. */
export interface Notice {
  readonly is: 'saved' | 'refused' | 'restored';
  readonly text: string;
  readonly remarks?: readonly string[];
}

interface FormEntry {
  readonly id: string;
  /** Undefined for a new entry. */
  readonly path: string | undefined;
  /** The file's text from which the form was filled; null for a new entry. */
  readonly base: string | null;
  /** The fields as they are saved. */
  readonly saved: RawFields;
  readonly history: History;
}

interface EntryPlace {
  readonly type: ContentTypeName;
  /** Empty for a new entry. */
  readonly id: string;
  /** The entry that a new one copies. */
  readonly from: string | undefined;
}

/** The pause (ms) in typing after which the form is checked and kept. */
const quiet = 300;

const isSame = (one: RawFields, other: RawFields) => JSON.stringify(one) === JSON.stringify(other);

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

export function useEntry({ type, id, from }: EntryPlace, onCreated: (id: string) => void) {
  const { t, locale, forms, folders } = useEditorWords();
  const host = useHost();
  const [entry, setEntry] = useState<FormEntry>();
  const [failure, setFailure] = useState('');
  const [notice, setNotice] = useState<Notice>();
  const [question, setQuestion] = useState<SaveQuestion>();
  const [check, setCheck] = useState(noCheck);
  const [isSaving, setIsSaving] = useState(false);
  /** True once a save was refused: then what is missing is said too. */
  const [wasRefused, setWasRefused] = useState(false);
  /** How often the entry was opened. */
  const [round, setRound] = useState(0);
  const latest = useRef(entry);
  latest.current = entry;
  /** A second press of the keys for it saves nothing twice. */
  const isSavingNow = useRef(false);
  /** True once this form was kept: what another tab keeps of the entry stays. */
  const isKept = useRef(false);
  /** What is kept of a copy isn’t for the next new entry. */
  const keptAs = (name: string) => (name === '' && from !== undefined ? `+${from}` : name);
  const pathOf = (name: string) => `${folders[type]}/${name}.yml`;
  const fields = entry?.history.present;
  const isUnsaved = entry !== undefined && !isSame(entry.history.present, entry.saved);

  const explain = (error: unknown): string =>
    error instanceof RequestError
      ? t.filled(error.message)
      : error instanceof Error
        ? error.message
        : String(error);

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
      if (id === '') {
        const copied =
          from === undefined ? undefined : await ask<OpenedEntry>({ action: 'open', path: pathOf(from) });
        const saved = copied?.fields ? copyFields(copied.fields, newEntry) : newEntry;
        if (isWanted) fill({ id: '', path: undefined, base: null, saved });
        return;
      }
      const opened = await ask<OpenedEntry>({ action: 'open', path: pathOf(id) });
      if (!isWanted) return;
      if (opened.fields) fill({ id, path: opened.path, base: opened.text, saved: opened.fields });
      else setFailure(t('This file {reason}', { reason: t.filled(opened.fault ?? '') }));
    };
    begin().catch((error: unknown) => isWanted && setFailure(explain(error)));
    return () => {
      isWanted = false;
    };
    // Words in another language change nothing of it.
  }, [type, id, from, round]);

  const update = useCallback((change: (history: History) => History) => {
    setEntry((before) => before && { ...before, history: change(before.history) });
  }, []);

  const change = useCallback(
    (path: Path, value: unknown) => {
      const isTyped = typeof value === 'string' || typeof value === 'number';
      const typed = isTyped ? { place: nameOf(path), at: performance.now() } : undefined;
      update((history) => addVersion(history, withValue(history.present, path, value), typed));
    },
    [update],
  );

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

  const finish = (before: FormEntry, { path, text, fields: saved, remarks }: SavedForm) => {
    const name = path.slice(path.lastIndexOf('/') + 1, -'.yml'.length);
    keepUnsaved(type, keptAs(before.id), undefined);
    host.forget();
    setWasRefused(false);
    setEntry((now) => {
      if (!now) return now;
      // What was typed meanwhile stays, and isn't saved yet.
      const isUntouched = isSame(now.history.present, before.history.present);
      const history = isUntouched ? { ...now.history, present: saved } : now.history;
      return { id: name, path, base: text, saved, history };
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
    if (before.path === undefined) onCreated(name);
  };

  const refuse = (error: unknown, before: FormEntry) => {
    if (!(error instanceof RequestError)) return setNotice({ is: 'refused', text: explain(error) });
    const { reason } = error;
    const details = readRefusal(error);
    if (details.leaving) return setQuestion({ about: 'leaving', leaving: details.leaving });
    if (reason === 'changed' && details.current === null) return setQuestion({ about: 'deleted' });
    if (reason === 'changed' && details.merge && typeof details.current === 'string')
      return setQuestion({ about: 'changes', merge: details.merge, current: details.current });
    setWasRefused(details.findings !== undefined);
    if (details.findings && latest.current?.history.present === before.history.present)
      setCheck((last) => ({ ...last, findings: details.findings ?? [] }));
    setNotice({ is: 'refused', text: explain(error) });
  };

  /** Saves the form, or other fields in place of it; resolves to true if they are saved. */
  const save = async (
    how: {
      readonly fields?: RawFields;
      readonly base?: string | null;
      readonly isConfirmed?: boolean;
    } = {},
  ): Promise<boolean> => {
    const before = latest.current;
    if (!before || isSavingNow.current) return false;
    isSavingNow.current = true;
    setNotice(undefined);
    setQuestion(undefined);
    setIsSaving(true);
    const sent = how.fields ?? before.history.present;
    const started: FormEntry = how.fields ? { ...before, history: addVersion(before.history, sent) } : before;
    if (how.fields) setEntry(started);
    try {
      const saved = await ask<SavedForm>({
        action: 'save',
        type,
        path: before.path ?? null,
        fields: sent,
        base: how.base === undefined ? before.base : how.base,
        isConfirmed: how.isConfirmed ?? false,
        locale,
      });
      finish(started, saved);
      return true;
    } catch (error) {
      refuse(error, before);
      return false;
    } finally {
      isSavingNow.current = false;
      setIsSaving(false);
    }
  };

  /** Opens the entry again as it is saved. */
  const discard = () => {
    setNotice(undefined);
    keepUnsaved(type, keptAs(latest.current?.id ?? id), undefined);
    latest.current = undefined;
    setEntry(undefined);
    setRound((before) => before + 1);
  };

  const findings: readonly FieldFinding[] = useMemo(
    () => check.findings.filter(({ isMissing }) => !isMissing || wasRefused),
    [check, wasRefused],
  );

  return {
    entry,
    fields,
    failure,
    notice,
    question,
    findings,
    outdated: check.outdated,
    isSaving,
    isUnsaved,
    change,
    save,
    discard,
    canUndo: (entry?.history.past.length ?? 0) > 0,
    canRedo: (entry?.history.future.length ?? 0) > 0,
    undo: () => update(undo),
    redo: () => update(redo),
    /** Forgets the entry, which is gone. */
    close: () => {
      keepUnsaved(type, keptAs(latest.current?.id ?? id), undefined);
      latest.current = undefined;
      setEntry(undefined);
    },
    closeQuestion: () => {
      setQuestion(undefined);
      setNotice({ is: 'refused', text: t('Nothing was saved. What you typed is still here.') });
    },
    closeNotice: () => setNotice(undefined),
    say: setNotice,
    explain,
  };
}
