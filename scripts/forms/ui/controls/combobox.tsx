/** A choice from a long list, found by typing. Enter takes the marked choice, and nothing where nothing fits. */
import { useCombobox } from 'downshift';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { findNamed, matchOptions, type Option } from '../../values/match-options';
import { attributesOf, type ControlIds } from '../field';
import { useForm } from '../form-context';

interface ComboboxProps extends ControlIds {
  /** The name of the list for screen readers. */
  readonly label: string;
  readonly options: readonly Option[];
  readonly selected: Option | undefined;
  /** Options that are chosen already. Typing the whole name of one selects no other that begins with it. */
  readonly taken?: readonly Option[];
  readonly isRequired?: boolean;
  readonly placeholder?: string | undefined;
  /** Undefined where the choice is taken back. */
  readonly onSelect: (option: Option | undefined) => void;
}

/** The most choices that are shown: more are found by typing. */
const mostShown = 100;

export function Combobox(props: ComboboxProps) {
  const { id, label, options, selected, taken = [], placeholder, onSelect } = props;
  const { t } = useForm();
  /** What was typed since the last choice. */
  const [typed, setTyped] = useState<string>();
  const isTaken = findNamed(taken, typed ?? '') !== undefined;
  const matches = useMemo(
    () => (isTaken ? [] : matchOptions(options, typed ?? '').slice(0, mostShown)),
    [options, typed, isTaken],
  );
  const { isOpen, highlightedIndex, getInputProps, getMenuProps, getItemProps, getToggleButtonProps } =
    useCombobox<Option>({
      inputId: id,
      labelId: `${id}-label`,
      items: [...matches],
      itemToString: (option) => option?.name ?? '',
      itemToKey: (option) => option?.id,
      selectedItem: selected ?? null,
      inputValue: typed ?? selected?.name ?? '',
      stateReducer: (state, { type, changes }) => {
        // Leaving the field takes nothing that wasn't chosen.
        if (type === useCombobox.stateChangeTypes.InputBlur)
          return { ...changes, selectedItem: state.selectedItem, inputValue: state.inputValue };
        // The best match is marked while one types.
        if (type === useCombobox.stateChangeTypes.InputChange)
          return { ...changes, highlightedIndex: changes.inputValue === '' ? -1 : 0 };
        return changes;
      },
      // While a mouse button is down outside, nothing moves away below the pointer: this comes once it is up.
      onStateChange: ({ type }) => type === useCombobox.stateChangeTypes.InputBlur && leave(),
    });
  /** In the event itself: what Downshift tells of it comes later, when more may have been typed. */
  const choose = (option: Option) => {
    setTyped(undefined);
    onSelect(option);
  };
  const followKeys = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') setTyped(undefined);
    const marked = isOpen ? matches[highlightedIndex] : undefined;
    if (key === 'Enter' && marked) choose(marked);
  };
  const leave = () => {
    const text = typed?.trim();
    setTyped(undefined);
    if (text === undefined) return;
    if (text === '') return onSelect(undefined);
    const named = findNamed(options, text);
    if (named) onSelect(named);
  };
  return (
    <div className="combobox">
      <div className="combobox-input">
        <input
          {...getInputProps({
            onChange: ({ currentTarget }) => setTyped(currentTarget.value),
            onKeyDown: followKeys,
            onBlur: () => isOpen || leave(),
            onFocus: ({ currentTarget }) => currentTarget.select(),
            ...attributesOf(props),
            placeholder,
            spellCheck: false,
          })}
        />
        <button type="button" className="combobox-toggle" {...getToggleButtonProps({ 'aria-label': label })}>
          ▾
        </button>
      </div>
      <ul {...getMenuProps({ 'aria-label': label })} className="combobox-list" hidden={!isOpen}>
        {isOpen &&
          matches.map((option, index) => (
            <li
              key={option.id}
              {...getItemProps({ item: option, index, onClick: () => choose(option) })}
              className={index === highlightedIndex ? 'is-marked' : undefined}
            >
              {option.name}
              {option.note && <span className="note"> {option.note}</span>}
            </li>
          ))}
      </ul>
      {isOpen && matches.length === 0 && <p className="combobox-none">{t('Nothing in the list fits.')}</p>}
      <span role="status" className="hidden">
        {typed && t('Found: {n}', { n: matches.length })}
      </span>
    </div>
  );
}
