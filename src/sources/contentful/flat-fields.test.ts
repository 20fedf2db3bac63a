import { describe, expect, it } from 'vitest';
import { joinFields, splitFields } from './flat-fields';
import { decodeFields, type WireFields } from './wire';

const code = 'en-US';

const joined: WireFields = {
  title: { [code]: 'Caption films' },
  hours: { [code]: { min: 1, max: 2.5 } },
  length: { [code]: { kind: 'ongoing' } },
  closes: { [code]: { date: '2027-01-02', zone: 'Africa/Dakar' } },
  certificate: { [code]: true },
  microTask: { [code]: true },
};

const split: WireFields = {
  title: { [code]: 'Caption films' },
  hoursMin: { [code]: 1 },
  hoursMax: { [code]: 2.5 },
  lengthKind: { [code]: 'ongoing' },
  closesDate: { [code]: '2027-01-02' },
  closesZone: { [code]: 'Africa/Dakar' },
  flags: { [code]: ['microTask', 'certificate'] },
};

const join = (fields: WireFields) => joinFields('opportunity', fields, code);

describe('split', () => {
  it('gives each part of a group its field, and the flags that are set a list', () => {
    expect(splitFields('opportunity', joined)).toEqual(split);
  });

  it('keeps languages apart', () => {
    const shareText = { en: { short: 'Help', long: 'Help us' }, fr: { short: 'Aidez' } };
    expect(splitFields('campaign', { shareText })).toEqual({
      shareTextShort: { en: 'Help', fr: 'Aidez' },
      shareTextLong: { en: 'Help us' },
    });
  });

  it('leaves whole what is not the model’s group, so that nothing of it is lost', () => {
    const odd = { closes: { [code]: 'soon' }, hours: { [code]: { min: 1, max: 2, average: 1.5 } } };
    expect(splitFields('opportunity', odd)).toEqual(odd);
  });
});

describe('join', () => {
  it('is the inverse of split', () => {
    expect(join(split)).toEqual(joined);
  });

  it('leaves what is joined already', () => {
    expect(join(joined)).toEqual(joined);
  });

  it('keeps flags that the model doesn’t have, or no longer', () => {
    const stored = { flags: { [code]: ['certificate', 'remote'] } };
    expect(join(stored)).toEqual({ certificate: { [code]: true }, flags: { [code]: ['remote'] } });
    expect(splitFields('opportunity', join(stored) as WireFields)).toEqual(stored);
    const unknownOnly = { flags: { [code]: ['remote'] } };
    expect(splitFields('opportunity', join(unknownOnly) as WireFields)).toEqual(unknownOnly);
  });

  it('has no group where all parts are empty, and names the missing one where some are', () => {
    expect(join({ closesDate: { [code]: null }, closesZone: { [code]: '' } })).toEqual({});
    const codes = { default: code, byLocale: new Map([['en', code]] as const) };
    const { shared } = decodeFields('opportunity', { closesDate: { [code]: '2027-01-02' } }, codes);
    expect(shared).toEqual({ closes: { date: '2027-01-02' } });
  });

  it('drops flags that are off: that is what absence means', () => {
    expect(join({ certificate: { [code]: false }, featured: { [code]: true } })).toEqual({
      featured: { [code]: true },
    });
  });

  it('reads a value that isn’t keyed by locale as the default locale’s', () => {
    expect(joinFields('opportunity', { closesDate: '2027-01-02' }, code)).toEqual({
      closes: { [code]: { date: '2027-01-02' } },
    });
  });
});
