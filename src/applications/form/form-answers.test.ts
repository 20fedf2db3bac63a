import { describe, expect, it } from 'vitest';
import { translator } from '@/i18n/translate';
import { readableNumber } from '@/device/storage/application/submission-id';
import { letterOf, payloadOf, tell } from './form-answers';
import type { FieldView } from './form-props';
import { formWords } from './form-words';

const motivation: FieldView = {
  name: 'motivation',
  kind: 'text',
  required: true,
  min: 40,
  max: 3000,
  label: 'Pourquoi vous',
  missing: 'Écrivez quelques phrases.',
};
const country: FieldView = {
  name: 'country',
  kind: 'country',
  required: true,
  max: 2,
  label: 'Pays',
  missing: 'Choisissez.',
};

describe('tell', () => {
  const form = { fields: [motivation], words: formWords(translator('fr')), locale: 'fr' };

  it('has the field’s own words for a missing answer', () => {
    expect(tell([{ name: 'motivation', code: 'required' }], {}, form)).toEqual([
      { name: 'motivation', message: 'Écrivez quelques phrases.' },
    ]);
  });

  it('says how long it is and may be, as the language writes numbers', () => {
    const [told] = tell([{ name: 'motivation', code: 'long' }], { motivation: 'x'.repeat(3456) }, form);
    expect(told?.message.replaceAll(/\s/g, ' ')).toBe(
      'Pourquoi vous : 3 000 caractères au plus. Vous en avez écrit 3 456.',
    );
  });

  it('leaves out problems of fields that the form doesn’t have', () => {
    expect(tell([{ name: 'ghost', code: 'refused' }], {}, form)).toEqual([]);
  });
});

describe('payloadOf', () => {
  it('sends in the form’s order, cleaned, without empty answers, and the id last', () => {
    const entries: [string, string][] = [
      ['name', ' Awa '],
      ['other_languages', ''],
      ['opportunity', 'o'],
      ['_gotcha', ''],
    ];
    const marks = { id: 'id-1', seconds: 95, subject: 'Application: x – Awa' };
    const payload = payloadOf(entries, { name: 'Awa', other_languages: '' }, marks);
    expect(Object.entries(payload)).toEqual([
      ['name', 'Awa'],
      ['opportunity', 'o'],
      ['_subject', `Application: x – Awa [${readableNumber('id-1')}]`],
      ['seconds', '95'],
      ['number', readableNumber('id-1')],
      ['submission_id', 'id-1'],
    ]);
  });

  it('says after which application it follows', () => {
    const marks = { id: 'b', followsUp: 'a', seconds: 3, subject: 's' };
    expect(payloadOf([], {}, marks)).toMatchObject({ follow_up_to: 'a', submission_id: 'b' });
  });
});

describe('letterOf', () => {
  it('says that the person agrees', () => {
    const consent = {
      name: 'consent',
      kind: 'agree',
      required: true,
      max: 3,
      label: 'J’accepte.',
      missing: '',
    };
    expect(letterOf([consent as FieldView], { consent: 'yes' }, ['Page: x'])).toBe(
      'J’accepte.\n✓\n\nPage: x\n',
    );
  });

  it('writes choices by their names', () => {
    const letter = letterOf(
      [{ ...country, options: [['SN', 'Sénégal']] }, motivation],
      { country: 'SN', motivation: 'a\nb' },
      ['Page: x'],
    );
    expect(letter).toBe('Pays\nSénégal\n\nPourquoi vous\na\nb\n\nPage: x\n');
  });
});
