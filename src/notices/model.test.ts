import { expect, test } from 'vitest';
import { emailAddress } from '../foundation/email-address.ts';

test.each([
  ['Reader@Example.ORG', 'Reader@example.org'],
  ['张三@例子.公司', '张三@例子.公司'],
  ['a@b', undefined],
  ['a b@example.org', undefined],
  ['a@example.org\nBcc: x@example.org', undefined],
  ['<a@example.org>', undefined],
  ['a@example.org,b@example.org', undefined],
  [`${'a'.repeat(65)}@example.org`, undefined],
])('%j is read as the address %j', (text, address) => {
  expect(emailAddress(text)).toBe(address);
});
