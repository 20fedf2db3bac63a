import { describe, expect, it } from 'vitest';
import { AllowedLossesError, parseMayLack } from './may-lack';

describe('CONTENT_MAY_LACK', () => {
  it.each([
    [undefined, []],
    [' ', []],
    ['campaign', ['campaign']],
    [' story , es,', ['story', 'es']],
  ])('%j -> %j', (value, expected) => {
    expect([...parseMayLack(value)]).toEqual(expected);
  });

  it.each(['settings', 'campaigns', 'de', 'campaign story'])('refuses “%s”', (value) => {
    expect(() => parseMayLack(value)).toThrow(AllowedLossesError);
    expect(() => parseMayLack(value)).toThrow(
      `CONTENT_MAY_LACK names “${value}”, which a site can’t be told to do without. Write one or more of opportunity, organization, campaign, story, resource, page, synonyms, en, fr, es, addresses, separated by commas`,
    );
  });
});
