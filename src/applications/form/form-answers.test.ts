import { describe, expect, it } from 'vitest';
import { translator } from '@/i18n/translate';
import { formatSubmissionNumber } from '@/device/storage/application/submission-id';
import { formatAnswers, buildPayload, describeProblems } from './form-answers';
import type { FormField } from './form-props';
import { translateIsland } from '@/i18n/create-translate';
import { formStrings } from './form-strings';

const motivation: FormField = {
  name: 'motivation',
  kind: 'text',
  required: true,
  min: 40,
  max: 3000,
  label: 'Pourquoi vous',
  missing: 'Écrivez quelques phrases.',
};
const country: FormField = { ...motivation, name: 'country', kind: 'country', label: 'Pays' };

describe('describeProblems', () => {
  const t = translateIsland('fr', formStrings(translator('fr')));
  const fields = [motivation];

  it('has the field’s own words for a missing answer', () => {
    expect(describeProblems([{ name: 'motivation', code: 'required' }], {}, fields, t)).toEqual([
      { name: 'motivation', message: 'Écrivez quelques phrases.' },
    ]);
  });

  it('says how long it is and may be, as the language writes numbers', () => {
    const [told] = describeProblems(
      [{ name: 'motivation', code: 'long' }],
      { motivation: 'x'.repeat(3456) },
      fields,
      t,
    );
    expect(told?.message.replaceAll(/\s/g, ' ')).toBe(
      'Pourquoi vous : 3 000 caractères au plus. Vous en avez écrit 3 456.',
    );
  });

  it('leaves out problems of fields that the form doesn’t have', () => {
    expect(describeProblems([{ name: 'ghost', code: 'refused' }], {}, fields, t)).toEqual([]);
  });
});

describe('buildPayload', () => {
  it('sends in the form’s order, cleaned, without empty answers, and the id last', () => {
    const entries: [string, string][] = [
      ['name', ' Awa '],
      ['other_languages', ''],
      ['opportunity', 'o'],
      ['_gotcha', ''],
    ];
    const marks = { id: 'id-1', seconds: 95, subject: 'Application: x – Awa' };
    const payload = buildPayload(entries, { name: 'Awa', other_languages: '' }, marks);
    expect(Object.entries(payload)).toEqual([
      ['name', 'Awa'],
      ['opportunity', 'o'],
      ['_subject', `Application: x – Awa [${formatSubmissionNumber('id-1')}]`],
      ['seconds', '95'],
      ['number', formatSubmissionNumber('id-1')],
      ['submission_id', 'id-1'],
    ]);
  });

  it('says after which application it follows', () => {
    const marks = { id: 'b', followsUp: 'a', seconds: 3, subject: 's' };
    expect(buildPayload([], {}, marks)).toMatchObject({ follow_up_to: 'a', submission_id: 'b' });
  });
});

describe('formatAnswers', () => {
  it('says that the person agrees', () => {
    const consent: FormField = { ...motivation, name: 'consent', kind: 'agree', label: 'J’accepte.' };
    expect(formatAnswers([consent], { consent: 'yes' }, ['Page: x'])).toBe('J’accepte.\n✓\n\nPage: x\n');
  });

  it('writes choices by their names', () => {
    const message = formatAnswers(
      [{ ...country, options: [['SN', 'Sénégal']] }, motivation],
      { country: 'SN', motivation: 'a\nb' },
      ['Page: x'],
    );
    expect(message).toBe('Pays\nSénégal\n\nPourquoi vous\na\nb\n\nPage: x\n');
  });
});
