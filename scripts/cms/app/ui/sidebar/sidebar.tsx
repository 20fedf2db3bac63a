/** Beside the form: what the checks find in the entry, and how far it is translated. */
import { useEffect, useMemo, useState } from 'react';
import type { SidebarSdk } from '@contentful/app-sdk';
import type { Locale } from '@/i18n/locales';
import type { ContentTypeName, RawEntry } from '@/model/types/entry';
import { LanguageSwitch, useWords } from '../language';
import { canReadLocales, findType, listForeignLocales, readCodes, readEntry } from './entry-values';
import { findFindings, nameField, nameLanguage, type ShownFinding } from './findings';
import { formatToday, keepRecord } from './keep-record';
import { findOriginal, findTranslations, type TranslationState } from './translations';

/** The wait (ms) after a keystroke before the entry is checked. */
const pause = 300;

interface OpenEntry {
  /** The entry as it was a moment ago. */
  readonly entry: RawEntry;
  /** False if Contentful refused the last of what is written without the editor. */
  readonly isRecorded: boolean;
}

function useEntry(sdk: SidebarSdk, type: ContentTypeName): OpenEntry {
  const [entry, setEntry] = useState(() => readEntry(sdk, type));
  const [isRecorded, setIsRecorded] = useState(true);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onChange = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setEntry(readEntry(sdk, type)), pause);
    };
    const stop = keepRecord(sdk, type, { onChange, onRecorded: setIsRecorded });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [sdk, type]);
  return { entry, isRecorded };
}

export function Sidebar({ sdk }: { readonly sdk: SidebarSdk }) {
  const { t } = useWords();
  const type = findType(sdk);
  const hasLocales = canReadLocales(sdk);
  useEffect(() => sdk.window.startAutoResizer(), [sdk]);
  return (
    <main className="sidebar">
      <LanguageSwitch />
      {!type && <p>{t('This entry isn’t one of the site’s.')}</p>}
      {type && !hasLocales && (
        <p className="problem">
          {t(
            'The entry can’t be checked: the space has no language of the site, or two for one. Ask the people who run it to change its locales.',
          )}
        </p>
      )}
      {type && hasLocales && <EntryState sdk={sdk} type={type} />}
    </main>
  );
}

function EntryState({ sdk, type }: { readonly sdk: SidebarSdk; readonly type: ContentTypeName }) {
  const { t } = useWords();
  const { entry, isRecorded } = useEntry(sdk, type);
  const findings = useMemo(() => findFindings(entry, formatToday(new Date()), t), [entry, t]);
  const languages = useMemo(() => [...readCodes(sdk).byLocale.keys()], [sdk]);
  return (
    <>
      <PublicationSlot />
      <Findings findings={findings} />
      <Translations entry={entry} languages={languages} />
      <ForeignLocales codes={listForeignLocales(sdk)} />
      <p role="status">
        {!isRecorded &&
          t('The day of the change and the age of translations weren’t saved. The next change tries again.')}
      </p>
    </>
  );
}

/** The place of the entry's publication state: on the site, waiting for the next build, or left out. */
function PublicationSlot() {
  return null;
}

function Findings({ findings }: { readonly findings: readonly ShownFinding[] }) {
  const { t } = useWords();
  const groups = [
    { severity: 'blocks', title: t('To fix before it can be on the site') },
    { severity: 'warns', title: t('Worth a look') },
  ] as const;
  return (
    <section aria-label={t('Checks')}>
      {findings.length === 0 && <p role="status">{t('The checks found nothing to fix.')}</p>}
      {groups.map(({ severity, title }) => {
        const own = findings.filter((finding) => finding.severity === severity);
        if (own.length === 0) return null;
        return (
          <div key={severity}>
            <h2>{title}</h2>
            <ul className={`findings ${severity}`}>
              {own.map(({ language, text }) => (
                <li key={`${language ?? ''} ${text}`}>
                  {language === undefined || text.startsWith(language) ? '' : `${language} › `}
                  {text}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}

/** A space may have more languages than the site. */
function ForeignLocales({ codes }: { readonly codes: readonly string[] }) {
  const { t, locale } = useWords();
  if (codes.length === 0) return null;
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  const languages = new Intl.ListFormat(locale).format(codes.map((code) => names.of(code) ?? code));
  return (
    <p className="hint">{t('Texts in these languages aren’t on the site: {languages}.', { languages })}</p>
  );
}

function Translations({
  entry,
  languages,
}: {
  readonly entry: RawEntry;
  readonly languages: readonly Locale[];
}) {
  const { t, locale } = useWords();
  const original = findOriginal(entry);
  const states = findTranslations(entry, languages);
  if (original === undefined || states.length === 0) return null;
  const originalName = new Intl.DisplayNames(locale, { type: 'language' }).of(original) ?? original;
  const describe = ({ locale: language, isBegun, missing, outdated }: TranslationState) => {
    const about = { language: nameLanguage(language, locale), original: originalName, n: outdated.length };
    const list = (fields: readonly string[]) =>
      fields.map((field) => nameField(entry.type, field, true, t)).join(', ');
    if (!isBegun) return [t('{language}: not begun', about)];
    const incomplete = t('{language}: missing {fields}', { ...about, fields: list(missing) });
    const fields = list(outdated);
    const older =
      outdated.length === 1
        ? t('{language} is older than {original}: 1 field ({fields})', { ...about, fields })
        : t('{language} is older than {original}: {n} fields ({fields})', { ...about, fields });
    const found = [...(missing.length > 0 ? [incomplete] : []), ...(outdated.length > 0 ? [older] : [])];
    return found.length > 0 ? found : [t('{language}: complete', about)];
  };
  return (
    <section aria-label={t('Translations')}>
      <h2>{t('Translations')}</h2>
      <ul className="findings">
        {states.flatMap(describe).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
