/** A form for the editors: to register, to propose, to write, to report, to correct, to offer help. */
import { messagesDestination } from '@/applications/transport/application-destination';
import type { MessageForm } from '@/i18n/routes';
import type { Locale } from '@/i18n/locales';
import type { ViewContext } from './frame/context';
import { frameView, alternatePaths, type FrameView } from './frame/frame';

export interface MessageView {
  readonly frame: FrameView;
  readonly form: MessageForm;
  /** The page to read first. */
  readonly guide:
    { readonly path: string; readonly title: string | undefined; readonly lang: Locale } | undefined;
  readonly siteUrl: string;
  readonly contactEmail: string | undefined;
  /** Undefined where the site has no form for messages. */
  readonly destination: ReturnType<typeof messagesDestination>;
}

/** Whose guide stands above each form. */
const guideRoles = { register: 'organizations', propose: 'organizations', join: 'volunteers' } as const;

export function messageView(context: ViewContext, form: MessageForm): MessageView {
  const { t, own, siteUrl, forms } = context;
  const role = form in guideRoles ? guideRoles[form as keyof typeof guideRoles] : undefined;
  const guide = role && own.pages.find(({ shared }) => shared.role === role);
  return {
    frame: frameView(context, {
      title: t(`message.${form}.title`),
      description: t(`message.${form}.intro`),
      paths: alternatePaths(context, { to: 'section', section: form }),
    }),
    form,
    guide: guide && { path: guide.path, title: guide.texts.title?.value, lang: guide.lang },
    siteUrl: siteUrl.href,
    contactEmail: own.settings?.shared.contactEmail,
    destination: messagesDestination(forms, own.settings?.shared ?? {}),
  };
}
