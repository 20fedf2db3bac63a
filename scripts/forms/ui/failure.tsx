/** Takes the place of a page, or of a part of the app, that couldn't be loaded or shown. */
import { Component, type ReactNode } from 'react';
import { locales, type Locale } from '@/i18n/locales';

/** Here and not among the page's texts, which are the ones that may be missing. A language without its own reads English. */
const texts: Readonly<Partial<Record<Locale, readonly [text: string, button: string]>>> = {
  en: [
    'This part didn’t load. What is in the entry is safe. Check your connection, then try again.',
    'Try again',
  ],
  fr: [
    'Cette partie n’a pas pu être chargée. Le contenu de la fiche est intact. Vérifiez votre connexion, puis réessayez.',
    'Réessayer',
  ],
  es: [
    'Esta parte no se pudo cargar. El contenido de la ficha está intacto. Revisa tu conexión e inténtalo de nuevo.',
    'Intentar de nuevo',
  ],
};

export function Failure({ locale }: { readonly locale: Locale }) {
  const known = texts[locale] ? locale : locales[0];
  const [text, button] = texts[known] ?? [];
  return (
    <main lang={known}>
      <p role="alert" className="is-fault">
        {text}
      </p>
      <button type="button" onClick={() => location.reload()}>
        {button}
      </button>
    </main>
  );
}

interface BoundaryProps {
  readonly locale: Locale;
  readonly children: ReactNode;
}

/** Keeps a frame from staying blank where its code fails to load, or fails. */
export class FailureBoundary extends Component<BoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    const { locale, children } = this.props;
    return this.state.hasFailed ? <Failure locale={locale} /> : children;
  }
}
