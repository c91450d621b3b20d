import { parameterInvalid } from '../queries/moment.ts';

/** Turns what the schema of a request finds wrong into a refusal with its parameter's name; used by every operation. */
export function refuseParameters(result: {
  readonly success: boolean;
  readonly error?: { readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] };
}): void {
  if (result.success) return;
  const issue = result.error?.issues[0];
  throw parameterInvalid({
    // What is wrong with the whole of a body has no name of its own.
    name: String(issue?.path[0] ?? 'body'),
    value: issue?.message ?? '',
    expected: '见接口说明 /api/openapi.json',
    expectedEn: 'see /api/openapi.json',
  });
}
