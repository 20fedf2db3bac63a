/** The page of a type: its entries, found by words and filtered, and what can be done with several. */
import { useEffect, useMemo, useState } from 'react';
import { locales } from '@/i18n/locales';
import type { ContentTypeName } from '@/model/types/entry';
import { nameLanguage } from '@scripts/forms/ui/name-language';
import type { EntryRow } from '../../entry/list-entries';
import { RequestError } from '../../../form-page/browser/ask.client';
import { listUnsaved } from '../entry/unsaved.client';
import { useHost } from '../host.client';
import { hrefOf } from '../place';
import { useWords } from '../../../form-page/browser/words';
import { BulkBar } from './bulk-bar';
import { filterRows, wholeList, type ListQuery } from './filter-rows';
import { useStatuses, type ListChoice } from './use-statuses';

/** The rows that are shown at first. */
const firstRows = 100;

/** Reads a list, and again when the window is looked at again. */
function useRows(type: ContentTypeName, round: number) {
  const { t } = useWords();
  const host = useHost();
  const [rows, setRows] = useState<readonly EntryRow[]>();
  const [failure, setFailure] = useState('');
  useEffect(() => {
    let isShown = true;
    const load = () =>
      host.rows(type).then(
        (found) => {
          if (!isShown) return;
          setRows(found);
          setFailure('');
        },
        (error: unknown) =>
          isShown && setFailure(error instanceof RequestError ? t.filled(error.message) : String(error)),
      );
    void load();
    const reload = () => void load();
    addEventListener('focus', reload);
    return () => {
      isShown = false;
      removeEventListener('focus', reload);
    };
  }, [type, round]);
  return { rows, failure };
}

const formatDay = (locale: string, day: string) =>
  Number.isNaN(Date.parse(day))
    ? day
    : new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day));

function Select({
  label,
  value,
  choices,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly ListChoice[];
  readonly onChange: (value: string) => void;
}) {
  return (
    <label>
      <span>{label}</span>
      <select value={value} onChange={({ target }) => onChange(target.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.name}
          </option>
        ))}
      </select>
    </label>
  );
}

function Row({
  type,
  row,
  status,
  organization,
  isUnsaved,
  isChosen,
  onToggle,
}: {
  readonly type: ContentTypeName;
  readonly row: EntryRow;
  readonly status: string | undefined;
  readonly organization: string | undefined;
  readonly isUnsaved: boolean;
  readonly isChosen?: boolean;
  readonly onToggle?: () => void;
}) {
  const { t, locale } = useWords();
  const name = row.title || row.id;
  return (
    <li>
      {onToggle && (
        <input
          type="checkbox"
          checked={isChosen ?? false}
          aria-label={t('Choose “{name}”', { name })}
          onChange={onToggle}
        />
      )}
      <div>
        <a href={hrefOf({ at: 'entry', type, id: row.id })}>{name}</a>
        <p className="note">
          {row.fault === undefined
            ? [
                status,
                organization,
                row.closes && t('closes on {day}', { day: formatDay(locale, row.closes) }),
                isUnsaved && t('Unsaved changes'),
              ]
                .filter(Boolean)
                .join(' · ')
            : t('This file {reason}', { reason: t.filled(row.fault) })}
        </p>
      </div>
    </li>
  );
}

