/**
 * A path as it may stand in the log and on a page: whoever reads it there must not be able to use the personal link of
 * somebody else. Secrets of links have 43 characters.
 */
export function withoutSecrets(path: string): string {
  return path.replaceAll(/\/[\w-]{43}(?=\/|$)/g, '/…');
}
