import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { positionOf } from '@guiju/procedure-language';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyStandardsApp, type StandardsApp } from '../../../tests/support/standards-app.ts';
import { createApp } from '../../app.tsx';
import { UsageError } from '../../foundation/command-line.ts';
import type { Console } from '../../foundation/part.ts';
import { part as standards } from '../../standards/index.ts';
import { ProcedureDrawing, procedureAnswerShape, proceduresAnswerShape, part as rulebook } from '../index.ts';
import { differencesOf, procedureNamed, proceduresOn } from './versions.ts';

let app: ReturnType<typeof createApp>;
let house: StandardsApp;
const folder = mkdtempSync(join(tmpdir(), 'procedures-'));
beforeAll(async () => {
  house = await emptyStandardsApp();
  app = createApp(house.deps, [rulebook, standards]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const get = (path: string) => app.request(`http://localhost${path}`);
const textOf = async (path: string): Promise<string> => (await get(path)).text();
const voluntary = () => procedureNamed(house.deps.definitions, { id: 'national-voluntary', day: '2026-06-30' });

describe('the pages of procedures', () => {
  test('list every procedure with version, day, basis and unconfirmed values', async () => {
    const page = await textOf('/procedures?lang=en');
    for (const { id } of house.deps.definitions.procedures) expect(page).toContain(`href="/procedures/${id}"`);
    expect(page).toContain('Making a voluntary national standard');
    expect(page).toContain('2025-06-01');
    expect(page).toMatch(/href="\/procedures\/national-voluntary#unconfirmed">\d+</);
  });

  test('show each stage with who acts, by when, under what, and tag what is unconfirmed', async () => {
    const page = await textOf('/procedures/national-voluntary?lang=en');
    expect(page).toContain('<b>In force since 1 June 2025</b>');
    expect(page).toContain('Committee secretary of the technical committee');
    expect(page).toContain('not less than 60 days');
    expect(page).toContain('href="/rulebook/comment-period-voluntary"');
    expect(page).toContain('<span class="tag">unconfirmed</span>');
    expect(page).toContain('“vote on the proposal” has been carried');
    expect(page).toMatch(/Whoever took “.+” does not take this step/);
    const chinese = await textOf('/procedures/national-voluntary?lang=zh-Hans');
    expect(chinese).toContain('<span class="tag">待核实</span>');
    expect(chinese).toContain('自2025年6月1日起施行');
    for (const text of [page, chinese]) expect(text).not.toMatch(/undefined|\[object|NaN| style=/);
  });

  test('say on an earlier day that it is not yet in force', async () => {
    expect(await textOf('/procedures/national-voluntary?lang=en&as-of=2025-05-31')).toContain(
      '<b>Not yet in force</b>',
    );
  });

  test('hold the drawing and a list that says the same, with the position of a case', async () => {
    const procedure = voluntary();
    const position = positionOf({
      stages: { main: { stage: 'comments', since: '2026-01-01' } },
      taken: [{ step: 'suggest', on: '2026-01-01', by: {}, isWitnessed: true }],
    });
    const html = String(<ProcedureDrawing procedure={procedure} lang="en" position={position} />);
    const [drawing = '', list = ''] = html.split('<div class="alt">');
    expect(drawing).toContain('<svg viewBox=');
    for (const { title } of procedure.stages) expect(list).toContain(title.en);
    expect(list.match(/aria-current="step"/g)).toHaveLength(1);
    expect(drawing.match(/stroke-width="4"/g)?.length).toBeGreaterThanOrEqual(1);
    expect(String(<ProcedureDrawing procedure={procedure} lang="en" />)).not.toContain('aria-current');
  });

  test.each([
    ['svg', 'image/svg+xml', '<svg xmlns='],
    ['bpmn', 'application/xml', '<bpmn:definitions'],
    ['mermaid', 'text/plain', 'flowchart TD'],
    ['yaml', 'application/yaml', 'id: national-voluntary'],
  ])('give the file %s', async (form, type, begin) => {
    const answer = await get(`/procedures/national-voluntary/${voluntary().version}.${form}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain(type);
    expect(answer.headers.get('content-disposition')).toContain(`.${form}"`);
    expect(await answer.text()).toContain(begin);
  });

  test.each([
    ['/procedures/nothing', 404],
    ['/procedures/national-voluntary?version=99', 404],
    ['/procedures/national-voluntary/1.png', 404],
    ['/procedures/national-voluntary/99.svg', 404],
    ['/procedures?as-of=2026-02-30', 400],
  ])('%s is refused with %i', async (path, status) => {
    expect((await get(path)).status).toBe(status);
  });
});

describe('versions', () => {
  test('the one in force is shown, the newest where none is; each answers to its number', () => {
    const one = voluntary();
    const two = { ...one, version: 99, inForce: { from: '2027-01-01' }, stages: one.stages.slice(1) };
    const procedures = [{ ...one, inForce: { from: one.inForce.from, until: '2027-01-01' } }, two];
    expect(proceduresOn({ procedures }, '2026-06-30').map(({ version }) => version)).toEqual([one.version]);
    expect(proceduresOn({ procedures }, '2027-01-01').map(({ version }) => version)).toEqual([99]);
    expect(proceduresOn({ procedures }, '2020-01-01').map(({ version }) => version)).toEqual([99]);
    expect(procedureNamed({ procedures }, { id: one.id, version: '99', day: '2026-06-30' }).version).toBe(99);
    expect(differencesOf(one, two)).toMatchObject({ goneStages: [one.stages[0]?.id], newStages: [], changedSteps: [] });
  });
});

describe('the public interface', () => {
  test('lists procedures and gives one with the rules it applies', async () => {
    const all = proceduresAnswerShape.parse(await (await get('/api/v1/procedures')).json());
    expect(all.procedures.map(({ id }) => id)).toContain('national-voluntary');
    const one = procedureAnswerShape.parse(
      await (await get('/api/v1/procedures/national-voluntary?as-of=2026-06-30')).json(),
    );
    expect(one.steps).toHaveLength(one.stepCount);
    expect(one.rules.find(({ rule }) => rule === 'comment-period-voluntary')).toMatchObject({ confirmed: false });
    expect((await get('/api/v1/procedures/nothing')).status).toBe(404);
    expect((await get('/api/v1/procedures/national-voluntary?version=x')).status).toBe(400);
  });
});

describe('guiju procedure', () => {
  const root = join(import.meta.dirname, '../../..');
  const run = async (
    args: readonly string[],
    options: Record<string, string | boolean> = {},
    lang: Console['lang'] = 'en',
  ) => {
    const lines: string[] = [];
    const console: Console = {
      print: (text) => lines.push(text),
      error: (text) => lines.push(text),
      progress: () => ({ at: () => undefined, end: () => undefined }),
      lang,
      folder,
    };
    const [command] = rulebook.folderCommands?.(root) ?? [];
    if (command?.needs !== 'nothing') throw new Error('no command');
    const status = await command.run({ args, options }, console);
    return { status, told: lines.join('\n') };
  };

  test('lists procedures with version, day, size, basis and unconfirmed rules', async () => {
    const { status, told } = await run(['list'], { 'as-of': '2026-06-30' });
    expect(status).toBe(0);
    expect(told).toContain('(national-voluntary), version');
    expect(told).toMatch(/unconfirmed: .*comment-period-voluntary/);
    const json = JSON.parse((await run(['list'], { json: true })).told);
    expect(proceduresAnswerShape.safeParse(json).success).toBe(true);
  });

  test('shows a procedure in either language', async () => {
    const { told } = await run(['show', 'national-voluntary'], { 'as-of': '2026-06-30' });
    expect(told).toContain('Ask for comments → comments | Committee secretary of the technical committee');
    expect(told).toContain('not less than 60 days, set by: nation (unconfirmed)');
    expect((await run(['show', 'national-voluntary'], { lang: 'zh-Hans' })).told).toContain('材料：');
    await expect(run(['show', 'nothing'])).rejects.toThrow('rulebook.procedure-unknown');
  });

  test('draws to the terminal or to a file', async () => {
    const out = join(folder, 'drawn.bpmn');
    expect((await run(['draw', 'national-voluntary'], { format: 'bpmn', out })).status).toBe(0);
    expect(readFileSync(out, 'utf8')).toContain('<bpmn:definitions');
    expect((await run(['draw', 'national-voluntary'], { format: 'mermaid' }, 'zh-Hans')).told).toContain(
      'flowchart TD',
    );
    await expect(run(['draw', 'national-voluntary'], { format: 'png' })).rejects.toThrow(UsageError);
  });

  test('checks the folder as the start does', async () => {
    const { status, told } = await run(['check']);
    expect(told).toContain('hold together.');
    expect(status).toBe(0);
  });

  test('checks a file given, by file and line, and walks through it', async () => {
    const text = readFileSync(join(root, 'packages/procedure-language/tests/support/sample-procedure.yaml'), 'utf8');
    writeFileSync(join(folder, 'mine.yaml'), text);
    const { status, told } = await run(['check', 'mine.yaml']);
    expect(status).toBe(1);
    expect(told).toMatch(/mine\.yaml:\d+: There is no role called secretary\. Mend the name/);
    expect((await run(['check', 'mine.yaml'], {}, 'zh-Hans')).told).toMatch(
      /mine\.yaml:\d+：没有名为 secretary 的角色。/,
    );
    const sound = join(root, 'definitions/procedures/national-voluntary.yaml');
    const walked = await run(['check', sound], { walks: '5' });
    expect(walked).toMatchObject({ status: 0 });
    expect(walked.told).toMatch(/national-voluntary: 5 walks, \d+ of \d+ steps taken, no promise broken\./);
    await expect(run(['check'], { walks: 'many' })).rejects.toThrow(UsageError);
    await expect(run(['dance'])).rejects.toThrow(UsageError);
  });
});
