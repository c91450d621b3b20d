/** Addresses below /standards that are tools and not numbers. */
export const reservedNames: ReadonlySet<string> = new Set(['check-list', 'import', 'new', 'search']);
