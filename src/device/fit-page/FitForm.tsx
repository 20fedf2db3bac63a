/**
 * The form for what a visitor can do. Each answer is saved on the device at once; there is no button to send, since
 * nothing is sent.
 */
import { useState } from 'react';
import { translateIsland, type IslandTranslate } from '@/i18n/create-translate';
import { offsetText } from '@/i18n/format/offset';
import { zonePlace } from '@/i18n/format/zone-place';
import { FitAnswers } from './FitAnswers';
import type { FitProps } from './build-fit-props';
import { saveFitAnswer } from '../storage/fit/fit-answers.client';
import { fitStore, isEmptyProfile, profileFromAnswers, questionId } from '../storage/fit/fit-store';
import type { StorageProblem } from '../storage/storage.client';
import { useStore } from '../use-store.client';

/** The readable name of the device's time zone, in a browser. */
function zoneName(t: IslandTranslate<'closing.zone'>, places: FitProps['zonePlaces']): string {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const offset = offsetText(-new Date().getTimezoneOffset() / 60);
  return t('closing.zone', { place: places[zone] ?? zonePlace(zone), offset: `UTC${offset}` });
}

export default function FitForm({ locale, strings, options, levels, hoursLimits, ...props }: FitProps) {
  const [t] = useState(() => translateIsland(locale, strings));
  const answers = useStore(fitStore);
  const profile = profileFromAnswers(answers ?? []);
  const [announcement, announce] = useState('');
  const [problem, setProblem] = useState<StorageProblem>();

  const answer = (id: string, value: string | undefined, name: string) => {
    const outcome = saveFitAnswer(id, value);
    setProblem(outcome === 'stored' ? undefined : outcome);
    const done = value === undefined ? t('fit.removed', { name }) : `${name}. ${t('fit.kept')}`;
    announce(outcome === 'stored' ? done : '');
  };
  const list = (kind: 'language' | 'skill' | 'from', given: ReadonlyMap<string, string>) => (
    <FitAnswers
      kind={kind}
      t={t}
      options={options[kind]}
      levels={levels[kind]}
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
          {t(`storage.${problem}`)}
        </p>
      )}
      {list('language', profile.languages)}
      {list('skill', profile.skills)}
      <section className="fit-part" aria-labelledby="fit-hours">
        <h2 id="fit-hours">{t('fit.hours')}</h2>
        <p className="fit-add">
          <label htmlFor="fit-hours-choice">{t('fit.hours.label')}</label>
          <select
            id="fit-hours-choice"
            value={profile.hours ?? ''}
            disabled={!answers}
            onChange={({ currentTarget: { value } }) =>
              answer('hours', value === '' ? undefined : value, t('fit.hours.label'))
            }
          >
            <option value="">{t('fit.hours.none')}</option>
            {hoursLimits.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </p>
        {answers && <p className="fit-hint">{t('fit.zone', { zone: zoneName(t, props.zonePlaces) })}</p>}
      </section>
      {options.from.length > 0 && list('from', new Map([...profile.from].map((code) => [code, 'yes'])))}
      <p className="fit-see">
        {isEmptyProfile(profile) ? (
          t('fit.see.hint')
        ) : (
          <a className="button button-primary" href={props.searchPath}>
            {t('fit.see')}
          </a>
        )}
      </p>
    </div>
  );
}
