import { expect, test } from 'vitest';
import { CreditCode } from './credit-code.tsx';

const shown = (code: string | undefined) => String(<CreditCode lang="en" code={code} />).replaceAll(/<[^>]*>/g, '');

test('a credit code is shown as stated, and one that can not be right says so', () => {
  expect(shown('91350100M000100Y43')).toBe('91350100M000100Y43');
  expect(shown('91350100M000100Y44')).toBe('91350100M000100Y44 (as stated; its check character is wrong)');
  expect(shown(undefined)).toBe('not recorded');
});
