/**
 * Decides where an application goes. Pure: the build does it once for each opportunity, before any page is rendered.
 */
import type { FormsSetup } from '@/config/forms';
import { isFormId } from '@/model/fields/form-id';
import { acceptsApplications, type Stage } from '@/model/time/lifecycle';
import { OperatorError } from '@/model/operator-error';
import type { Site } from '@/site/site';
import { formService } from './form-service';

/** The site settings for forms. */
interface SiteForms {
  readonly formId?: string | undefined;
  /** The form for messages to the editors. */
  readonly messagesFormId?: string | undefined;
  readonly contactEmail?: string | undefined;
}

/** The fields of an opportunity that decide the destination. */
export interface ApplicableOpportunity {
  readonly id: string;
  readonly stage: Stage;
  readonly shared: {
    readonly applyBy: 'form' | 'external' | 'email';
    readonly applyUrl?: string | undefined;
    readonly applyEmail?: string | undefined;
    readonly formId?: string | undefined;
  };
  readonly organization: { readonly shared: { readonly formId?: string | undefined } };
}

/** The destination of applications to one opportunity. */
export type ApplicationDestination =
  | {
      readonly by: 'form';
      readonly endpoint: string;
      readonly formId: string;
      /** The address that a plain form posts to. */
      readonly action: string;
    }
  | { readonly by: 'email'; readonly address: string }
  | { readonly by: 'external'; readonly url: string };

/** Thrown where an application would go nowhere. */
export class FormsError extends OperatorError {
  override readonly name = 'FormsError';
}

const localFormId = 'local';

/** The destination of an opportunity's applications. Throws a `FormsError` where there is none. */
export function applicationDestination(
  opportunity: ApplicableOpportunity,
  setup: FormsSetup,
  site: SiteForms,
): ApplicationDestination {
  const found = findDestination(opportunity, setup, site);
  if (found) return found;
  throw createNowhereError([opportunity], setup);
}

/** Those of every opportunity that accepts applications. Throws one `FormsError` that names all without one. */
export function applicationDestinations(
  opportunities: Iterable<ApplicableOpportunity>,
  setup: FormsSetup,
  site: SiteForms,
): readonly ApplicationDestination[] {
  const open = [...opportunities].filter(({ stage }) => acceptsApplications(stage));
  const lost = open.filter((opportunity) => !findDestination(opportunity, setup, site));
  if (lost.length > 0) throw createNowhereError(lost, setup);
  return open.flatMap((opportunity) => findDestination(opportunity, setup, site) ?? []);
}

/**
 * The destinations of all open opportunities, and the form for the editors. Throws a `FormsError` where an application
 * would go nowhere.
 */
export function siteFormDestinations(site: Site, forms: FormsSetup): readonly ApplicationDestination[] {
  const first = site.byLocale.get(site.locales[0] ?? 'en');
  if (!first) return [];
  const own = first.settings?.shared ?? {};
  return [
    ...applicationDestinations(first.opportunities, forms, own),
    ...[messagesDestination(forms, own)].filter((one) => one !== undefined),
  ];
}

function findDestination(
  opportunity: ApplicableOpportunity,
  setup: FormsSetup,
  site: SiteForms,
): ApplicationDestination | undefined {
  const { applyBy, applyUrl, applyEmail } = opportunity.shared;
  if (applyBy === 'external') return applyUrl ? { by: 'external', url: applyUrl } : undefined;
  if (applyBy === 'email') return applyEmail ? { by: 'email', address: applyEmail } : undefined;
  const formId = setup.mode === 'email' ? undefined : formIdOf(opportunity, setup, site);
  if (formId) return formAt(setup, formId);
  if (setup.mode === 'formspree' || !site.contactEmail) return undefined;
  return { by: 'email', address: site.contactEmail };
}

const formAt = ({ endpoint }: FormsSetup, formId: string): FormDestination => ({
  by: 'form',
  endpoint,
  formId,
  action: formService.formAction({ endpoint, formId }),
});

/** The nearest form id: the opportunity's own, its organization's, the site's. An invalid one counts as missing. */
function formIdOf(
  { shared, organization }: ApplicableOpportunity,
  setup: FormsSetup,
  site: SiteForms,
): string | undefined {
  return [shared.formId, organization.shared.formId].find(isUsable) ?? siteFormId(setup, site);
}

const isUsable = (formId: string | undefined) => formId !== undefined && isFormId(formId);

/** The environment's form id, else the settings' one. */
function siteFormId({ formId, mode }: FormsSetup, site: SiteForms): string | undefined {
  return [formId, site.formId].find(isUsable) ?? (mode === 'local' ? localFormId : undefined);
}

type FormDestination = Extract<ApplicationDestination, { readonly by: 'form' }>;

/** The form for messages to the editors; undefined if there is none. */
export function messagesDestination(setup: FormsSetup, site: SiteForms): FormDestination | undefined {
  if (setup.mode === 'email') return undefined;
  const formId = isUsable(site.messagesFormId) ? site.messagesFormId : siteFormId(setup, site);
  return formId ? formAt(setup, formId) : undefined;
}

const maxNamed = 5;

function createNowhereError(lost: readonly ApplicableOpportunity[], setup: FormsSetup): FormsError {
  const lines = lost
    .slice(0, maxNamed)
    .map((opportunity) => `  ${opportunity.id}: ${remedy(opportunity, setup)}`);
  if (lost.length > maxNamed) lines.push(`  and ${lost.length - maxNamed} more`);
  return new FormsError(`Applications would go nowhere:\n${lines.join('\n')}`);
}

function remedy(opportunity: ApplicableOpportunity, { mode }: FormsSetup): string {
  const { applyBy } = opportunity.shared;
  if (applyBy === 'external')
    return 'one applies at another address, which is missing; fill in “Address to apply at”.';
  if (applyBy === 'email')
    return 'one applies by e-mail, but the address is missing; fill in “E-mail to apply to”.';
  if (mode === 'email') return 'FORMS is email, but the site settings have no contact address; fill it in.';
  const missing = 'neither it, its organization, the site settings nor the environment has a form id';
  return mode === 'formspree'
    ? `${missing}; set FORMSPREE_FORM_ID, or FORMS=email with a contact address in the site settings.`
    : `${missing}; set FORMSPREE_FORM_ID, or a contact address in the site settings, or FORMS=local to try it out.`;
}

/** The origins that a page's policy must allow in `connect-src` and `form-action`, sorted. */
export function formOrigins(destinations: readonly ApplicationDestination[]): readonly string[] {
  const origins = destinations.flatMap((one) => (one.by === 'form' ? new URL(one.endpoint).origin : []));
  return [...new Set(origins)].toSorted();
}
