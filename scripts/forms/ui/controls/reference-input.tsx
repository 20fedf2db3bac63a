/** Links to other entries, which are found by their titles in every language. */
import { useEffect, useState } from 'react';
import type { ContentTypeName } from '@/model/types/entry';
import type { Option } from '../../values/match-options';
import { isEmpty, textOf } from '../../values/values';
import type { ControlIds } from '../field';
import { useForm, useFormHost } from '../form-context';
import { ChosenList } from './chosen-list';
import { Combobox } from './combobox';

/** The entries of a type; undefined until they are there. They are asked for again when the window is looked at again. */
function useEntries(type: ContentTypeName): readonly Option[] | undefined {
  const host = useFormHost();
  const [entries, setEntries] = useState<readonly Option[]>();
  useEffect(() => {
    let isShown = true;
    const load = () =>
      void host.entries(type).then(
        (found) => isShown && setEntries(found),
        () => undefined,
      );
    load();
    addEventListener('focus', load);
    return () => {
      isShown = false;
      removeEventListener('focus', load);
    };
  }, [host, type]);
  return entries;
}

interface ReferenceProps extends ControlIds {
  readonly label: string;
  readonly to: ContentTypeName;
  readonly value: unknown;
}

/** Leads to the form of a new entry, in another tab: this form stays as it is. */
function NewEntryLink({ to }: { readonly to: ContentTypeName }) {
  const { t, forms } = useForm();
  const host = useFormHost();
  if (!host.entryHref) return null;
  return (
    <a href={host.entryHref(to)} target="_blank" rel="noreferrer">
      {t('New entry: {type}', { type: forms.types[to].label })}
    </a>
  );
}

export function ReferenceInput({
  id,
  describedBy,
  label,
  to,
  value,
  isRequired,
  onChange,
}: ReferenceProps & {
  readonly isRequired: boolean;
  readonly onChange: (value: string | undefined) => void;
}) {
  const { t } = useForm();
  const host = useFormHost();
  const entries = useEntries(to);
  const current = textOf(value);
  const known = entries?.find((entry) => entry.id === current);
  return (
    <>
      <Combobox
        id={id}
        describedBy={describedBy}
        label={label}
        options={entries ?? []}
        selected={known ?? (isEmpty(value) ? undefined : { id: current, name: entries ? current : '…' })}
        isRequired={isRequired}
        onSelect={(option) => onChange(option?.id)}
      />
      <p className="links">
        {known && host.entryHref && (
          <a href={host.entryHref(to, current)} target="_blank" rel="noreferrer">
            {t('Open “{name}”', { name: known.name })}
          </a>
        )}
        <NewEntryLink to={to} />
      </p>
    </>
  );
}

export function ReferencesInput({
  id,
  describedBy,
  label,
  to,
  value,
  most,
  onChange,
}: ReferenceProps & {
  readonly most: number;
  readonly onChange: (value: readonly string[] | undefined) => void;
}) {
  const { t } = useForm();
  const hrefOf = useFormHost().entryHref;
  const entries = useEntries(to) ?? [];
  const ids: readonly string[] = Array.isArray(value) ? value.map(String) : [];
  const keep = (next: readonly string[]) => onChange(next.length > 0 ? next : undefined);
  const chosen = ids.map((one) => entries.find((entry) => entry.id === one) ?? { id: one, name: one });
  return (
    <div data-rows>
      <ChosenList chosen={chosen} {...(hrefOf && { hrefOf: (one) => hrefOf(to, one) })} onChange={keep} />
      {ids.length < most ? (
        <Combobox
          id={id}
          describedBy={describedBy}
          label={label}
          options={entries.filter((entry) => !ids.includes(entry.id))}
          selected={undefined}
          placeholder={t('Add…')}
          onSelect={(option) => option && keep([...ids, option.id])}
        />
      ) : (
        <p className="help">{t('At most {most}: to add another, remove one first.', { most })}</p>
      )}
      <p className="links">
        <NewEntryLink to={to} />
      </p>
    </div>
  );
}
