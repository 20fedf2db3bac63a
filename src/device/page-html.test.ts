import { describe, expect, it } from 'vitest';
import { isSitePage, hasApplicationForm } from './page-html';

describe('what the HTML of a page tells', () => {
  it('whether it is one of this site', () => {
    expect(isSitePage('<link rel="manifest" href="/fr/app.webmanifest">')).toBe(true);
    expect(isSitePage('<!DOCTYPE html><title>Log in</title>')).toBe(false);
  });

  it('whether one can apply there', () => {
    expect(hasApplicationForm('<section id="apply" class="apply">')).toBe(true);
    expect(hasApplicationForm('<a href="#apply">Apply</a>')).toBe(false);
  });
});
