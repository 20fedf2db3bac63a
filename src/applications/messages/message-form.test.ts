import { describe, expect, it } from 'vitest';
import { locales } from '@/i18n/locales';
import { messageForms, type MessageForm } from '@/i18n/routes';
import { translator } from '@/i18n/translate';
import { contentTypes } from '@/model/types/types';
import { messageSections } from './message-questions';
import { messageForm } from './message-form';

const propsOf = (form: MessageForm, locale: (typeof locales)[number] = 'en') =>
  messageForm(
    {
      t: translator(locale),
      form,
      siteName: 'Service',
      siteUrl: 'https://site.example',
      contactEmail: undefined,
    },
    { action: 'https://forms.example/f/desk' },
  );

const namesIn = (form: MessageForm) =>
  messageSections[form].flatMap(({ fields }) => fields.map(({ name }) => name));

describe('a form for the editors', () => {
  it.each(messageForms)('has words for every field (%s)', (form) => {
    const fields = locales.flatMap((locale) =>
      propsOf(form, locale).sections.flatMap((section) => section.fields),
    );
    expect(fields.filter(({ label, missing }) => !label || !missing)).toEqual([]);
    expect([...new Set(fields.map(({ name }) => name))]).toEqual(namesIn(form));
  });

  it('asks for yes or no where a question has no answer', () => {
    const fields = propsOf('register', 'fr').sections.flatMap((section) => section.fields);
    const missingOf = (name: string) => fields.find((field) => field.name === name)?.missing;
    expect(missingOf('eligible_benefit')).toMatch(
      /^Répondez par oui ou par non.: Votre travail profite-t-il/u,
    );
    expect(missingOf('organization_name')).toMatch(/^À compléter.: /u);
  });

  it('asks nothing twice', () => {
    for (const form of messageForms) expect(namesIn(form)).toEqual([...new Set(namesIn(form))]);
  });

  it('asks a proposal for all that an opportunity must have', () => {
    const { localized, shared } = contentTypes.opportunity;
    const given = new Set([...namesIn('propose').map((name) => name.split('.')[0]), 'languages']);
    const isOptional = (schema: { safeParse: (value: unknown) => { success: boolean } }) =>
      schema.safeParse(undefined).success;
    const missing = Object.entries({ ...localized.shape, ...shared.shape })
      .filter(([name, schema]) => !given.has(name) && !isOptional(schema as never))
      .map(([name]) => name);
    // Explained by the form and the import themselves
    expect(missing.toSorted()).toEqual(['originalLanguage', 'posted', 'status', 'updated']);
  });

  it('says what it is for, and of which type an entry would be', () => {
    expect(Object.fromEntries(propsOf('propose', 'fr').hidden)).toMatchObject({
      purpose: 'propose',
      type: 'opportunity',
      originalLanguage: 'fr',
      _next: 'https://site.example/fr/bien-recu/#sent',
    });
    expect(propsOf('write').hidden.map(([name]) => name)).not.toContain('type');
  });
});
