/** Recipes for the content and the pages: a field, a kind of page, a language. */
import type { FileFields } from './project-copy';
import type { Recipe } from './recipe';

/** An opportunity of the small content that the copies are built with. */
const opportunity = 'opportunities/caption-harbour-films';
export const opportunityPage = 'en/opportunities/caption-twelve-films-about-boat-building/index.html';

/** A text of opportunities, under a name that no real field will have. */
export const addField: Recipe = {
  name: 'field',
  maxFiles: 3,
  async change(copy) {
    await copy.replace(
      'src/model/types/opportunity.ts',
      '  questions: f\n',
      `  recipeText: f.markdown(['Recipe', 'A text that only the recipe knows.'], 1500).optional(),
  questions: f\n`,
    );
    await copy.insertAfter(
      'src/components/opportunity/opportunity-parts.ts',
      "'accessibility'",
      ", 'recipeText'",
    );
    await copy.addString('opportunity.recipeText', {
      en: 'Recipe',
      fr: 'Recette',
      es: 'Receta',
    });
    await copy.changeEntry(opportunity, (fields) => ({
      ...fields,
      en: { ...(fields['en'] as FileFields), recipeText: 'A text of the recipe.' },
    }));
  },
  shows: { file: opportunityPage, text: 'A text of the recipe.' },
};

/** A section with one page: the number of open opportunities. */
export const addPageKind: Recipe = {
  name: 'page kind',
  maxFiles: 6,
  async change(copy) {
    await copy.insertAfter('src/i18n/routes.ts', "  'saved',\n", "  'numbers',\n");
    await copy.insertAfter(
      'src/site/kinds.ts',
      "  fit: sectionKind('fit', 'fit'),\n",
      "  numbers: sectionKind('numbers', 'numbers', { shows: (own) => browseLists(own).open }),\n",
    );
    await copy.write(
      'src/views/numbers.ts',
      `import { browseLists } from '@/site/lists/browse';
import type { ViewContext } from './frame/context';
import { alternatePaths, frameView, type FrameView } from './frame/frame';

export interface NumbersView {
  readonly frame: FrameView;
  /** The number of open opportunities. */
  readonly open: number;
}

export function numbersView(context: ViewContext): NumbersView {
  const { t, own } = context;
  return {
    frame: frameView(context, {
      title: t('numbers.title'),
      description: t('numbers.title'),
      paths: alternatePaths(context, { to: 'section', section: 'numbers' }),
    }),
    open: browseLists(own).open.length,
  };
}
`,
    );
    await copy.write(
      'src/layouts/figures/NumbersPage.astro',
      `---
import { translator } from '@/i18n/translate';
import type { NumbersView } from '@/views/numbers';
import Frame from '../frame/Frame.astro';

interface Props {
  view: NumbersView;
}

const { frame, open } = Astro.props.view;
const t = translator(frame.locale);
---

<Frame {frame}>
  <div class="wrap prose">
    <h1>{t('numbers.title')}</h1>
    <p id="open-now">{open}</p>
  </div>
</Frame>
`,
    );
    await copy.write(
      'src/pages/[locale]/[numbers].astro',
      `---
import NumbersPage from '@/layouts/figures/NumbersPage.astro';
import { kindViewReader, readKindPaths } from '@/render/page-context';
import { numbersView } from '@/views/numbers';

export const getStaticPaths = () => readKindPaths('numbers');
export const readPlan = kindViewReader('numbers', numbersView);
const view = (await readPlan(Astro.props)).make();
---

<NumbersPage {view} />
`,
    );
    await copy.addString('section.numbers', { en: 'numbers', fr: 'nombres', es: 'numeros' });
    await copy.addString('numbers.title', {
      en: 'Open opportunities today',
      fr: 'Missions ouvertes aujourd’hui',
      es: 'Oportunidades abiertas hoy',
    });
  },
  shows: { file: 'fr/nombres/index.html', text: 'Missions ouvertes aujourd’hui' },
};

/** Portuguese, with English strings in brackets in place of a translation. */
export const addLanguage: Recipe = {
  name: 'language',
  maxFiles: 2,
  async change(copy) {
    await copy.insertAfter(
      'src/i18n/locales.ts',
      "  es: { name: 'Español', direction: 'ltr' },\n",
      "  pt: { name: 'Português', direction: 'ltr' },\n",
    );
    const english = JSON.parse(await copy.read('src/i18n/strings/en.json')) as Record<string, string>;
    const strings = Object.entries(english).map(([key, text]) => [
      key,
      key.startsWith('section.') ? text : `[${text}]`,
    ]);
    await copy.write('src/i18n/strings/pt.json', JSON.stringify(Object.fromEntries(strings)));
    // The settings switch a language on.
    await copy.changeEntry('settings/site', (fields) => ({ ...fields, pt: fields['en'] }));
  },
  shows: { file: 'pt/index.html', text: 'lang="pt"' },
};
