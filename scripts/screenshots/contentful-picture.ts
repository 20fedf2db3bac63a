/** Takes the picture of the app in a form like Contentful's, with languages as rows and findings beside them. */
import { chromium } from '@playwright/test';
import sharp from 'sharp';
import { locales } from '@/i18n/locales';
import { buildApp } from '../cms/app/build-app';
import { buildHostForm } from '../../tests/browser/contentful-host/host-form';
import { startAppHost } from '../../tests/browser/contentful-host/host-server';
import { pictureFile, type EditorPicturesOptions } from './editor-pictures';

const appDir = '.local/bench/editor-pictures/app';

/** An unfinished opportunity. */
const values = {
  title: {
    'en-US': 'Draw a map of forty village wells',
    fr: 'Dessiner la carte de quarante puits de village',
  },
  summary: { 'en-US': 'Turn a list of forty wells into a map that a printer in Niamey can print.' },
  originalLanguage: { 'en-US': 'en' },
  skills: { 'en-US': [{ skill: 'mapping', level: 'solid' }] },
  countries: { 'en-US': ['NE', 'ML'] },
  hoursMin: { 'en-US': 4 },
  hoursMax: { 'en-US': 24 },
};

/** Takes them from the form's tab about who is needed. */
export async function takeContentfulPicture({ executablePath, print }: EditorPicturesOptions): Promise<void> {
  await buildApp(appDir, print);
  const host = await startAppHost(appDir);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    for (const locale of locales) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 1180 } });
      await page.goto(host.show(buildHostForm({ type: 'opportunity', values, uiLanguage: locale })));
      await page.getByRole('button', { name: 'Who', exact: true }).click();
      await page.frameLocator('iframe[title=Sidebar]').locator('.findings.blocks').waitFor();
      await page.frameLocator('iframe[title="Countries that benefit"]').locator('.chosen').waitFor();
      const shot = await page.screenshot({ animations: 'disabled' });
      await sharp(shot)
        .resize({ width: 960 })
        .webp({ quality: 70, effort: 6 })
        .toFile(pictureFile('contentful-app', locale));
      await page.close();
    }
  } finally {
    await browser.close();
    await host.close();
  }
}
