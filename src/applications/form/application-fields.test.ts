import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomRuns } from '@scripts/test/random-runs';
import { applicationFields, applicationSchema } from './application-fields';
import { checkAnswers } from './field-rules';

const fields = applicationFields({
  languages: [
    { language: 'fr', required: true },
    { language: 'km', required: false },
  ],
  questions: 2,
});

const good = {
  name: 'Awa Diop',
  email: 'awa@example.org',
  country: 'SN',
  language_fr: 'native',
  availability: '4 hours, evenings',
  motivation: 'I have translated health leaflets for six years.',
  answer_1: 'At home.',
  answer_2: 'បង់រុំ',
  consent: 'yes',
};

describe('applicationFields', () => {
  it('asks in a fixed order, a level for each language and a text for each question', () => {
    expect(fields.map(({ name }) => name)).toEqual([
      'name',
      'email',
      'country',
      'language_fr',
      'language_km',
      'other_languages',
      'availability',
      'motivation',
      'answer_1',
      'answer_2',
      'consent',
    ]);
  });

  it('asks for the level of a language that is only welcome, and takes silence', () => {
    const required = Object.fromEntries(fields.map((rule) => [rule.name, rule.required]));
    expect(required).toMatchObject({ language_fr: true, language_km: false, other_languages: false });
  });
});

describe('applicationSchema', () => {
  const schema = applicationSchema(fields);

  it('takes a good application, cleaned and without what nobody asked for', () => {
    const parsed = schema.parse({ ...good, name: ' Awa Diop ', role: 'admin' });
    expect(parsed).toEqual({ ...good, language_km: '', other_languages: '' });
  });

  it('names the field and the code of each problem', () => {
    const result = schema.safeParse({
      ...good,
      name: 'Awa\r\nBcc: x@y.zz',
      email: 'nobody',
      consent: undefined,
    });
    expect(result.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['name', 'line'],
      ['email', 'email'],
      ['consent', 'required'],
    ]);
  });

  it('refuses what is no text', () => {
    expect(schema.safeParse({ ...good, name: ['a', 'b'] }).success).toBe(false);
    expect(schema.safeParse({ ...good, name: 7 }).success).toBe(false);
    expect(schema.safeParse('name=Awa').success).toBe(false);
  });

  it('agrees with the form on every input', () => {
    const answer = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 50 }),
      fc.constantFrom('yes', 'good', 'SN', 'a@b.cd', '\u200B', 'x'.repeat(41), 'x'.repeat(3001), ' \r\n'),
    );
    const form = fc.record(Object.fromEntries(fields.map(({ name }) => [name, answer])), {
      requiredKeys: [],
    });
    fc.assert(
      fc.property(form, (given) => {
        const here = checkAnswers(fields, given);
        const there = schema.safeParse(given);
        expect(
          there.error?.issues.map(({ path, message }) => ({ name: path[0], code: message })) ?? [],
        ).toEqual(here.problems);
        if (there.success) expect(there.data).toEqual(here.answers);
      }),
      { numRuns: randomRuns(300) },
    );
  });
});
