import type { z } from 'zod';
import type { ContentTypeName } from '../types/entry';
import { fieldMeta } from './fields';
import { contentTypes } from '../types/types';

/**
 * Returns the editors' label of the field at a dotted path; the path's first part if the model doesn’t have it.
 * `('opportunity', 'closes.date', false) -> 'Closes'`
 */
export function fieldLabel(type: ContentTypeName, path: string, isLocalized: boolean): string {
  const { localized, shared } = contentTypes[type];
  const shape: Readonly<Record<string, z.core.$ZodType>> = (isLocalized ? localized : shared).shape;
  const [name = path] = path.split('.');
  const schema = Object.hasOwn(shape, name) ? shape[name] : undefined;
  return schema ? fieldMeta(schema).label : name;
}
