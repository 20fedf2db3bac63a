import { describe, expect, it } from 'vitest';
import { readConfig } from '@/config/config';
import {
  applicationDestination,
  applicationDestinations,
  formOrigins,
  FormsError,
  messagesDestination,
  type ApplicableOpportunity,
} from './application-destination';

function opportunity(
  given: Partial<ApplicableOpportunity['shared']> & { organizationFormId?: string } = {},
): ApplicableOpportunity {
  const { organizationFormId, ...shared } = given;
  return {
    id: 'translate-sheets',
    stage: 'open',
    shared: { applyBy: 'form', ...shared },
    organization: { shared: { formId: organizationFormId } },
  };
}

const contact = { contactEmail: 'hello@example.org' };

const readForms = (env: Readonly<Record<string, string>>) => readConfig(env).forms;

describe('applicationDestination', () => {
  it('prefers the opportunity’s form, then the organization’s, the environment’s, the site’s', () => {
    const setup = readForms({ FORMSPREE_FORM_ID: 'env' });
    const site = { formId: 'site' };
    const formId = (shown: ApplicableOpportunity, from = setup) => {
      const destination = applicationDestination(shown, from, site);
      return destination.by === 'form' && destination.formId;
    };
    expect(formId(opportunity({ formId: 'own', organizationFormId: 'org' }))).toBe('own');
    expect(formId(opportunity({ organizationFormId: 'org' }))).toBe('org');
    expect(formId(opportunity())).toBe('env');
    expect(formId(opportunity(), readForms({}))).toBe('site');
  });

  it('makes the address that a plain form posts to', () => {
    expect(applicationDestination(opportunity({ formId: 'abc' }), readForms({}), {})).toEqual({
      by: 'form',
      endpoint: 'https://formspree.io',
      formId: 'abc',
      action: 'https://formspree.io/f/abc',
    });
  });

  it('goes to the inbox of this machine in the mode local, without any form id', () => {
    expect(applicationDestination(opportunity(), readForms({ FORMS: 'local' }), {})).toMatchObject({
      action: 'http://127.0.0.1:4322/f/local',
    });
  });

  it('goes by e-mail in the mode email, whatever form ids there are', () => {
    const setup = readForms({ FORMS: 'email', FORMSPREE_FORM_ID: 'env' });
    expect(applicationDestination(opportunity({ formId: 'own' }), setup, contact)).toEqual({
      by: 'email',
      address: 'hello@example.org',
    });
  });

  it('keeps to the organization’s own way of taking applications in every mode', () => {
    const external = opportunity({ applyBy: 'external', applyUrl: 'https://a.example/x' });
    const email = opportunity({ applyBy: 'email', applyEmail: 'a@b.example' });
    for (const FORMS of ['local', 'formspree', 'email']) {
      const setup = readForms({ FORMS });
      expect(applicationDestination(external, setup, contact)).toEqual({
        by: 'external',
        url: 'https://a.example/x',
      });
      expect(applicationDestination(email, setup, contact)).toEqual({ by: 'email', address: 'a@b.example' });
    }
  });

  it.each([
    [{}, {}, /set FORMSPREE_FORM_ID, or a contact address in the site settings, or FORMS=local/],
    [{ FORMS: 'formspree' }, {}, /set FORMSPREE_FORM_ID, or FORMS=email/],
    [{ FORMS: 'email' }, {}, /the site settings have no contact address/],
    [{}, { applyBy: 'external' as const }, /fill in “Address to apply at”/],
    [{}, { applyBy: 'email' as const }, /fill in “E-mail to apply to”/],
  ])('says what to set for %o %o', (env, shared, message) => {
    expect(() => applicationDestination(opportunity(shared), readForms(env), {})).toThrow(message);
  });

  it('doesn’t fall back to e-mail where FORMS asks for forms', () => {
    expect(() => applicationDestination(opportunity(), readForms({ FORMS: 'formspree' }), contact)).toThrow(
      FormsError,
    );
  });

  it('goes to the next form where the form id is none', () => {
    const wrong = opportunity({ formId: 'a/b' });
    const from = (formId: string) => applicationDestination(wrong, readForms({}), { ...contact, formId });
    expect(from('site')).toMatchObject({ formId: 'site' });
    expect(from('https://formspree.io/f/x')).toMatchObject({ by: 'email' });
  });
});

describe('applicationDestinations', () => {
  it('passes over opportunities that take no applications', () => {
    const closed = { ...opportunity(), stage: 'closed' as const };
    expect(applicationDestinations([closed], readForms({}), {})).toEqual([]);
  });

  it('names every opportunity whose applications would go nowhere', () => {
    const lost = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => ({ ...opportunity(), id }));
    const read = () => applicationDestinations(lost, readForms({ FORMS: 'email' }), {});
    expect(read).toThrow(/^Applications would go nowhere:\n {2}a: [^]*\n {2}e: [^]*\n {2}and 2 more$/);
  });
});

describe('messagesDestination', () => {
  const site = { formId: 'apply', messagesFormId: 'desk' };
  const idIn = (env: Record<string, string>, settings = {}) =>
    messagesDestination(readForms(env), settings)?.formId;

  it('is its own, else the environment’s, else that of applications', () => {
    expect(idIn({ FORMSPREE_FORM_ID: 'env' }, site)).toBe('desk');
    expect(idIn({ FORMSPREE_FORM_ID: 'env' }, { formId: 'apply' })).toBe('env');
    expect(idIn({}, { formId: 'apply' })).toBe('apply');
    expect(idIn({}, { formId: 'site', messagesFormId: 'a/b' })).toBe('site');
    expect(idIn({ FORMS: 'local' })).toBe('local');
  });

  it('is none by e-mail, and where there is no form', () => {
    expect(idIn({ FORMS: 'email' }, site)).toBeUndefined();
    expect(idIn({})).toBeUndefined();
  });
});

describe('formOrigins', () => {
  it('gives each origin once, and none for e-mail', () => {
    const setup = readForms({ FORMSPREE_ENDPOINT: 'https://forms.example.org/x' });
    const destinations = [
      ...['a', 'b'].map((formId) => applicationDestination(opportunity({ formId }), setup, {})),
      applicationDestination(opportunity(), setup, contact),
    ];
    expect(formOrigins(destinations)).toEqual(['https://forms.example.org']);
  });
});
