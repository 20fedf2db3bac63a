/** The page of an entry: its form, the page of the site beside it, and what can be done with it. */
import { useEffect, useMemo, useState, type FocusEvent } from 'react';
import { isLocale, locales, localeTable, type Locale } from '@/i18n/locales';
import { EntryForm, leadToFault, leadToField } from '@scripts/forms/ui/entry-form';
import { FormProvider } from '@scripts/forms/ui/form-context';
import { textOf, valueAt } from '@scripts/forms/values/values';
import { createHost } from '../host.client';
import { PagePane } from '../pane/page-pane';
import { hrefOf } from '../place';
import { useWords } from '../../../form-page/browser/words';
import { EntryQuestion } from './entry-question';
import { PublicationLine } from './publication-line';
import { useEntry, type EntryPlace, type Notice } from './use-entry';
import { useLanguages } from './use-languages';

function NoticeBar({
  notice,
  onClose,
  onDiscard,
}: {
  readonly notice: Notice;
  readonly onClose: () => void;
  readonly onDiscard: () => void;
}) {
  const { t } = useWords();
  return (
    <div role="alert" className={`notice is-${notice.is}`}>
      <p>{notice.text}</p>
      {notice.remarks && notice.remarks.length > 0 && (
        <ul>
          {notice.remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
      <div className="bar">
        {notice.is === 'restored' && (
          <button type="button" onClick={onDiscard}>
            {t('Discard it')}
          </button>
        )}
        <button type="button" onClick={onClose}>
          {t('Close')}
        </button>
      </div>
    </div>
  );
}

/** The width (px) from which there is room for the page beside the form. */
const roomForBoth = 960;

/** The language of the field in which someone writes. */
function languageOfField({ target }: FocusEvent<HTMLElement>): Locale | undefined {
  const id = target.closest('[data-field]')?.getAttribute('data-field') ?? '';
  const language = id.split('-')[1];
  return isLocale(language) ? language : undefined;
}

export function EntryPage({ place }: { readonly place: EntryPlace }) {
  const { type } = place;
  const { t, locale, forms } = useWords();
  const host = useMemo(() => createHost(locale), [locale]);
  const form = forms.types[type];
  const state = useEntry(place);
  const { entry, fields, notice } = state;
  const isStored = entry !== undefined && entry.id !== '';
  const { original, languages, toggle } = useLanguages(fields ?? {}, locale);
  const [written, setWritten] = useState<Locale>();
  const [isPaneShown, setIsPaneShown] = useState(form.hasPage && innerWidth >= roomForBoth);

  const save = async () => {
    if (await state.save()) return;
    // To the first field that is wrong, once it is marked.
    setTimeout(leadToFault);
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      const isTyping = (event.target as Element).matches('input, textarea, [contenteditable="true"]');
      if (key === 's') {
        event.preventDefault();
        void save();
      } else if (key === 'z' && !isTyping) {
        event.preventDefault();
        if (event.shiftKey) state.redo();
        else state.undo();
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });

  /** Where there is no room for both, the form takes the place of the page first. */
  const lead = (where: string) => {
    if (innerWidth < roomForBoth) setIsPaneShown(false);
    setTimeout(() => leadToField(where));
  };

  const { findings, outdated, change } = state;

  const title =
    [...[original, ...locales].map((one) => textOf(valueAt(fields, [one, form.title]))), place.id].find(
      (text) => text !== '',
    ) ?? t('New entry: {type}', { type: form.label });
  useEffect(() => {
    document.title = title;
  }, [title]);

  return (
    <main>
      <header className="entry-bar">
        <a href={hrefOf({ at: 'list', type })}>{t('List: {list}', { list: form.plural })}</a>
        <h1>{title}</h1>
        <span role="status" className="state">
          {state.isSaving
            ? t('Saving…')
            : state.isUnsaved
              ? t('Unsaved changes')
              : isStored && t('Changes saved')}
        </span>
        <div className="bar">
          <button type="button" className="is-main" disabled={!fields} onClick={() => void save()}>
            {t('Save')}
          </button>
          <button type="button" aria-disabled={!state.canUndo} onClick={state.undo}>
            {t('Undo')}
          </button>
          <button type="button" aria-disabled={!state.canRedo} onClick={state.redo}>
            {t('Redo')}
          </button>
          {form.hasPage && (
            <button type="button" aria-pressed={isPaneShown} onClick={() => setIsPaneShown(!isPaneShown)}>
              {t('Show the page')}
            </button>
          )}
          {isStored && !form.isSingle && (
            <>
              <a className="button" href={hrefOf({ at: 'entry', type, id: '', from: entry.id })}>
                {t('Copy, with dates cleared')}
              </a>
              <button type="button" onClick={state.askForRemoval}>
                {t('Delete entry')}
              </button>
            </>
          )}
        </div>
      </header>
      {notice && <NoticeBar notice={notice} onClose={state.closeNotice} onDiscard={state.discard} />}
      {state.failure !== '' && (
        <p role="alert" className="notice is-refused">
          {state.failure}
        </p>
      )}
      {fields && entry && (
        <div className="both" data-pane={isPaneShown || undefined}>
          <div className="form-side" onFocus={(event) => setWritten(languageOfField(event) ?? written)}>
            {form.help !== '' && <p className="help">{form.help}</p>}
            <fieldset className="bar">
              <legend>{t('Languages shown')}</legend>
              {locales.map((one) => (
                <label key={one}>
                  <input type="checkbox" checked={languages.includes(one)} onChange={() => toggle(one)} />
                  <span lang={one}>{localeTable[one].name}</span>
                </label>
              ))}
            </fieldset>
            <FormProvider value={{ t, forms, host, fields, findings, outdated, change }}>
              <EntryForm type={type} languages={languages} />
            </FormProvider>
            {isStored && <PublicationLine type={type} id={entry.id} text={entry.base} />}
          </div>
          {isPaneShown && (
            <PagePane
              onPoint={lead}
              type={type}
              id={entry.id}
              fields={fields}
              written={written ?? languages[0] ?? original}
            />
          )}
        </div>
      )}
      <EntryQuestion type={type} title={title} state={state} />
    </main>
  );
}
