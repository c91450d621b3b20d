import { beforeEach, describe, expect, test } from 'vitest';
import { emptyStandardsApp, type StandardsApp } from '../../../tests/support/standards-app.ts';
import { type OrganizationStatement, stateOrganization } from '../../bodies/index.ts';
import { stateStages } from '../state-stages.ts';

let house: StandardsApp;

async function committee(code: string, statement: Partial<OrganizationStatement>): Promise<void> {
  const input = {
    code,
    source: { name: 'iso-committees-sample', key: code, statedOn: '2025-05-21' },
    contentHash: JSON.stringify(statement),
    statement: { kind: 'committee', names: [], ...statement },
  };
  await house.executor.execute(stateOrganization, input, { actor: house.deps.operator, key: code });
}

beforeEach(async () => {
  house = await emptyStandardsApp();
  await committee('ISO/TC 210', {
    names: [{ lang: 'en', text: 'Quality management and corresponding general aspects for medical devices' }],
    status: 'active',
    secretariat: 'ANSI',
  });
  await committee('ISO/TC 210/SC 1', { names: [{ lang: 'en', text: 'Small bore connectors' }], parent: 'ISO/TC 210' });
  await committee('ISO/TC 21', { names: [{ lang: 'en', text: 'Equipment for fire protection' }] });
  await house.state(
    'ISO 14971:2019',
    { tier: 'international', committee: 'ISO/TC 210', stage: 'iso 60.60' },
    { name: 'iso-catalogue-sample', key: '72704', statedOn: '2025-06-30' },
  );
  await house.state('ISO 80369-1:2018', { tier: 'international', committee: 'ISO/TC 210/SC 1' });
  await house.index();
});

async function page(path: string, lang: 'en' | 'zh-Hans' = 'en'): Promise<string> {
  const answer = await house.get(path, { accept: 'text/html', 'accept-language': lang });
  return (await answer.text())
    .replace(/<(?:script|style)[^>]*>.*?<\/(?:script|style)>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

describe('a technical committee', () => {
  test('shows its name, parts, secretariat, status and who says so', async () => {
    const told = await page('/browse/committee/ISO%2FTC%20210');
    for (const part of [
      'Quality management and corresponding general aspects for medical devices',
      'Subcommittees ISO/TC 210/SC 1 Small bore connectors',
      'Secretariat ANSI',
      'Status active',
      'Committees of ISO Open Data',
      'ISO 14971:2019',
    ])
      expect(told).toContain(part);
    const below = await page('/browse/committee/ISO%2FTC%20210%2FSC%201');
    expect(below).toContain('Belongs to ISO/TC 210 Quality management');
  });

  test('has a page also where no standard names it', async () => {
    expect(await page('/browse/committee/ISO%2FTC%2021')).toContain('Equipment for fire protection');
  });

  test('stands in the tree of committees below the one of which it is a part', async () => {
    expect(await page('/browse/committee')).toMatch(/ISO\/TC 210 Quality management .* ISO\/TC 210\/SC 1 Small bore/);
  });

  test.each(['ISO/TC 210', 'iso/tc210', 'TC 210', 'quality management', 'medical device'])(
    'is found by "%s"',
    async (query) => {
      expect(await page(`/standards?q=${encodeURIComponent(query)}`)).toContain(
        'Committees ISO/TC 210 Quality management',
      );
      const answer = await house.get(`/api/v1/search?q=${encodeURIComponent(query)}`);
      expect(await answer.json()).toMatchObject({ committees: [{ reference: 'ISO/TC 210', secretariat: 'ANSI' }] });
    },
  );

  test('is not found by a number that only begins like its own, nor by half of its name', async () => {
    for (const query of ['ISO/TC 2', 'TC 10', 'quality fire', 'management system'])
      expect(await page(`/standards?q=${encodeURIComponent(query)}`)).not.toContain('Committees ISO/TC');
  });

  test('is named on the page of a standard beside its reference, in both languages', async () => {
    expect(await page('/standards/ISO-14971-2019')).toContain('Committee ISO/TC 210 Quality management');
    expect(await page('/standards/ISO-14971-2019', 'zh-Hans')).toContain('ISO/TC 210 Quality management');
  });
});

describe('the stages of a document', () => {
  beforeEach(async () => {
    const source = { name: 'iso-catalogue-sample', key: '72704', statedOn: '2025-06-30' };
    const stages = [{ stage: 'iso 40.20', number: 'ISO/DIS 14971' }];
    await house.executor.execute(stateStages, { source, stages }, { actor: house.deps.operator, key: 'stages' });
  });

  test('are drawn and listed with scheme, name, number and day as far as told', async () => {
    const told = await page('/standards/ISO-14971-2019');
    expect(told).toContain('iso 40.20 Enquiry ballot initiated: 12 weeks ISO/DIS 14971 day not stated');
    expect(told).toContain('iso 60.60 Published so stated on 30 June 2025');
    expect(await page('/standards/ISO-14971-2019', 'zh-Hans')).toContain('iso 40.20 征询意见投票开始：12周');
  });

  test('are in the record for programs', async () => {
    const answer = await house.get('/api/v1/standards/ISO-14971-2019');
    expect(await answer.json()).toMatchObject({
      stages: [
        { stage: 'iso 40.20', number: 'ISO/DIS 14971', seenOn: null },
        { stage: 'iso 60.60', seenOn: '2025-06-30' },
      ],
    });
  });
});
