import type { StandardNumber } from './model.ts';

/**
 * Writes a number as one piece of an address: slash, space, colon and brackets become hyphens. A dual number has the
 * address of the standard itself, as it has its key.
 *
 * @example slug(number) === 'GB-T-19001-2016'
 */
export function slug(number: StandardNumber): string {
  return withoutDual(number)
    .replace(/[/ :()+,#?&%]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** The adopted document stands last in the written form. */
function withoutDual({ canonical, dual }: StandardNumber): string {
  return dual === undefined ? canonical : canonical.slice(0, -dual.canonical.length - 1);
}
