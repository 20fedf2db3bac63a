/** The steps of the French and Spanish guides in the local editor, by the words that are on the screen in that language. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { editorTranslator } from '../../src/i18n/editor';
import { field, load, soon, write } from './editor-page';
import { useEditor } from './editor-session';

// It takes a minute: too long for `npm test`, which tests the same steps in English.
test.skip(process.env['TEST_FULL'] !== '1', 'Without TEST_FULL the editor is tested in English.');

const editor = useEditor('editor-guides');

const languages = [
  { locale: 'fr', before: 'en', words: 'puits guide', select: 'Choisir les éléments sélectionnés' },
  { locale: 'es', before: 'fr', words: 'pozos guía', select: 'Confirmar selección' },
] as const;

for (const { locale, before, words, select } of languages) {
  test.describe(locale, () => {
    const t = editorTranslator(locale);
    const button = (name: string) => editor.page.getByRole('button', { name, exact: true });
    const item = (name: string) => editor.page.getByRole('menuitem', { name, exact: true });

    const open = async (where: string) => {
      await expect(async () => {
        await load(editor.page, where);
        await expect(editor.page.getByText(t('Changes saved'))).toBeVisible({ timeout: 10_000 });
      }).toPass(soon);
    };
    const pressSave = async () => {
      await button(t('Save')).click();
      await item(t('Save')).click();
    };

    test('the language is chosen at the foot of a list', async () => {
      await load(editor.page, 'opportunity');
      await editor.page.getByLabel(editorTranslator(before)('Language of the editor')).selectOption(locale);
      await expect(button(t('Filter by'))).toBeVisible(soon);
      await button(t('Group by')).click();
      await expect(editor.page.getByRole('menuitem').first()).toBeVisible();
      await editor.page.keyboard.press('Escape');
      // A preview opens in it too.
      const preview = await editor.page.request.get('/preview/eight-basins-and-a-pencil/');
      expect(preview.url()).toContain(`/${locale}/`);
    });

    test('the search finds words in any order', async () => {
      await load(editor.page, `opportunity/search/${encodeURIComponent(words)}`);
      const found = editor.page
        .getByRole('link')
        .filter({ has: editor.page.getByRole('heading', { level: 2 }) });
      await expect(found.first()).toBeVisible(soon);
    });

    test('what changed elsewhere is shown, and Cancel keeps what was typed', async () => {
      await open('story/entries/eight-basins-and-a-pencil');
      await write(editor.page, 'firstName', `Typed in ${locale}`);
      editor.change('stories/eight-basins-and-a-pencil.yml', /^country: .*$/m, 'country: VN');
      editor.change(
        'stories/eight-basins-and-a-pencil.yml',
        /^firstName: .*$/m,
        `firstName: Changed in ${locale}`,
      );
      await pressSave();
      const dialog = editor.page
        .getByRole('dialog')
        .filter({ hasText: t('This entry changed while you were editing it') });
      await expect(dialog).toBeVisible(soon);
      await dialog.getByRole('button', { name: t('Cancel') }).click();
      await expect(
        editor.page.getByText(t('Nothing was saved. What you typed is still here.')),
      ).toBeVisible();
      await expect(field(editor.page, 'firstName')).toHaveValue(`Typed in ${locale}`);
    });

    test('a copy has no dates', async () => {
      await open('opportunity/entries/build-ward-budget-site');
      await button(t('Saved')).click();
      await item(t('Copy, with dates cleared')).click();
      await expect(editor.page).toHaveURL(/opportunity\/new/);
      await expect(field(editor.page, 'date')).toHaveValue('', soon);
    });

    test('a picture is uploaded and chosen', async () => {
      await open('organization/entries/atoll-archive');
      await button(t('Choose a different image')).click();
      const buffer = readFileSync('content/media/orgs/andean-seed-circle.png');
      await editor.page
        .locator('input[type="file"]')
        .setInputFiles({ name: `logo ${locale}.png`, mimeType: 'image/png', buffer });
      await button(select).click();
      await pressSave();
      await expect(editor.page.getByText(t('Changes saved'))).toBeVisible(soon);
      expect(editor.read('organizations/atoll-archive.yml')).toContain(`logo: /media/logo-${locale}.png`);
      expect(existsSync(editor.file(`media/logo-${locale}.png`))).toBe(true);
    });

    test('what is in use isn’t deleted', async () => {
      await open('organization/entries/atoll-archive');
      await button(t('Delete entry')).click();
      await expect(editor.page.getByText(/describe-atoll-photographs\.yml/)).toBeVisible(soon);
      expect(existsSync(editor.file('organizations/atoll-archive.yml'))).toBe(true);
    });
  });
}
