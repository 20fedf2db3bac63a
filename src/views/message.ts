/** A form for the editors: to register, to propose, to write, to report, to correct, to offer help. */
import { messagesDestination } from '@/applications/transport/application-destination';
import type { MessageForm } from '@/i18n/routes';
import type { ViewContext } from './frame/context';
import { sectionFrame } from './frame/frame';

/** Whose guide stands above each form. */
const guideRoles = { register: 'organizations', propose: 'organizations', join: 'volunteers' } as const;

export function messageView(context: ViewContext, form: MessageForm) {
  const { own, siteUrl, forms } = context;
  const role = form in guideRoles ? guideRoles[form as keyof typeof guideRoles] : undefined;
  const guide = role && own.pages.find(({ shared }) => shared.role === role);
  return {
    frame: sectionFrame(context, form, `message.${form}`),
    form,
    /** The page to read first. */
    guide: guide && { path: guide.path, title: guide.texts.title?.value, lang: guide.lang },
    siteUrl: siteUrl.href,
    contactEmail: own.settings?.shared.contactEmail,
    /** Undefined where the site has no form for messages. */
    destination: messagesDestination(forms, own.settings?.shared ?? {}),
  };
}
