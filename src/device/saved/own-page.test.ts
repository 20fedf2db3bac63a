import { describe, expect, it } from 'vitest';
import { isOwnPage, offersApplication } from './own-page';

describe('what the HTML of a page tells', () => {
  it('whether it is one of this site', () => {
    expect(isOwnPage('<link rel="manifest" href="/fr/app.webmanifest">')).toBe(true);
    expect(isOwnPage('<!DOCTYPE html><title>Log in</title>')).toBe(false);
  });

  it('whether one can apply there', () => {
    expect(offersApplication('<section id="apply" class="apply">')).toBe(true);
    expect(offersApplication('<a href="#apply">Apply</a>')).toBe(false);
  });
});
