/** The props that an application and a message share (build side). */
import { sentMark } from '@/device/storage/application/sent-mark';
import { pathOf } from '@/i18n/routes';
import type { Translate } from '@/i18n/translate';
import type { FormFacts, FormProps } from './form-props';

interface FormParts extends Omit<FormProps, 'facts'>, Omit<FormFacts, 'page' | 'thanksPath'> {
  /** The site's absolute address. */
  readonly siteUrl: string;
  /** The page that thanks the visitor. */
  readonly thanks: 'thanks' | 'received';
}

/** Builds the props of a form; `hidden` are the fields that tell what it is about. */
export function buildFormProps(
  { locale }: Translate,
  { action, sections, hidden, siteUrl, thanks, ...rest }: FormParts,
): FormProps {
  const page = new URL(rest.about.path, siteUrl).href;
  const thanksPath = pathOf(locale, { to: 'section', section: thanks });
  return {
    action,
    sections,
    hidden: [
      ...hidden,
      ['language', locale],
      ['page', page],
      ['_subject', rest.subject],
      ['_next', new URL(thanksPath + sentMark, siteUrl).href],
      ['_language', locale],
    ],
    facts: { ...rest, page, thanksPath },
  };
}
