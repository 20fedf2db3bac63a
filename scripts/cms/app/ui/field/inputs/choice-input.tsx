/** One of several choices: buttons for a few, a list for more, a list with a filter for very many. */
import { useId } from 'react';
import type { Input, Term } from '@scripts/forms/describe/description';
import { useWords } from '../../language';
import type { ControlProps } from './control-props';
import { focusFirst } from '../focus';
import { findName } from '../problems';
import { SearchList } from './search-list';
import { isEmpty, quote } from '../value';

/** The most choices that are shown as radio buttons. */
const fewChoices = 5;

interface ChoiceProps extends ControlProps<Extract<Input, { readonly kind: 'choice' }>> {
  /** The id of the control where a label names it. */
  readonly id?: string;
  /** The choice that holds where nothing is said. */
  readonly fallback?: unknown;
  /** True within a group, where a list takes less room. */
  readonly isCompact?: boolean;
}

export function ChoiceInput(props: ChoiceProps) {
  const words = useWords();
  const { control, value, isCompact = false, fallback } = props;
  const terms = words.model.vocabularies[control.vocabulary] ?? [];
  const shown = isEmpty(value) ? fallback : value;
  const isKnown = findName(words, control.vocabulary, shown) !== undefined;
  // A stored value stays visible although it can't be chosen.
  const stored: readonly Term[] = isEmpty(shown) || isKnown ? [] : [[quote(shown), quote(shown)]];
  const all = [...terms, ...stored];
  const current = isEmpty(shown) ? '' : quote(shown);
  if (control.search) return <SearchedChoice {...props} terms={terms} />;
  return !isCompact && terms.length <= fewChoices ? (
    <Radios {...props} terms={all} current={current} />
  ) : (
    <Select {...props} terms={all} current={current} />
  );
}

interface ListedProps extends ChoiceProps {
  readonly terms: readonly Term[];
  readonly current: string;
}

function ClearButton({
  isDisabled,
  onChange,
}: {
  readonly isDisabled: boolean;
  readonly onChange: (value: undefined) => void;
}) {
  const { t } = useWords();
  return (
    <button
      type="button"
      disabled={isDisabled}
      onClick={({ currentTarget }) => {
        onChange(undefined);
        focusFirst(currentTarget.closest('fieldset, [role=group], main'));
      }}
    >
      {t('Clear')}
    </button>
  );
}

function Radios(props: ListedProps) {
  const { label, terms, current, isDisabled, isRequired, describedBy, onChange } = props;
  const name = useId();
  return (
    <fieldset className="radios" disabled={isDisabled} aria-describedby={describedBy}>
      <legend className="hidden">{label}</legend>
      {terms.map(([id, text]) => (
        <label key={id}>
          <input type="radio" name={name} checked={id === current} onChange={() => onChange(id)} />
          {text}
        </label>
      ))}
      {!isRequired && current !== '' && <ClearButton isDisabled={isDisabled} onChange={onChange} />}
    </fieldset>
  );
}

function Select({ id, label, terms, current, isDisabled, isRequired, describedBy, onChange }: ListedProps) {
  const { t } = useWords();
  return (
    <select
      id={id}
      aria-label={id === undefined ? label : undefined}
      aria-describedby={describedBy}
      aria-required={isRequired}
      value={current}
      disabled={isDisabled}
      onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
    >
      <option value="">{t('Nothing chosen')}</option>
      {terms.map(([term, text]) => (
        <option key={term} value={term}>
          {text}
        </option>
      ))}
    </select>
  );
}

function SearchedChoice(props: ChoiceProps & { readonly terms: readonly Term[] }) {
  const words = useWords();
  const { label, control, value, terms, isDisabled, isRequired, describedBy, onChange } = props;
  const isChosen = !isEmpty(value);
  // Most organizations ask people of their own place to write.
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const suggestion = terms.find(([id]) => id === timeZone);
  return (
    <div>
      <p className="chosen-one">
        <strong>
          {isChosen
            ? (findName(words, control.vocabulary, value) ?? quote(value))
            : words.t('Nothing chosen')}
        </strong>
        {isChosen && !isRequired && <ClearButton isDisabled={isDisabled} onChange={onChange} />}
      </p>
      {suggestion && !isChosen && (
        <button
          type="button"
          disabled={isDisabled}
          onClick={({ currentTarget }) => {
            onChange(suggestion[0]);
            focusFirst(currentTarget.closest('[role=group], main'));
          }}
        >
          {suggestion[1]}
        </button>
      )}
      <SearchList
        label={label}
        terms={terms}
        chosen={[value]}
        isMultiple={false}
        isFull={false}
        isDisabled={isDisabled}
        describedBy={describedBy}
        opensOnTyping
        onToggle={onChange}
      />
    </div>
  );
}
