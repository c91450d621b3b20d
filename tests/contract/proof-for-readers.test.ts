import { beforeAll, expect, test } from 'vitest';
import { proofShape } from '../../src/standards/api/schemas.ts';
import { emptyStandardsApp, type StandardsApp, withoutTraces } from '../support/standards-app.ts';

withoutTraces();
let house: StandardsApp;
const page = { accept: 'text/html', 'accept-language': 'en' };
const html = async (path: string) => {
  const answer = await house.get(path, page);
  return { status: answer.status, text: await answer.text() };
};

beforeAll(async () => {
  house = await emptyStandardsApp();
  await house.state('GB/T 8888-2020', {});
  const { homeId, standardId: streamId } = await house.streamOf('GB/T 8888-2020');
  const data = { reason: '重复录入', instead: [], releases: [{ kind: 'standard-number', value: 'GB/T 8888-2020' }] };
  await house.write([{ type: 'standard-annulled', homeId, streamId, data }]);
  await house.seal();
});

test('an annulment is proven like every act: on the page by leaf and checkpoint, in files by its leaves', async () => {
  const { status, text } = await html('/standards/GB-T-8888-2020');
  expect(status).toBe(410);
  expect(text).toContain('href="/standards/GB-T-8888-2020/proof.json"');
  expect(text).not.toContain('not yet sealed');
  for (const path of ['/standards/GB-T-8888-2020/proof.json', '/api/v1/standards/GB%2FT%208888-2020/proof']) {
    const answer = await house.get(path, {});
    expect(answer.status).toBe(200);
    const { number, leaves } = proofShape.pick({ number: true, leaves: true }).parse(await answer.json());
    expect(number).toBe('GB/T 8888-2020');
    expect(leaves.map(({ entry }) => JSON.parse(entry).event.type)).toEqual(['standard-stated', 'standard-annulled']);
  }
  expect((await house.get('/standards/GB-T-8888-2020.json', {})).status).toBe(410);
});

test('how to verify leads to a tile of the log and to its checkpoint', async () => {
  const { text } = await html('/verify');
  const [tile = ''] = /\/log\/tile\/[^"<]*/.exec(text) ?? [];
  expect((await house.get(tile)).headers.get('content-type')).toBe('application/octet-stream');
  expect(text).not.toContain('"/api/v1/log"');
  expect((await house.get('/log/checkpoint')).status).toBe(200);
});
