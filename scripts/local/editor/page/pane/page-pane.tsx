/** The page beside the form, in one of its languages, as wide as a phone or as there is room. */
import { useEffect, useRef, useState } from 'react';
import { locales, localeTable, type Locale } from '@/i18n/locales';
import type { ContentTypeName, RawFields } from '@/model/types/entry';
import { ask, withKey } from '../ask.client';
import { pictureHost } from '../host.client';
import { useWords } from '../../../form-page/browser/words';
import { findPlace } from './find-place';
import { showPage } from './page-frame.client';

/** The delay (ms) after the last key press. Rendering a page takes a tenth of a second. */
const quiet = 250;

/** Measures a picture: the page is told its size. */
async function measurePicture(src: string) {
  const image = new Image();
  image.src = src;
  await image.decode();
  return { src, width: image.naturalWidth, height: image.naturalHeight };
}

interface PagePaneProps {
  readonly type: ContentTypeName;
  readonly id: string;
  readonly fields: RawFields;
  /** The language of the text that is written. */
  readonly written: Locale;
  /** Called with the place of the field whose text was clicked. */
  readonly onPoint: (place: string) => void;
}

export function PagePane({ type, id, fields, written, onPoint }: PagePaneProps) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<Locale>();
  const [isPhone, setIsPhone] = useState(false);
  const holder = useRef<HTMLDivElement>(null);
  const work = useRef({ isShowing: false, isDue: false });
  const locale = chosen ?? written;
  const latest = useRef({ type, id, fields, locale });
  latest.current = { type, id, fields, locale };

  // The page follows the language in which someone writes.
  useEffect(() => setChosen(undefined), [written]);

  const show = async () => {
    const now = latest.current;
    const addresses = Object.values(now.fields).filter(
      (value): value is string => typeof value === 'string' && value.startsWith('/media/'),
    );
    const pictures = await Promise.all(
      addresses.map((address) =>
        measurePicture(pictureHost.hrefOf(address)).then(
          (picture) => [[address, picture] as const],
          () => [],
        ),
      ),
    );
    await ask({
      action: 'pane',
      type: now.type,
      id: now.id,
      fields: now.fields,
      pictures: Object.fromEntries(pictures.flat()),
    });
    if (!holder.current) return;
    await showPage({
      holder: holder.current,
      address: withKey(`/pane/${now.locale}/`),
      title: t('The page as the site shows it'),
      onPoint: (text) => {
        const place = findPlace(latest.current.fields, latest.current.locale, text);
        if (place !== undefined) onPoint(place);
      },
    });
  };
  // One at a time: an older page must not replace a newer one.
  const showLatest = async (): Promise<void> => {
    work.current.isDue = work.current.isShowing;
    if (work.current.isShowing) return;
    work.current.isShowing = true;
    await show().catch(() => undefined);
    work.current.isShowing = false;
    if (work.current.isDue) await showLatest();
  };
  useEffect(() => {
    const timer = setTimeout(() => void showLatest(), quiet);
    return () => clearTimeout(timer);
  }, [fields, locale, id]);

  return (
    <section className="pane" aria-label={t('The page as the site shows it')}>
      <div className="bar">
        {locales.map((one) => (
          <button
            key={one}
            type="button"
            lang={one}
            aria-pressed={one === locale}
            onClick={() => setChosen(one)}
          >
            {localeTable[one].name}
          </button>
        ))}
        <button type="button" aria-pressed={isPhone} onClick={() => setIsPhone(!isPhone)}>
          {t('As on a phone')}
        </button>
      </div>
      <div ref={holder} className="pane-page" data-phone={isPhone || undefined} />
    </section>
  );
}
