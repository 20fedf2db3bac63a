import { describe, expect, it } from 'vitest';
import { emailDomains } from './email-domains';
import { guessIntendedEmail } from './email-suggestion';

describe('a mistyped domain', () => {
  it.each([
    ['gmial.com', 'gmail.com'],
    ['gmal.com', 'gmail.com'],
    ['gmaill.com', 'gmail.com'],
    ['gmail.con', 'gmail.com'],
    ['gmail.co', 'gmail.com'],
    ['gmailcom', 'gmail.com'],
    ['gmail.com.', 'gmail.com'],
    ['hotmail.comm', 'hotmail.com'],
    ['hotmial.fr', 'hotmail.fr'],
    ['yhaoo.fr', 'yahoo.fr'],
    ['yaho.com.ar', 'yahoo.com.ar'],
    ['outlook.ess', 'outlook.es'],
    ['iclould.com', 'icloud.com'],
    ['laposte.ne', 'laposte.net'],
    ['prodigi.net.mx', 'prodigy.net.mx'],
  ])('%s: suggests %s', (written, likely) => {
    expect(guessIntendedEmail(`ana@${written}`, emailDomains)).toBe(`ana@${likely}`);
  });
});

describe('a domain that may well be right', () => {
  it.each(
    [
      // Known providers.
      'gmail.com GMAIL.com googlemail.com outlook.com hotmail.es hotmail.fr live.com.mx yahoo.com.ar yahoo.com.mx yahoo.es',
      'orange.fr laposte.net wanadoo.fr free.fr sfr.fr neuf.fr bluewin.ch skynet.be videotron.ca proton.me icloud.com',
      // Providers that aren't in the list, in other countries too.
      'gmx.fr gmx.com gmx.es gmx.net hey.com email.com mail.com fastmail.com tuta.com zoho.com riseup.net posteo.de pm.me',
      'hotmail.ch hotmail.pt hotmail.com.pe outlook.ch outlook.com.mx yahoo.pe yahoo.com.uy yahoo.com.ec live.pt',
      'orange.sn orange.cm orange.com laposte.fr gmail.fr terra.com.mx terra.es wanadoo.com yandex.com mail.ru',
      'duck.com aol.fr 163.com naver.com bol.com ing.com life.com love.com',
      // Organizations and universities.
      'undp.org unv.org un.org who.int iom.int fao.org ilo.org wfp.org unicef.org unhcr.org acnur.org msf.org ong.org',
      'example.org correo.unam.mx unal.edu.co uba.ar uchile.cl ucad.edu.sn ucl.ac.uk univ-paris1.fr usherbrooke.ca',
    ].flatMap((line) => line.split(' ')),
  )('%s: suggests nothing', (domain) => {
    expect(guessIntendedEmail(`ana@${domain}`, emailDomains)).toBeUndefined();
  });
});

describe('the rest of an address', () => {
  it('stays as it was written', () => {
    expect(guessIntendedEmail('Ana.Maria+ong@Gmial.com', emailDomains)).toBe('Ana.Maria+ong@gmail.com');
  });

  it('loses spaces and invisible characters, as when it is sent', () => {
    expect(guessIntendedEmail(' ana@gmial.com\u200B ', emailDomains)).toBe('ana@gmail.com');
    expect(guessIntendedEmail('ana@gmail.com\u200B', emailDomains)).toBeUndefined();
  });

  it.each(['', '@', 'ana', 'ana@', '@gmial.com', 'ana@gmail', 'ana@@gmial.com', 'ana@b@gmial.com'])(
    'is left alone where it is no address: “%s”',
    (written) => {
      expect(guessIntendedEmail(written, emailDomains)).toBeUndefined();
    },
  );
});
