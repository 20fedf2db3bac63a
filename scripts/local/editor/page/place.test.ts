import { expect, it } from 'vitest';
import { hrefOf, readPlace, type EditorPlace } from './place';

it.each<[string, EditorPlace]>([
  ['#/story', { at: 'list', type: 'story' }],
  ['#/story/nora.v2', { at: 'entry', type: 'story', id: 'nora.v2' }],
  ['#/story/+', { at: 'entry', type: 'story', id: '' }],
  ['#/story/+?from=nora', { at: 'entry', type: 'story', id: '', from: 'nora' }],
  ['#/pictures', { at: 'pictures' }],
])('%s names a place, which has that address', (address, place) => {
  expect(readPlace(address)).toEqual(place);
  expect(hrefOf(place)).toBe(address);
});

it.each(['', '#', '#/', '#/nothing/of/it'])('any other address is the first list: %j', (address) => {
  expect(readPlace(address)).toEqual({ at: 'list', type: 'opportunity' });
});
