/** Several of a vocabulary: boxes to tick for a few, a search that adds for many. */
import { isEmpty } from '../../values/values';
import type { ControlIds } from '../field';
import { useForm } from '../form-context';
import { useTerms } from './choice-input';
import { ChosenList } from './chosen-list';
import { Combobox } from './combobox';

/** The most choices that are shown as boxes. */
const fewChoices = 8;

interface ChoicesInputProps extends ControlIds {
  readonly label: string;
  readonly vocabulary: string;
  readonly value: unknown;
  readonly most: number;
  readonly onChange: (value: readonly string[] | undefined) => void;
}

export function ChoicesInput({ label, vocabulary, value, most, onChange, ...ids }: ChoicesInputProps) {
  const { t } = useForm();
  const terms = useTerms(vocabulary);
  const chosenIds: readonly string[] = Array.isArray(value)
    ? value.map(String)
    : isEmpty(value)
      ? []
      : [String(value)];
  const keep = (next: readonly string[]) => onChange(next.length > 0 ? next : undefined);
  const isTerm = (one: string) => terms.some((term) => term.id === one);
  const nameOf = (one: string) => terms.find((term) => term.id === one) ?? { id: one, name: one };
  if (terms.length <= fewChoices) {
    const known = chosenIds.filter(isTerm);
    // What is no choice has no box, and can be taken out.
    const unknown = chosenIds.filter((one) => !isTerm(one));
    return (
      <>
        <ChosenList chosen={unknown.map(nameOf)} onChange={(left) => keep([...known, ...left])} />
        <div className="boxes">
          {terms.map((term) => (
            <label key={term.id}>
              <input
                type="checkbox"
                checked={chosenIds.includes(term.id)}
                disabled={!chosenIds.includes(term.id) && chosenIds.length >= most}
                onChange={({ target }) =>
                  keep(target.checked ? [...chosenIds, term.id] : chosenIds.filter((one) => one !== term.id))
                }
              />
              {term.name}
            </label>
          ))}
        </div>
      </>
    );
  }
  return (
    <div data-rows>
      <ChosenList chosen={chosenIds.map(nameOf)} onChange={keep} />
      {chosenIds.length < most ? (
        <Combobox
          {...ids}
          label={label}
          options={terms.filter((term) => !chosenIds.includes(term.id))}
          selected={undefined}
          placeholder={t('Add…')}
          onSelect={(option) => option && keep([...chosenIds, option.id])}
        />
      ) : (
        <p className="help">{t('At most {most}: to add another, remove one first.', { most })}</p>
      )}
    </div>
  );
}
