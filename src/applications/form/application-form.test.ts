import { describe, expect, it } from 'vitest';
import { locales } from '@/i18n/locales';
import { translator } from '@/i18n/translate';
import { applicationForm, emailLabels, applicationSubject } from './application-form';
import type { FormFile } from './form-props';
import { formFile, formStrings } from './form-strings';
import { opportunityFixture } from './opportunity.fixture';

const destination = { action: 'https://f.example/f/abc' };

function propsIn(locale: (typeof locales)[number], changes = {}, attachmentMegabytes?: number) {
  const facts = {
    attachmentMegabytes,
    t: translator(locale),
    opportunity: opportunityFixture(locale, changes),
    siteUrl: 'https://site.example',
    contactEmail: 'hello@site.example',
  };
  return applicationForm(facts, destination);
}

const fieldsOf = (props: ReturnType<typeof propsIn>) => props.sections.flatMap(({ fields }) => fields);

describe('applicationForm', () => {
  it.each(locales)('leaves no gap open in %s, but those that the browser fills', (locale) => {
    const props = propsIn(locale);
    const strings = Object.entries(formStrings(translator(locale)));
    const isProblem = ([key]: [string, string]) => key.startsWith('form.problem.');
    expect(JSON.stringify(props)).not.toMatch(/\{\w+\}/);
    const gaps = new Set(JSON.stringify(strings.filter((one) => !isProblem(one))).match(/\{\w+\}/g));
    expect([...gaps].toSorted()).toEqual(['{address}', '{id}', '{name}', '{subject}', '{time}', '{url}']);
    expect(strings.filter(isProblem).every(([, message]) => message.includes('{label}'))).toBe(true);
  });

  it('asks in a fixed order', () => {
    expect(fieldsOf(propsIn('en')).map(({ name }) => name)).toEqual([
      ...['name', 'email', 'country', 'language_fr', 'language_km', 'other_languages'],
      ...['availability', 'motivation', 'answer_1', 'answer_2', 'consent'],
    ]);
  });

  it('asks where one lives only of those who may apply from certain countries alone', () => {
    const isRequired = (applicantCountries: readonly string[]) =>
      fieldsOf(propsIn('en', { applicantCountries })).find(({ name }) => name === 'country')?.required;
    expect([isRequired([]), isRequired(['SN'])]).toEqual([false, true]);
  });

  it('asks for each language once, with what the work needs', () => {
    const fields = fieldsOf(propsIn('en')).filter(({ kind }) => kind === 'choice');
    expect(fields.map(({ name, label, hint, required }) => ({ name, label, hint, required }))).toEqual([
      { name: 'language_fr', label: 'French', hint: 'Level needed: good.', required: true },
      { name: 'language_km', label: 'Khmer', hint: 'A plus; level: fluent.', required: false },
    ]);
    expect(fields[0]?.options?.map(([id]) => id)).toEqual(['none', 'basic', 'good', 'fluent', 'native']);
  });

  it('asks for hours a week, and of what is done once only when', () => {
    const hint = (length?: 'one-off') =>
      fieldsOf(propsIn('en', { length })).find(({ name }) => name === 'availability')?.hint;
    expect(hint()).toMatch(/^Hours a week, and when\./);
    expect(hint('one-off')).toMatch(/^When you could do it\./);
  });

  it('says in which language a question is that has no translation', () => {
    const question = (props: ReturnType<typeof propsIn>) =>
      fieldsOf(props).find(({ name }) => name === 'answer_1');
    expect(question(propsIn('fr', { questionsIn: 'en' }))?.lang).toBe('en');
    expect(question(propsIn('fr'))?.lang).toBeUndefined();
  });

  it('sends what a reader of the mailbox needs, with absolute addresses', () => {
    expect(Object.fromEntries(propsIn('es').hidden)).toEqual({
      question_1: 'Where did you learn Khmer?',
      question_2: 'Why <b>now</b>?',
      opportunity: 'translate-sheets',
      organization: 'riverbank',
      language: 'es',
      page: 'https://site.example/es/o/translate-sheets/',
      _subject: 'Postulación: Translate 24 sheets & “more” (Riverbank Institute)',
      _next: 'https://site.example/es/gracias/#sent',
      _language: 'es',
    });
  });

  describe('where the opportunity asks for a file', () => {
    const asks = { attachment: 'A page that you translated' };
    const fileIn = (...args: Parameters<typeof propsIn>) =>
      fieldsOf(propsIn(...args)).find(({ kind }) => kind === 'file');

    it('says what may be sent, and to whom it goes', () => {
      const file = fileIn('en', asks, 5);
      expect(file).toMatchObject({
        name: 'attachment',
        label: asks.attachment,
        required: false,
        file: { accept: '.pdf,.doc,.docx,.odt,.txt,.jpg,.jpeg,.png', most: 5_000_000 },
      });
      expect(file?.lang).toBeUndefined();
      expect(file?.hint).toContain('at most 5\u00A0MB: PDF, Word');
      expect(file?.hint).toContain('Riverbank Institute');
      expect(file?.file?.strings).toMatch(/^\/assets\/attachment-words\.en\.[0-9a-f]{8}\.json$/);
      expect(Object.fromEntries(propsIn('en', asks, 5).hidden)).toMatchObject({
        attachment_asked: asks.attachment,
      });
    });

    it('asks for it before the box to tick, in the language that it was written in', () => {
      expect(fieldsOf(propsIn('fr', { ...asks, attachmentIn: 'en' }, 5)).at(-2)).toMatchObject({
        name: 'attachment',
        lang: 'en',
      });
    });

    it('asks for none where the forms take none, or the opportunity wants none', () => {
      expect(fileIn('en', asks)).toBeUndefined();
      expect(fileIn('en', {}, 5)).toBeUndefined();
      expect(Object.fromEntries(propsIn('en', asks).hidden)).not.toHaveProperty('attachment_asked');
    });
  });

  it('names every country once, in the language’s order', () => {
    const names = (JSON.parse(formFile(translator('fr')).text) as FormFile).countries.map(([, name]) => name);
    expect(names.length).toBeGreaterThan(240);
    expect(new Set(names).size).toBe(names.length);
    expect(names.indexOf('Équateur')).toBeLessThan(names.indexOf('Espagne'));
  });
});

describe('a message instead of the form', () => {
  it('has the subject and the questions of the form, but for the box to tick', () => {
    const t = translator('en');
    const opportunity = opportunityFixture('en');
    expect(applicationSubject(t, opportunity)).toBe(
      'Application: Translate 24 sheets & “more” (Riverbank Institute)',
    );
    expect(emailLabels(t, opportunity)).toEqual([
      'Your name',
      'Your e-mail address',
      'Country you live in',
      'French (level needed: good)',
      'Khmer (a plus; level: fluent)',
      'Other languages',
      'Your availability',
      'Why you, and why this',
      'Where did you learn Khmer?',
      'Why <b>now</b>?',
    ]);
  });

  it('says what to attach, whatever the forms take', () => {
    const labels = emailLabels(translator('es'), opportunityFixture('es', { attachment: 'Una página' }));
    expect(labels.at(-1)).toBe('Para adjuntar: una página');
  });
});
