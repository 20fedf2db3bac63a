/** Beside the form: what the checks find in the entry, and how far it is translated. */
import { useEffect, useMemo, useState } from 'react';
import type { SidebarSdk } from '@contentful/app-sdk';
import { useFindingsForFields } from '../findings-channel';
import { LanguageChoice, useWords } from '@scripts/forms/ui/words';
import { findType, listForeignLocales, readCodes, readEntry, type OpenEntry } from './entry-values';
import { findFindings, placeFindings, type ShownFinding } from './findings';
import { keepRecord } from './keep-record';
import { Publication } from './publication';
import { ForeignLocales, Translations } from './translations';

/** The wait (ms) after a keystroke before the entry is checked. */
const pause = 300;

/** The entry as it was a moment ago, and whether Contentful took the last of what is written without the editor. */
function useEntry(open: OpenEntry) {
  const [entry, setEntry] = useState(() => readEntry(open));
  const [isRecorded, setIsRecorded] = useState(true);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onChange = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setEntry(readEntry(open)), pause);
    };
    const stop = keepRecord(open, { onChange, onRecorded: setIsRecorded });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [open]);
  return { entry, isRecorded };
}

export function Sidebar({ sdk }: { readonly sdk: SidebarSdk }) {
  const { t } = useWords();
  const type = findType(sdk);
  const codes = useMemo(() => readCodes(sdk), [sdk]);
  const open = useMemo(() => type && codes && { sdk, type, codes }, [sdk, type, codes]);
  return (
    <main className="sidebar">
      <LanguageChoice />
      {!type && <p>{t('This entry isn’t one of the site’s.')}</p>}
      {type && !codes && (
        <p className="is-fault">
          {t(
            'The entry can’t be checked: the space has no language of the site, or two for one. Ask the people who run it to change its locales.',
          )}
        </p>
      )}
      {open && <EntryState open={open} />}
    </main>
  );
}

function EntryState({ open }: { readonly open: OpenEntry }) {
  const { t } = useWords();
  const { sdk, type, codes } = open;
  const { entry, isRecorded } = useEntry(open);
  const findings = useMemo(() => findFindings(entry, t), [entry, t]);
  useFindingsForFields(
    sdk,
    useMemo(() => placeFindings(type, findings, codes), [type, findings, codes]),
  );
  return (
    <>
      <Publication sdk={sdk} entry={entry} findings={findings} />
      <Findings findings={findings} />
      <Translations entry={entry} languages={[...codes.byLocale.keys()]} />
      <ForeignLocales codes={listForeignLocales(sdk)} />
      <p role="status">
        {!isRecorded &&
          t('The day of the change and the age of translations weren’t saved. The next change tries again.')}
      </p>
    </>
  );
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
