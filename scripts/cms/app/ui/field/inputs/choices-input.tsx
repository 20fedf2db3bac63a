/** Several choices in an order: those that are chosen, and below a list to choose from. */
import type { Input } from '@scripts/forms/describe/description';
import { useWords } from '../../language';
import type { ControlProps } from './control-props';
import { findName } from '../problems';
import { RowButtons } from './row-buttons';
import { SearchList } from './search-list';
import { moveItem, quote } from '../value';

type ChoicesProps = ControlProps<Extract<Input, { readonly kind: 'choices' }>>;

export function ChoicesInput({ control, label, value, isDisabled, describedBy, onChange }: ChoicesProps) {
  const words = useWords();
  const { vocabulary, most } = control;
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
  const terms = words.model.vocabularies[vocabulary] ?? [];
  const isFull = chosen.length >= most;
  // Where everything may be chosen, neither the number nor the order matters.
  const isLimited = most < terms.length;
  const faults = chosen.filter((id) => findName(words, vocabulary, id) === undefined);
  return (
    <div>
      {(isLimited ? chosen.length : faults.length) > 0 && (
        <ol className="chosen" aria-label={words.t('Chosen, in this order')}>
          {chosen.map((id, index) => {
            const name = findName(words, vocabulary, id);
            return (
              <li
                key={`${quote(id)} ${chosen.indexOf(id) === index ? '' : index}`}
                className={name === undefined ? 'faulty' : undefined}
              >
                <span>{name ?? quote(id)}</span>
                <RowButtons
                  name={name ?? quote(id)}
                  index={index}
                  length={chosen.length}
                  isDisabled={isDisabled}
                  onMove={(by) => onChange(moveItem(chosen, index, by))}
                  onRemove={() => onChange(chosen.toSpliced(index, 1))}
                />
              </li>
            );
          })}
        </ol>
      )}
      {isLimited && (
        <p className="hint">
          {isFull
            ? words.t('At most {most}: to add another, remove one first.', { most })
            : words.t('At most {most}.', { most })}
        </p>
      )}
      <SearchList
        label={label}
        terms={terms}
        chosen={chosen}
        isMultiple
        isFull={isFull}
        isDisabled={isDisabled}
        describedBy={describedBy}
        onToggle={(id) =>
          onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
        }
      />
    </div>
  );
}
