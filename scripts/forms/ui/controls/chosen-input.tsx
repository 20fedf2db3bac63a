/** The chosen of many, in their order, each with buttons that move it or take it out, and a search that adds one. */
import { useEffect, useRef, useState } from 'react';
import type { Option } from '../../values/match-options';
import { isEmpty, moveItem } from '../../values/values';
import type { ControlProps } from '../field';
import { useForm } from '../form-context';
import { Combobox } from './combobox';
import { RowButtons } from './row-buttons';

/** The ids in the value of a field. */
export const listOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(String) : isEmpty(value) ? [] : [String(value)];

interface ChosenListProps {
  readonly chosen: readonly Option[];
  /** Gets the ids of those that are left, in their new order. */
  readonly onChange: (ids: readonly string[]) => void;
  readonly hrefOf?: ((id: string) => string) | undefined;
}

/** Tells people who can't see the list what was added or removed. */
function ChangeStatus({ chosen }: Pick<ChosenListProps, 'chosen'>) {
  const { t } = useForm();
  const before = useRef(chosen);
  const [change, setChange] = useState('');
  useEffect(() => {
    const lacks = (list: readonly Option[]) => (option: Option) => list.every(({ id }) => id !== option.id);
    const added = chosen.find(lacks(before.current));
    const removed = before.current.find(lacks(chosen));
    before.current = chosen;
    if (added) setChange(t('Chosen: {name}', { name: added.name }));
    else if (removed) setChange(t('Removed: {name}', { name: removed.name }));
  }, [chosen]);
  return (
    <span role="status" className="hidden">
      {change}
    </span>
  );
}

export function ChosenList({ chosen, onChange, hrefOf }: ChosenListProps) {
  const { t } = useForm();
  const ids = chosen.map(({ id }) => id);
  return (
    <>
      <ChangeStatus chosen={chosen} />
      {chosen.length > 0 && (
        <ol className="bar chosen" aria-label={t('Chosen, in this order')}>
          {chosen.map(({ id, name }, index) => (
            <li key={ids.indexOf(id) === index ? id : index}>
              {hrefOf ? <a href={hrefOf(id)}>{name}</a> : <span>{name}</span>}
              <RowButtons
                name={name}
                index={index}
                length={chosen.length}
                onMove={(by) => onChange(moveItem(ids, index, by))}
                onRemove={() => onChange(ids.toSpliced(index, 1))}
              />
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

interface ChosenInputProps extends ControlProps<'choices' | 'references'> {
  readonly options: readonly Option[];
  readonly hrefOf?: ((id: string) => string) | undefined;
}

export function ChosenInput({ input, value, options, hrefOf, onChange, ...props }: ChosenInputProps) {
  const { t } = useForm();
  const { most } = input;
  const ids = listOf(value);
  const chosen = ids.map((id) => options.find((option) => option.id === id) ?? { id, name: id });
  return (
    <div data-rows>
      <ChosenList chosen={chosen} hrefOf={hrefOf} onChange={onChange} />
      {ids.length < most ? (
        <Combobox
          {...props}
          isRequired={false}
          options={options.filter(({ id }) => !ids.includes(id))}
          selected={undefined}
          taken={chosen}
          placeholder={t('Add…')}
          onSelect={(option) => option && onChange([...ids, option.id])}
        />
      ) : (
        <p className="help">{t('At most {most}: to add another, remove one first.', { most })}</p>
      )}
    </div>
  );
}
