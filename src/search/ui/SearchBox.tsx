/** The box for words. What it suggests while one types is loaded with the first letter; without that, it is a box. */
import { useState, type RefObject, type SubmitEvent } from 'react';
import { maxWords } from '../facets/address';
import type { Dictionary } from '../query/dictionary';
import type { SearchProps } from '../page/props';
import type { Suggestion } from '../query/suggest';
import { useLater } from '../hooks/use-later.client';

interface Props {
  readonly props: SearchProps;
  readonly box: RefObject<HTMLInputElement | null>;
  /** The words of the index; undefined where there is none to ask. */
  readonly dictionary: () => Promise<Dictionary> | undefined;
  readonly submit: () => void;
  /** `isTouch` where it was chosen with a finger. */
  readonly choose: (suggestion: Suggestion, isTouch: boolean) => void;
}

const loadSuggestions = async () => (await import('../page/later.client')).Suggestions;

export function SearchBox({ props, box, dictionary, submit, choose }: Props) {
  const { strings } = props;
  const [hasTyped, setHasTyped] = useState(false);
  /** What is to be completed; undefined where nothing is to be suggested. */
  const [typed, setTyped] = useState<string>();
  const Suggestions = useLater(loadSuggestions, hasTyped);

  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    setTyped(undefined);
    submit();
  };

  return (
    <form className="search-words" onSubmit={onSubmit}>
      <label htmlFor="search-q">{strings.label}</label>
      <p id="search-hint" className="search-hint">
        {strings.hint}
      </p>
      <div className="search-line">
        {/* The suggestions say themselves whether they are open, and which of them is meant. */}
        <input
          ref={box}
          id="search-q"
          name="q"
          type="search"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded="false"
          dir="auto"
          maxLength={maxWords}
          enterKeyHint="search"
          autoComplete="off"
          aria-describedby="search-hint"
          onInput={(event) => {
            setHasTyped(true);
            setTyped(event.currentTarget.value);
          }}
          onBlur={() => setTyped(undefined)}
        />
        <button className="button button-primary" type="submit">
          {strings.button}
        </button>
        {Suggestions && box.current && (
          <Suggestions
            props={props}
            box={box.current}
            typed={typed}
            setTyped={setTyped}
            dictionary={dictionary}
            choose={choose}
          />
        )}
      </div>
    </form>
  );
}
