import type { APIRoute } from 'astro';
import { currentBrand, longHex } from '@/brand/brand';
import { localePaths } from '@/render/page-context';
import { currentSite } from '@/render/current-site';
import type { Locale } from '@/i18n/locales';
import { translator } from '@/i18n/translate';
import { createManifest } from '@/offline/manifest';

export const getStaticPaths = localePaths;

export const GET: APIRoute<{ locale: Locale }> = async ({ props: { locale } }) => {
  const t = translator(locale);
  const settings = (await currentSite()).byLocale.get(locale)?.settings;
  return Response.json(
    createManifest(locale, {
      name: settings?.texts.name?.value ?? t('site.name'),
      description: settings?.texts.tagline?.value ?? t('site.tagline'),
      background: longHex(currentBrand().light.ground),
    }),
  );
};
