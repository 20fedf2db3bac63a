/** What was printed, without what differs from run to run: ports, numbers of requests, times. */
export function maskVolatileOutput(text: string): string {
  return text
    .replaceAll(/127\.0\.0\.1:\d+/g, 'HOST')
    .replaceAll(/request local-\d+/g, 'request local-N')
    .replaceAll(/\b\d+(?:\.\d+)? (s|ms)\b/g, 'N $1');
}
