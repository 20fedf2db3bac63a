/**
 * The form for what a visitor can do. Each answer is saved on the device at once; there is no button to send, since
 * nothing is sent.
 */
import { useEffect, useState } from 'react';
import { interpolate } from '@/i18n/interpolate';
import { offsetText } from '@/i18n/format/offset';
import { zonePlace } from '@/i18n/format/zone-place';
import { isEmptyProfile } from '../fit/fit-check';
import { FitAnswers } from './FitAnswers';
import { saveFitAnswer } from '../fit/fit-answers.client';
import type { FitProps } from './fit-props';
import { profileFromAnswers, questionId } from '../storage/fit/fit-store';
import { deviceTimeZone, utcOffsetAt } from '../fit/fit-zone';
import type { StorageOutcome } from '../storage/storage.client';
import { useFitAnswers } from './use-fit-answers.client';

/** The readable name of the device's time zone; empty until the page runs in a browser. */
function useZoneName(pattern: string, places: FitProps['zonePlaces']): string {
  const [name, setName] = useState('');
  useEffect(() => {
    const zone = deviceTimeZone();
    const place = places[zone] ?? zonePlace(zone);
    const offset = utcOffsetAt(zone, Date.now());
    setName(
      offset === undefined ? place : interpolate(pattern, { place, offset: `UTC${offsetText(offset)}` }),
    );
  }, [pattern, places]);
  return name;
}

export default function FitForm(props: FitProps) {
  const { strings, options, levels, hoursLimits, zonePlaces, searchPath } = props;
  const answers = useFitAnswers();
  const profile = profileFromAnswers(answers ?? []);
  const zone = useZoneName(strings.zoneName, zonePlaces);
  const [announcement, announce] = useState('');
  const [problem, setProblem] = useState<Exclude<StorageOutcome, 'stored'>>();

  const answer = (id: string, value: string | undefined, name: string) => {
    const outcome = saveFitAnswer(id, value);
    setProblem(outcome === 'stored' ? undefined : outcome);
    announce(
      outcome !== 'stored'
        ? ''
        : value === undefined
          ? interpolate(strings.removed, { name })
          : `${name}. ${strings.kept}`,
    );
  };
  const list = (kind: 'language' | 'skill' | 'from', given: ReadonlyMap<string, string>) => (
    <FitAnswers
      kind={kind}
      listStrings={strings[kind]}
      strings={strings}
      options={options[kind]}
      levels={kind === 'from' ? undefined : levels[kind]}
      answers={given}
      isReady={answers !== undefined}
      answer={(about, value, name) => answer(questionId(kind, about), value, name)}
    />
  );

  return (
    <div className={answers ? 'fit-form fit-ready' : 'fit-form'}>
      <p role="status" className="visually-hidden">
        {announcement}
      </p>
      {problem && (
        <p className="notice" role="alert">
          {strings[problem]}
        </p>
      )}
      {list('language', profile.languages)}
      {list('skill', profile.skills)}
      <section className="fit-part" aria-labelledby="fit-hours">
        <h2 id="fit-hours">{strings.hours}</h2>
        <p className="fit-add">
          <label htmlFor="fit-hours-choice">{strings.hoursLabel}</label>
          <select
            id="fit-hours-choice"
            value={profile.hours ?? ''}
            disabled={!answers}
            onChange={({ currentTarget: { value } }) =>
              answer('hours', value === '' ? undefined : value, strings.hoursLabel)
            }
          >
            <option value="">{strings.hoursNone}</option>
            {hoursLimits.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </p>
        {zone !== '' && <p className="fit-hint">{interpolate(strings.zone, { zone })}</p>}
      </section>
      {options.from.length > 0 && list('from', new Map([...profile.from].map((code) => [code, 'yes'])))}
      <p className="fit-see">
        {isEmptyProfile(profile) ? (
          strings.seeHint
        ) : (
          <a className="button button-primary" href={searchPath}>
            {strings.see}
          </a>
        )}
      </p>
    </div>
  );
}
