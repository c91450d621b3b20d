import { expect, test } from 'vitest';
import { JsonLd, jsonLdText } from './json-ld.tsx';
import { Highlighted, TitleText } from './rich-text.tsx';
import { SafeLink, safeHref } from './safe-link.tsx';

test('a link follows only http, https, mailto and addresses of this register', () => {
  for (const href of [
    'https://a.example/x',
    'http://a.example',
    'mailto:a@b.example',
    '/standards',
    '?q=1',
    '#cite',
    'a/b',
  ]) {
    expect(safeHref(href)).toBe(href);
  }
});

test('an address that would run a script is shown as text', () => {
  const hostile = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    ' \u0001javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    '/\\evil.example',
  ];
  for (const href of hostile) {
    expect(safeHref(href)).toBeUndefined();
    expect(String(<SafeLink href={href}>a source</SafeLink>)).toBe('<span>a source</span>');
  }
});

test('a title with HTML in it stays text, marked words or not', () => {
  const hostile = '<img src=x onerror=alert(1)> "medical" & \'co\'';
  for (const html of [
    String(<TitleText title={{ text: hostile, lang: 'en' }} />),
    String(<Highlighted text={hostile} words={['medical', '<img']} />),
  ]) {
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;');
  }
});

test('structured data cannot end its script element', () => {
  const data = { name: '</script><script>alert(1)</script><!-- \u2028' };
  const html = String(<JsonLd data={data} />);
  expect(html.match(/<\/?script/g)).toHaveLength(2);
  expect(html).not.toContain('<!--');
  expect(JSON.parse(jsonLdText(data))).toEqual(data);
});
