import { HtmlValidate } from 'html-validate';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { locales } from '@/i18n/locales';
import { messageForms, type MessageForm } from '@/i18n/routes';
import { translator } from '@/i18n/translate';
import { contentTypes } from '@/model/types/types';
import { ApplicationForm } from '../form/ApplicationForm';
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
  it.each(messageForms.flatMap((form) => locales.map((locale) => [form, locale] as const)))(
    'is valid HTML with a label and words for every field (%s, %s)',
    async (form, locale) => {
      const html = renderToStaticMarkup(
        <ApplicationForm {...propsOf(form, locale)} t={translator(locale)} />,
      );
      const validator = new HtmlValidate({
        extends: ['html-validate:standard', 'html-validate:a11y'],
        rules: {
          'attribute-boolean-style': 'off',
          'void-style': 'off',
          'attr-case': 'off',
          'long-title': 'off',
        },
      });
      const page = `<!DOCTYPE html><html lang="${locale}"><head><title>t</title></head><body><main>${html}</main></body></html>`;
      const { results } = await validator.validateString(page);
      expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
      const fields = propsOf(form, locale).sections.flatMap((section) => section.fields);
      expect(fields.filter(({ label, missing }) => !label || !missing)).toEqual([]);
      expect(fields.map(({ name }) => name)).toEqual(namesIn(form));
    },
  );

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
