/** The answers of one kind: those given, each with its level, and a way to add one. */
import { useEffect, useRef, useState } from 'react';
import type { IslandTranslate } from '@/i18n/create-translate';
import type { FitOption } from './build-fit-props';

interface Props {
  readonly kind: 'language' | 'skill' | 'from';
  readonly t: IslandTranslate<'fit.'>;
  /** All choices. */
  readonly options: readonly FitOption[];
  /** The levels; none for a yes-or-no answer. */
  readonly levels?: readonly FitOption[] | undefined;
  /** The given answers by id: a level, or `yes`. */
  readonly answers: ReadonlyMap<string, string>;
  /** False until the page can save an answer; earlier input would be lost. */
  readonly isReady: boolean;
  /** Saves an answer, or deletes it. */
  readonly answer: (id: string, value: string | undefined, name: string) => void;
}

/** The name of a kind in keys of strings. */
const parts = { language: 'languages', skill: 'skills', from: 'from' } as const;

/** The initial level: most people who add a language know it well enough to work in it. */
const firstLevel = { language: 'good', skill: 'some', from: 'yes' } as const;

export function FitAnswers(props: Props) {
  const { kind, t, options, levels, answers, isReady, answer } = props;
  const part = parts[kind];
  const [choice, choose] = useState('');
  const [added, setAdded] = useState<string>();
  const list = useRef<HTMLUListElement>(null);
  const adding = useRef<HTMLSelectElement>(null);
  const name = (id: string) => options.find((option) => option.id === id)?.label ?? id;
  const order = (id: string) => options.findIndex((option) => option.id === id);
  const given = [...answers].sort(([a], [b]) => order(a) - order(b));

  useEffect(() => {
    // Focuses the next question about the answer just added.
    if (added !== undefined)
      list.current?.querySelector<HTMLElement>(`[data-about="${added}"] select`)?.focus();
  }, [added]);

  const add = () => {
    if (choice === '') {
      adding.current?.focus();
      return;
    }
    answer(choice, firstLevel[kind], name(choice));
    setAdded(levels ? choice : undefined);
    choose('');
  };

  return (
    <section className="fit-part" aria-labelledby={`fit-${kind}`}>
      <h2 id={`fit-${kind}`}>{t(`fit.${part}`)}</h2>
      <p className="fit-hint">{t(`fit.${part}.hint`)}</p>
      {given.length > 0 && (
        <ul ref={list} className="fit-answers">
          {given.map(([id, value]) => (
            <li key={id} data-about={id}>
              <strong id={`fit-${kind}-${id}`}>{name(id)}</strong>
              {levels && (
                <select
                  aria-label={t('fit.level', { name: name(id) })}
                  value={value}
                  onChange={(event) => answer(id, event.currentTarget.value, name(id))}
                >
                  {levels.map((level) => (
                    <option key={level.id} value={level.id}>
                      {level.label}
                    </option>
                  ))}
                </select>
              )}
              <button
                type="button"
                className="button fit-remove"
                aria-label={t('fit.remove', { name: name(id) })}
                onClick={() => {
                  answer(id, undefined, name(id));
                  setAdded(undefined);
                  adding.current?.focus();
                }}
              >
                <span aria-hidden="true">×</span>
              </button>
              {levels?.map(
                (level) =>
                  level.id === value &&
                  level.hint && (
                    <small key={level.id} className="fit-hint">
                      {level.hint}
                    </small>
                  ),
              )}
            </li>
          ))}
        </ul>
      )}
      <p className="fit-add">
        <label htmlFor={`fit-${kind}-add`}>{t(`fit.${part}.add`)}</label>
        <select
          ref={adding}
          id={`fit-${kind}-add`}
          value={choice}
          disabled={!isReady}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <option value="">{t('fit.choose')}</option>
          {options
            .filter(({ id }) => !answers.has(id))
            .map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
        </select>
        <button
          type="button"
          className="button"
          aria-label={t(`fit.${part}.add`)}
          disabled={!isReady}
          onClick={add}
        >
          {t('fit.add')}
        </button>
      </p>
    </section>
  );
}
