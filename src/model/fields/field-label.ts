import type { z } from 'zod';
import type { ContentTypeName } from '../types/entry';
import { fieldMeta } from './fields';
import { contentTypes } from '../types/types';

/**
 * What editors call the field that a dotted path leads to; its first part where the model doesn’t have it.
 * `('opportunity', 'closes.date', false) -> 'Closes'`
 */
export function fieldLabel(type: ContentTypeName, path: string, isLocalized: boolean): string {
  const { localized, shared } = contentTypes[type];
  const shape: Readonly<Record<string, z.core.$ZodType>> = (isLocalized ? localized : shared).shape;
  const [name = path] = path.split('.');
  const schema = Object.hasOwn(shape, name) ? shape[name] : undefined;
  return schema ? fieldMeta(schema).label : name;
}
