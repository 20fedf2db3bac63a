/** Links to other entries, which are found by their titles in every language. */
import type { ContentTypeName } from '@/model/types/entry';
import type { Option } from '../../values/match-options';
import { isEmpty, textOf } from '../../values/values';
import type { ControlProps } from '../field';
import { useForm, useFormHost } from '../form-context';
import { useFresh } from '../use-fresh';
import { ChosenInput } from './chosen-input';
import { Combobox } from './combobox';

interface LinksProps {
  readonly to: ContentTypeName;
  /** The chosen entry, if there is only one. */
  readonly chosen?: Option | undefined;
}

/** Lead to the form of the chosen entry or of a new one, in another tab: this form stays as it is. */
function EntryLinks({ to, chosen }: LinksProps) {
  const { t, forms } = useForm();
  const { entryHref } = useFormHost();
  if (!entryHref) return null;
  return (
    <p className="bar">
      {chosen && (
        <a href={entryHref(to, chosen.id)} target="_blank" rel="noreferrer">
          {t('Open “{name}”', { name: chosen.name })}
        </a>
      )}
      <a href={entryHref(to)} target="_blank" rel="noreferrer">
        {t('New entry: {type}', { type: forms.types[to].label })}
      </a>
    </p>
  );
}

export function ReferenceInput({ input: { to }, ...props }: ControlProps<'reference'>) {
  const { value, onChange } = props;
  const { entries: read } = useFormHost();
  const { value: entries } = useFresh(() => read(to), [read, to]);
  const current = textOf(value);
  const known = entries?.find((entry) => entry.id === current);
  return (
    <>
      <Combobox
        {...props}
        options={entries ?? []}
        selected={known ?? (isEmpty(value) ? undefined : { id: current, name: entries ? current : '…' })}
        onSelect={(option) => onChange(option?.id)}
      />
      <EntryLinks to={to} chosen={known} />
    </>
  );
}

export function ReferencesInput(props: ControlProps<'references'>) {
  const { to } = props.input;
  const { entries: read, entryHref } = useFormHost();
  const { value: entries = [] } = useFresh(() => read(to), [read, to]);
  return (
    <>
      <ChosenInput {...props} options={entries} hrefOf={entryHref && ((id) => entryHref(to, id))} />
      <EntryLinks to={to} />
    </>
  );
}
