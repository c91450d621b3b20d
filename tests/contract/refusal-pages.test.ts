import { beforeAll, describe, expect, test } from 'vitest';
import { dateText } from '../../src/portal/dates.tsx';
import { emptyStandardsApp, type StandardsApp, withoutTraces } from '../support/standards-app.ts';

withoutTraces();
let house: StandardsApp;
const english = { accept: 'text/html', 'accept-language': 'en' };
const instant = /\d{4}-\d{2}-\d{2}T\d{2}/;

beforeAll(async () => {
  house = await emptyStandardsApp();
  await house.state('GB/T 1.1-2020', {});
  await house.state('GB/T 8888-2020', {});
  const { homeId, standardId: streamId } = await house.streamOf('GB/T 8888-2020');
  const data = { reason: '重复录入', instead: [], releases: [{ kind: 'standard-number', value: 'GB/T 8888-2020' }] };
  await house.write([{ type: 'standard-annulled', homeId, streamId, data }]);
});

async function text(path: string, headers: Readonly<Record<string, string>> = english): Promise<string> {
  return (await house.get(path, headers)).text();
}

describe('the page of a refusal', () => {
  test.each([
    ['/standards?as-of=bad&q=z', '/standards?as-of=bad&amp;q=z&amp;lang=zh-Hans'],
    ['/standards/GB-T-1.1-2020?known=1900-01-01', '/standards/GB-T-1.1-2020?known=1900-01-01&amp;lang=zh-Hans'],
    ['/standards/GB-T-1.1-2020/compare?with=zzz', '/standards/GB-T-1.1-2020/compare?with=zzz&amp;lang=zh-Hans'],
    ['/nothing?x=1', '/nothing?x=1&amp;lang=zh-Hans'],
  ])('%s leads to itself in the other language, with everything asked', async (path, other) => {
    expect(await text(path)).toContain(`href="${other}"`);
  });

  test('names days and the number where a record was not known yet; the instants stand in the problem', async () => {
    const path = '/standards/GB-T-1.1-2020?known=2020-01-01';
    const [, heading = ''] = /<h1>(.*?)<\/h1>/.exec(await text(path)) ?? [];
    expect(heading).toContain('As known on 1 January 2020 the register had no record of GB/T 1.1-2020');
    expect(heading).not.toMatch(instant);
    const problem = await (await house.get(path, { accept: 'application/json', 'accept-language': 'zh' })).json();
    expect(problem).toMatchObject({ code: 'standards.not-known-then', knownAt: '2020-01-01T15:59:59.999Z' });
    expect(problem).toMatchObject({ title: expect.stringContaining('截至2020年1月1日，本登记簿还没有 GB/T 1.1-2020') });
    expect(problem).toMatchObject({ enteredAt: expect.stringMatching(instant) });
  });

  test('names the day of an annulment, and the instant for programs', async () => {
    const answer = await house.get('/standards/GB-T-8888-2020.json', { 'accept-language': 'zh' });
    const problem: { readonly title?: string; readonly detail?: string; readonly annulledAt?: string } = Object(
      await answer.json(),
    );
    const day = house.deps.clock.dayOf(problem.annulledAt ?? '');
    expect(problem.title).toContain(`已于${dateText('zh-Hans', day)}撤销`);
    expect(`${problem.title} ${problem.detail}`).not.toMatch(/known|\d{4}-\d{2}-\d{2}T/);
  });

  test('names the time of day where entry and known-date fall on one day', async () => {
    const path = '/standards/GB-T-1.1-2020.json?known=';
    const { enteredAt }: { readonly enteredAt?: string } = Object(await (await house.get(`${path}2020-01-01`)).json());
    const day = (enteredAt ?? '').slice(0, 10);
    const early = house.deps.clock.dayOf(enteredAt ?? '') === day ? `${day}T00:00:00Z` : `${day}T16:00:00Z`;
    const answer: { readonly title?: string } = Object(
      await (await house.get(`${path}${early}`, { 'accept-language': 'en' })).json(),
    );
    expect(answer.title).toMatch(
      /As known on \d+ \w+ \d{4}, \d\d:\d\d the register .* entered on \d+ \w+ \d{4}, \d\d:\d\d\./,
    );
  });
});

test('a known-date still to come is answered with what is known now, and the page says so', async () => {
  const path = '/standards/GB-T-1.1-2020';
  expect(await text(`${path}?known=2099-01-01`)).toContain('is still to come. This page shows what the register knows');
  expect(await text(`${path}?known=2099-01-01`, { ...english, 'accept-language': 'zh' })).toContain('尚未到来');
  expect(await text(path)).not.toContain('is still to come');
});
