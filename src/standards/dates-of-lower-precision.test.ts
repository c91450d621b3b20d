import { beforeEach, expect, test } from 'vitest';
import { emptyStandardsApp, type StandardsApp } from '../../tests/support/standards-app.ts';
import type { StatedDate } from './model.ts';
import { statedDate } from './sources/stated-date.ts';

let house: StandardsApp;
beforeEach(async () => {
  house = await emptyStandardsApp();
});

/** A date as a source writes it, of whatever precision. */
function on(text: string): StatedDate {
  const date = statedDate(text);
  if (!date) throw new Error(`${text} is no date.`);
  return date;
}

async function page(address: string, asOf: string, lang = 'en'): Promise<string> {
  const headers = { accept: 'text/html', 'accept-language': lang };
  const text = await (await house.get(`/standards/${address}?as-of=${asOf}`, headers)).text();
  return text.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');
}

async function json(address: string, asOf: string) {
  return (await house.get(`/api/v1/standards/${address}?as-of=${asOf}`)).json();
}

test('a month of publication is told as a month, also to programs', async () => {
  await house.state('ISO 10993-3:2014', { tier: 'international', publishedOn: on('2014-10') });
  const told = await page('ISO-10993-3-2014', '2026-06-30');
  expect(told).toContain('In force since October 2014.');
  expect(told).not.toContain('1 October 2014');
  expect(await json('ISO-10993-3-2014', '2026-06-30')).toMatchObject({
    status: { code: 'inForce', since: '2014-10-01', sinceAsWritten: '2014-10', certain: true },
    inForceOn: '2014-10-01',
    inForceAsWritten: '2014-10',
  });
  expect(await page('ISO-10993-3-2014', '2014-10-15')).toContain(
    'It cannot be told whether it held on 15 October 2014. It is in force from a day within October 2014; the day is not known.',
  );
  expect(await page('ISO-10993-3-2014', '2014-10-31')).toContain('It held on 31 October 2014.');
});

test('within the year of a withdrawal nobody can tell whether it held', async () => {
  await house.state('GB/T 1-2000', { implementations: [{ date: on('2001-01-01') }], withdrawnOn: on('2023') });
  expect(await page('GB-T-1-2000', '2022-12-31')).toContain('It held on 31 December 2022.');
  expect(await page('GB-T-1-2000', '2023-06-01')).toContain(
    'It cannot be told whether it held on 1 June 2023. It was withdrawn within 2023; the day is not known.',
  );
  expect(await page('GB-T-1-2000', '2023-06-01', 'zh-CN')).toContain('2023年内废止，具体日期不详。');
  expect(await page('GB-T-1-2000', '2023-12-31')).toContain('Withdrawn with effect from 2023.');
  expect(await json('GB-T-1-2000', '2023-06-01')).toMatchObject({
    status: { code: 'withdrawn', since: '2023-01-01', sinceAsWritten: '2023', certain: false },
  });
  expect(await json('GB-T-1-2000', '2022-06-01')).toMatchObject({
    status: { code: 'inForce', until: '2023-01-01', untilAsWritten: '2023', certain: true },
  });
});

test('an edition whose successor takes effect in a month ends in that month, not on its first day', async () => {
  await house.state('GB/T 2-2000', { implementations: [{ date: on('2001-01-01') }] });
  await house.state('GB/T 2-2022', {
    publishedOn: on('2022'),
    implementations: [{ date: on('2023-05') }],
    relations: [{ kind: 'replaces', target: 'GB/T 2-2000' }],
  });
  const within = await page('GB-T-2-2000', '2023-05-15');
  expect(within).toContain(
    'It cannot be told whether it held on 15 May 2023. GB/T 2-2022 replaced it within May 2023; the day is not known.',
  );
  expect(within).not.toContain('1 May 2023');
  expect(await page('GB-T-2-2000', '2024-05-15')).toContain('GB/T 2-2022 replaced it in May 2023.');
  expect(await page('GB-T-2-2000', '2022-05-15')).toContain('GB/T 2-2022 replaced it in May 2023.');
  expect(await json('GB-T-2-2000', '2024-05-15')).toMatchObject({
    supersededOn: '2023-05-01',
    supersededAsWritten: '2023-05',
  });
  expect(await page('GB-T-2-2022', '2023-05-15')).toContain(
    'It is in force from a day within May 2023; the day is not known.',
  );
});
