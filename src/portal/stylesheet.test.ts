import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { stylesheet, tightened } from './stylesheet.ts';

test('the stylesheet is one piece under an address that holds its hash', () => {
  const first = stylesheet();
  expect(first.href).toBe(`/assets/guiju.${first.hash}.css`);
  expect(stylesheet().hash).toBe(first.hash);
  expect(first.text).toContain('@media print');
  expect(first.text.split('{').length).toBe(first.text.split('}').length);
});

test('it asks nothing of other servers and stays small', () => {
  const { text } = stylesheet();
  expect(text).not.toMatch(/url\(|@import|https?:/);
  expect(gzipSync(text).length).toBeLessThan(9_000);
});

test('tightening keeps strings, sums and descendant selectors', () => {
  expect(tightened('/* a */ .a  :is( b , c ) > d { width: calc(1rem + 2vw) ; content: " /* x */  " }')).toBe(
    '.a :is( b,c )>d{width:calc(1rem + 2vw);content:" /* x */  "}',
  );
});
