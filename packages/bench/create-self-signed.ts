import { execFileSync } from 'node:child_process';

/** A key and the certificate that it signed itself, each as PEM. */
interface KeyAndCertificate {
  readonly key: string;
  readonly cert: string;
}

const buildRequest = (host: string) =>
  [
    'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2',
    `-subj /CN=${host} -addext subjectAltName=DNS:${host} -keyout - -out -`,
  ].join(' ');

/** Creates a certificate for a host, which no browser trusts. Throws if there is no OpenSSL. */
export function createSelfSigned(host = 'localhost'): KeyAndCertificate {
  const printed = execFileSync('openssl', buildRequest(host).split(' '), {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [key = '', cert = ''] = printed.match(/-----BEGIN [^]+?-----END [A-Z ]+-----\n/g) ?? [];
  return { key, cert };
}