export function ListPage({ type }: { readonly type: ContentTypeName }) {
  const { t, locale, forms } = useWords();
  const [round, setRound] = useState(0);
  const { rows, failure } = useRows(type, round);
  const hasOrganization = forms.types[type].fields.some(({ name }) => name === 'organization');
  const organizations = useRows(hasOrganization ? 'organization' : type, 0).rows ?? [];
  const [query, setQuery] = useState(wholeList);
  const [shownRows, setShownRows] = useState(firstRows);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const statuses = useStatuses(type);
  const { label, plural, help, isSingle, fields } = forms.types[type];
  const facts = useMemo(
    () => ({
      organizations: new Map(hasOrganization ? organizations.map(({ id, title }) => [id, title]) : []),
      unsaved: listUnsaved(type),
      today: new Date().toISOString().slice(0, 10),
      locale,
    }),
    [organizations, type, locale, rows],
  );
  const found = useMemo(() => filterRows(rows ?? [], query, facts), [rows, query, facts]);
  const change = (part: Partial<ListQuery>) => {
    setQuery({ ...query, ...part });
    setShownRows(firstRows);
  };
  useEffect(() => {
    document.title = plural;
  }, [plural]);
  const closes = fields.some(({ name }) => name === 'closes');
  const states: readonly ListChoice[] = [
    { value: '', name: t('Any') },
    ...(closes ? [{ value: 'closes-soon', name: t('Closes within 14 days') }] : []),
    ...locales.map((one) => ({
      value: `missing-${one}`,
      name: t('Not in {language}', {
        language: new Intl.DisplayNames(locale, { type: 'language' }).of(one) ?? one,
      }),
    })),
    ...locales.map((one) => ({
      value: `outdated-${one}`,
      name: t('{language} is outdated', { language: nameLanguage(t, one) }),
    })),
    { value: 'unsaved', name: t('Unsaved changes') },
  ];
  const canChoose = statuses.length > 0;
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return (
    <main className="list-page">
      <header>
        <h1>{plural}</h1>
        {!(isSingle && rows && rows.length > 0) && (
          <a className="button is-main" href={hrefOf({ at: 'new', type })}>
            {t('New entry: {type}', { type: label })}
          </a>
        )}
      </header>
      <p className="help">{help}</p>
      {failure !== '' && (
        <p role="alert" className="notice is-refused">
          {failure}
        </p>
      )}
      {!isSingle && (
        <form role="search" className="filters" onSubmit={(event) => event.preventDefault()}>
          <label>
            <span>{t('Search all')}</span>
            <input
              type="search"
              autoComplete="off"
              value={query.words}
              onChange={({ target }) => change({ words: target.value })}
            />
          </label>
          {canChoose && (
            <Select
              label={t('Status')}
              value={query.status}
              choices={[{ value: '', name: t('Any') }, ...statuses]}
              onChange={(status) => change({ status })}
            />
          )}
          {hasOrganization && (
            <Select
              label={forms.types.organization.label}
              value={query.organization}
              choices={[
                { value: '', name: t('Any') },
                ...organizations.map(({ id, title }) => ({ value: id, name: title || id })),
              ]}
              onChange={(organization) => change({ organization })}
            />
          )}
          <Select
            label={t('Filter by')}
            value={query.state}
            choices={states}
            onChange={(state) => change({ state })}
          />
          <Select
            label={t('Sort by')}
            value={query.order}
            choices={[
              { value: 'title', name: t('Title') },
              ...(closes ? [{ value: 'closes', name: t('Closing date') }] : []),
              { value: 'updated', name: t('Last change') },
            ]}
            onChange={(order) => change({ order: order as ListQuery['order'] })}
          />
        </form>
      )}
      {canChoose && (
        <BulkBar
          type={type}
          rows={(rows ?? []).filter(({ id }) => chosen.has(id))}
          onChanged={() => {
            setChosen(new Set());
            setRound(round + 1);
          }}
        />
      )}
      <p role="status" className="note">
        {rows ? t('Found: {n}', { n: found.length }) : t('Loading entries…')}
      </p>
      <ul className="entries">
        {found.slice(0, shownRows).map((row) => (
          <Row
            key={row.id}
            type={type}
            row={row}
            status={statuses.find(({ value }) => value === row.status)?.name}
            organization={facts.organizations.get(row.organization ?? '') ?? row.organization}
            isUnsaved={facts.unsaved.has(row.id)}
            {...(canChoose && { isChosen: chosen.has(row.id), onToggle: () => toggle(row.id) })}
          />
        ))}
      </ul>
      {found.length > shownRows && (
        <button type="button" onClick={() => setShownRows(found.length)}>
          {t('Show all ({n})', { n: found.length })}
        </button>
      )}
    </main>
  );
}
