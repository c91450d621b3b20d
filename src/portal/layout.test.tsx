import { expect, test } from 'vitest';
import type { Installation } from '../foundation/installation.ts';
import { readSettings, type Settings } from '../foundation/settings.ts';
import type { Language } from './languages.ts';
import { Layout, pageText } from './layout.tsx';
import { frameOf } from './page.tsx';

const installation: Installation = {
  id: 'installation',
  homeId: 'home',
  name: '',
  origin: 'register.example',
  profile: 'nation',
  nature: 'real',
  openedAt: '2026-01-01T00:00:00.000Z',
};

function pageOf(lang: Language, named: Partial<Settings> = {}): string {
  const settings = { ...readSettings({}, import.meta.dirname), ...named };
  const request = { lang, today: '2026-06-30', path: '/', query: new URLSearchParams() };
  return pageText(<Layout frame={frameOf({ settings, installation }, [], request)} title="…" />);
}

const name = { zh: '某省标准登记簿', en: 'Register of a province' };

test('an installation that has a name bears it on every page, in the language of the page', () => {
  const english = pageOf('en', { name });
  expect(english).toContain('Register of a province <small>Guiju</small>');
  expect(english).toContain('<title>… | Register of a province</title>');
  expect(pageOf('zh-Hans', { name })).toContain('某省标准登记簿 <small>规矩</small>');
});

test('one that has none bears that of the program in both languages', () => {
  expect(pageOf('en')).toContain('Guiju <small lang="zh-Hans">规矩</small>');
  expect(pageOf('zh-Hans')).toContain('<title>… | 规矩</title>');
});
