import { z } from 'zod';
import { publicationStatus, sharedBasics } from './common';
import { defineType } from '../fields/define';
import * as f from '../fields/fields';

const localized = z.strictObject({
  title: f.text(['Title', 'A name for this list, for editors only.'], 120),
  entries: f.list(
    ['Words and what they mean', 'Words that people type, and the term of the vocabularies that they mean.'],
    f.group(['Words', 'Words for one term.'], {
      words: f.list(
        ['Words', 'As people type them, in small letters.'],
        f.text(['Word', 'One word or a short phrase.'], 60),
        40,
        1,
      ),
      means: f.text(
        ['Means', 'A term as facet and value (task:translation, cause:health, country:SN), or other words.'],
        80,
      ),
    }),
    400,
  ),
});

const shared = z.strictObject({ ...sharedBasics, status: publicationStatus });

export const synonymsType = defineType({
  name: 'synonyms',
  folder: 'synonyms',
  label: 'Synonyms',
  help: 'Words that visitors use for terms of the vocabularies. The search reads them.',
  title: 'title',
  localized,
  shared,
});
