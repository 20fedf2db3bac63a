import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { translator } from '@/i18n/translate';
import { ApplicationForm } from './ApplicationForm';
import { applicationForm } from './application-form';
import { opportunityFixture } from './opportunity.fixture';

/** The whole HTML is validated in the tests of a build. */
function html(attachment?: string): string {
  const facts = {
    t: translator('en'),
    opportunity: opportunityFixture('en', attachment ? { attachment, attachmentIn: 'es' } : {}),
    attachmentMegabytes: 5,
    siteUrl: 'https://site.example',
    contactEmail: 'hello@site.example',
  };
  const form = applicationForm(facts, { action: 'https://f.example/f/abc' });
  return renderToStaticMarkup(<ApplicationForm {...form} t={facts.t} />);
}

/** Attributes of the control with a name, by lower-case name. */
function control(page: string, name: string): Record<string, string> {
  const tag = new RegExp(`<(?:input|select|textarea)[^>]*\\sname="${name}"[^>]*>`).exec(page)?.[0] ?? '';
  return Object.fromEntries(
    [...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map((match) => [match[1]?.toLowerCase(), match[2]]),
  );
}

describe('the form without any code in the browser', () => {
  it('posts by itself', () => {
    const form = /<form[^>]*>/.exec(html())?.[0];
    expect(form).toContain(' action="https://f.example/f/abc"');
    expect(form).toContain(' method="post"');
    expect(html()).not.toContain('novalidate');
    // All copies of the page would share it.
    expect(html()).not.toContain('submission_id');
    expect(html()).toMatch(/<button type="submit"[^>]*>Send application<\/button>/);
  });

  it('asks with types, limits and what the browser can fill in', () => {
    const page = html();
    expect(control(page, 'name')).toMatchObject({
      type: 'text',
      required: '',
      maxlength: '120',
      autocomplete: 'name',
    });
    expect(control(page, 'email')).toMatchObject({ type: 'email', required: '', autocomplete: 'email' });
    expect(control(page, 'country')).toMatchObject({ autocomplete: 'country-name' });
    expect(control(page, 'country')).not.toHaveProperty('required');
    expect(control(page, 'language_fr')).toHaveProperty('required');
    expect(control(page, 'language_km')).not.toHaveProperty('required');
    expect(control(page, 'motivation')).toMatchObject({ required: '', minlength: '40', maxlength: '3000' });
    expect(control(page, 'answer_2')).toMatchObject({ required: '', maxlength: '1500' });
    expect(control(page, 'consent')).toMatchObject({ type: 'checkbox', value: 'yes', required: '' });
  });

  it('has a label for each control, and its hint joined to it', () => {
    const page = html('Una página');
    const ids = [...page.matchAll(/<(?:input|select|textarea)[^>]*\sid="([^"]+)"/g)].map((match) => match[1]);
    expect(ids.length).toBeGreaterThanOrEqual(12);
    for (const id of ids) expect(page).toContain(`<label for="${id}"`);
    for (const [, id] of page.matchAll(/aria-describedby="([^"]+)"/g)) expect(page).toContain(` id="${id}"`);
  });

  it('has a field for a file where one is asked for, which is sent without a script too', () => {
    const page = html('Una <i>página</i>');
    expect(page).toMatch(/^<form[^>]* enctype="multipart\/form-data"/i);
    expect(control(page, 'attachment')).toMatchObject({
      type: 'file',
      accept: '.pdf,.doc,.docx,.odt,.txt,.jpg,.jpeg,.png',
      'data-most': '5000000',
      'aria-describedby': 'apply-attachment-hint',
    });
    expect(control(page, 'attachment')).not.toHaveProperty('required');
    expect(control(page, 'attachment')).not.toHaveProperty('multiple');
    expect(page).toContain(
      '<label for="apply-attachment"><span lang="es">Una &lt;i&gt;página&lt;/i&gt;</span><span class="apply-optional"> (optional)</span></label>',
    );
  });

  it('has a trap that people neither see nor reach', () => {
    const page = html();
    expect(control(page, '_gotcha')).toMatchObject({ tabindex: '-1', autocomplete: 'off' });
    expect(page).toContain('<div class="apply-trap" aria-hidden="true">');
  });

  it('has no autocomplete="off" in a text, which WebKit would empty when people come back', () => {
    const page = html();
    for (const name of ['other_languages', 'availability'])
      expect(control(page, name)).not.toHaveProperty('autocomplete');
  });

  it('writes texts of the content as text', () => {
    expect(html()).toContain('Why &lt;b&gt;now&lt;/b&gt;?');
    expect(html()).not.toContain('<b>');
  });
});
