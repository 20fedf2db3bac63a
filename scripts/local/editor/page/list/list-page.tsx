/** The page of a type: its entries, found by words and filtered, and what can be done with several. */
import { useEffect, useMemo, useState } from 'react';
import { locales } from '@/i18n/locales';
import type { ContentTypeName } from '@/model/types/entry';
import { nameIn, nameLanguage } from '@scripts/forms/ui/name-language';
import { useFresh } from '@scripts/forms/ui/use-fresh';
import type { Option } from '@scripts/forms/values/match-options';
import type { EntryRow } from '../../entry/list-entries';
import { listUnsaved } from '../entry/unsaved.client';
import { explain } from '../../../form-page/browser/ask.client';
import { readRows } from '../host.client';
import { hrefOf } from '../place';
import { useWords } from '../../../form-page/browser/words';
import { BulkBar } from './bulk-bar';
import { Select, useStatuses } from './choices';
import { filterRows, wholeList, type ListQuery } from './filter-rows';

/** The rows that are shown at first. */
const firstRows = 100;

const noRows: readonly EntryRow[] = [];

const formatDay = (locale: string, day: string) =>
  Number.isNaN(Date.parse(day))
    ? day
    : new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day));

export function ListPage({ type }: { readonly type: ContentTypeName }) {
  const { t, locale, forms } = useWords();
  const [round, setRound] = useState(0);
  const { value: rows, error } = useFresh(() => readRows(type), [type, round]);
  const hasOrganization = forms.types[type].fields.some(({ name }) => name === 'organization');
  const { value: organizations = noRows } = useFresh(
    async () => (hasOrganization ? readRows('organization') : noRows),
    [type],
  );
  const [query, setQuery] = useState(wholeList);
  const [shownRows, setShownRows] = useState(firstRows);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const statuses = useStatuses(type);
  const { label, plural, help, isSingle, fields } = forms.types[type];
  const facts = useMemo(
    () => ({
      organizations: new Map(organizations.map(({ id, title }) => [id, title])),
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
  const states: readonly Option[] = [
    ...(closes ? [{ id: 'closes-soon', name: t('Closes within 14 days') }] : []),
    ...locales.map((one) => ({
      id: `missing-${one}`,
      name: t('Not in {language}', { language: nameIn(t, one) }),
    })),
    ...locales.map((one) => ({
      id: `outdated-${one}`,
      name: t('{language} is outdated', { language: nameLanguage(t, one) }),
    })),
    { id: 'unsaved', name: t('Unsaved changes') },
  ];
  const canChoose = statuses.length > 0;
  const explainRow = ({ id, fault, status, organization = '', closes: day }: EntryRow) =>
    fault === undefined
      ? [
          statuses.find((one) => one.id === status)?.name,
          facts.organizations.get(organization) ?? organization,
          day && t('closes on {day}', { day: formatDay(locale, day) }),
          facts.unsaved.has(id) && t('Unsaved changes'),
        ]
          .filter(Boolean)
          .join(' · ')
      : t('This file {reason}', { reason: t.filled(fault) });
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return (
    <main>
      <header>
        <h1>{plural}</h1>
        {!(isSingle && rows && rows.length > 0) && (
          <a className="button is-main" href={hrefOf({ at: 'entry', type, id: '' })}>
            {t('New entry: {type}', { type: label })}
          </a>
        )}
      </header>
      <p className="help">{help}</p>
      {error !== undefined && (
        <p role="alert" className="notice is-refused">
          {explain(t, error)}
        </p>
      )}
      {!isSingle && (
        <form role="search" className="grid" onSubmit={(event) => event.preventDefault()}>
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
              none={t('Any')}
              choices={statuses}
              onChange={(status) => change({ status })}
            />
          )}
          {hasOrganization && (
            <Select
              label={forms.types.organization.label}
              value={query.organization}
              none={t('Any')}
              choices={organizations
                .map(({ id, title }) => ({ id, name: title || id }))
                .toSorted((one, other) => one.name.localeCompare(other.name, locale))}
              onChange={(organization) => change({ organization })}
            />
          )}
          <Select
            label={t('Filter by')}
            value={query.state}
            none={t('Any')}
            choices={states}
            onChange={(state) => change({ state })}
          />
          <Select
            label={t('Sort by')}
            value={query.order}
            choices={[
              { id: 'title', name: t('Title') },
              ...(closes ? [{ id: 'closes', name: t('Closing date') }] : []),
              { id: 'updated', name: t('Last change') },
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
          <li key={row.id}>
            {canChoose && (
              <input
                type="checkbox"
                checked={chosen.has(row.id)}
                aria-label={t('Choose “{name}”', { name: row.title || row.id })}
                onChange={() => toggle(row.id)}
              />
            )}
            <div>
              <a href={hrefOf({ at: 'entry', type, id: row.id })}>{row.title || row.id}</a>
              <p className="note">{explainRow(row)}</p>
            </div>
          </li>
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
