/** The search box. Its suggestions are loaded with the first letter; on failure it is a plain box. */
import { useState, type RefObject, type SubmitEvent } from 'react';
import { maxQueryLength } from '../facets/search-address';
import type { Dictionary } from '../query/dictionary';
import type { SearchIslandProps } from '../page/search-props';
import type { Suggestion } from '../query/suggest';
import { useLazyParts } from '../hooks/use-lazy-parts.client';

interface Props {
  readonly props: SearchIslandProps;
  readonly box: RefObject<HTMLInputElement | null>;
  /** Loads the words of the index. */
  readonly dictionary: () => Promise<Dictionary>;
  readonly submit: () => void;
  /** `isTouch` where it was chosen with a finger. */
  readonly choose: (suggestion: Suggestion, isTouch: boolean) => void;
}

export function SearchBox({ props, box, dictionary, submit, choose }: Props) {
  const { t } = props;
  const [hasTyped, setHasTyped] = useState(false);
  /** The text to complete; undefined if nothing should be suggested. */
  const [typed, setTyped] = useState<string>();
  const Suggestions = useLazyParts(hasTyped)?.Suggestions;

  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    setTyped(undefined);
    submit();
  };

  return (
    <form className="search-words" onSubmit={onSubmit}>
      <label htmlFor="search-q">{t('search.label')}</label>
      <p id="search-hint" className="search-hint">
        {t('search.hint')}
      </p>
      <div className="search-line">
        {/* The suggestions themselves set whether they are open, and which one is active. */}
        <input
          ref={box}
          id="search-q"
          name="q"
          type="search"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded="false"
          dir="auto"
          maxLength={maxQueryLength}
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
          {t('search.button')}
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
