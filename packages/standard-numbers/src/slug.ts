import type { StandardNumber } from './model.ts';

/**
 * Writes a number as one piece of an address: slash, space, colon and brackets become hyphens.
 *
 * @example slug(number) === 'GB-T-19001-2016'
 */
export function slug(number: StandardNumber): string {
  return number.canonical.replace(/[/ :()+,#?&%]+/g, '-').replace(/^-|-$/g, '');
}
