import { expect, test } from 'vitest';
import { Highlighted, InLanguage, TitleText } from './rich-text.tsx';

test('a Chinese title breaks after its introductory element and its colon, and keeps a part number with what it numbers', () => {
  const html = String(
    <TitleText title={{ text: '医用电气设备 第1部分：基本安全和基本性能的通用要求', lang: 'zh-Hans' }} />,
  );
  expect(html).toBe(
    '<span class="seg">医用电气设备 第1部分：</span><span class="seg">基本安全和基本性能的通用要求</span>',
  );
});

test('the hyphens between the elements of an English title are shown as dashes', () => {
  const html = String(<TitleText title={{ text: 'Medical devices - Masks - Part 1: General', lang: 'en' }} />);
  expect(html).toBe('<span class="seg">Medical devices —</span> <span class="seg">Masks — Part 1: General</span>');
});

test('looked-for words are marked wherever a word begins, and overlapping ones once', () => {
  expect(String(<Highlighted text="Part of an art for medical Medics" words={['art', 'medic', 'medical']} />)).toBe(
    'Part of an <mark>art</mark> for <mark>medical</mark> <mark>Medic</mark>s',
  );
  expect(String(<Highlighted text="医用电气设备" words={['电气']} />)).toBe('医用<mark>电气</mark>设备');
});

test('a very long hostile title is marked in linear time', () => {
  const text = 'ab '.repeat(100_000);
  expect(String(<Highlighted text={text} words={['ab']} />).length).toBeGreaterThan(text.length);
});

test('a part number is one word of a Chinese title, and a digit of it alone is not marked', () => {
  expect(String(<Highlighted text="医用电气设备 第2部分：除颤器" words={['2', '除颤器']} />)).toBe(
    '医用电气设备 <span class="num">第2部分</span>：<mark>除颤器</mark>',
  );
});

test('a day in the name of a source stays on one line, and nothing that only looks like one does', () => {
  const shown = (text: string, around = 'en') => String(<InLanguage text={{ text, lang: 'en' }} around={around} />);
  expect(shown('Official list (2025-06-30)')).toBe('Official list (<time>2025-06-30</time>)');
  expect(shown('as of 2025-06-30', 'zh-Hans')).toBe('<span lang="en">as of <time>2025-06-30</time></span>');
  expect(shown('GB 9706.1-2007, 12025-06-30, 2025-06-30-1')).toBe('GB 9706.1-2007, 12025-06-30, 2025-06-30-1');
});
