import { z } from 'zod';
import { publicationStatus, sharedBasics } from './common';
import { defineType } from '../fields/define';
import * as f from '../fields/fields';

const localized = z.strictObject({
  title: f.text(120),
  entries: f.list(
    f.group({
      words: f.list(f.text(60), 40, {}, 1),
      means: f.text(80),
    }),
    400,
  ),
});

const shared = z.strictObject({ ...sharedBasics, status: publicationStatus });

export const synonymsType = defineType({
  name: 'synonyms',
  folder: 'synonyms',
  title: 'title',
  localized,
  shared,
});
