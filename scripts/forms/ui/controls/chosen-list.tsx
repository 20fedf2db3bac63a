/** The chosen of several, in their order, each with buttons that move it or take it out. */
import { useEffect, useRef, useState } from 'react';
import type { Option } from '../../values/match-options';
import { moveItem } from '../../values/values';
import { useForm } from '../form-context';
import { RowButtons } from './row-buttons';

interface ChosenListProps {
  readonly chosen: readonly Option[];
  /** Gets the ids of those that are left, in their new order. */
  readonly onChange: (ids: readonly string[]) => void;
  readonly hrefOf?: (id: string) => string;
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
        <ol className="chosen" aria-label={t('Chosen, in this order')}>
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
