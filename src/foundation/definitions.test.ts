import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { readDefinitions } from './definitions.ts';
import { DefinitionMistakes } from './definitions-mistakes.ts';

const folder = new URL('../../definitions', import.meta.url).pathname;
const definitions = readDefinitions(folder);
const today = '2026-11-22';
const scratch = mkdtempSync(join(tmpdir(), 'definitions-'));
afterAll(() => rmSync(scratch, { recursive: true }));

describe('code lists', () => {
  test('ICS edition 7 has 40 fields, and a subgroup leads up to its field', () => {
    const ics = definitions.codelist('ics').at(today);
    expect(ics.roots()).toHaveLength(40);
    expect(ics.entries()).toHaveLength(1381);
    expect(ics.ancestors('03.120.10').map(({ code }) => code)).toEqual(['03.120', '03']);
    expect(ics.get('03.120')?.name.en).toBe('Quality');
    expect(ics.children('03.120').map(({ code }) => code)).toContain('03.120.10');
  });

  test('CCS has 24 first-level classes, without I and O', () => {
    const roots = definitions.codelist('ccs').at(today).roots();
    expect(roots.map(({ code }) => code).join('')).toBe('ABCDEFGHJKLMNPQRSTUVWXYZ');
  });

  test('a region keeps the name it had on the day', () => {
    const regions = definitions.codelist('regions');
    expect(regions.at('2005-01-01').get('420600')?.name.zh).toBe('襄樊市');
    expect(regions.at('2015-01-01').get('420600')?.name.zh).toBe('襄阳市');
  });

  test('a retired region is found on a day before its end only, and has no gap to its successor', () => {
    const regions = definitions.codelist('regions');
    expect(regions.at('2010-12-31').get('341400')).toBeDefined();
    expect(regions.at(today).get('341400')).toBeUndefined();
    const end = regions.entries.find(({ code }) => code === '512700')?.validUntil ?? '';
    expect(regions.at(end).get('512700')?.name.zh).toBe('永川地区');
  });

  test('31 provinces issue local standards under DB and two digits; the Corps stands there without a code', () => {
    const regions = definitions.codelist('regions').at(today);
    const prefixes = regions.entries().filter(({ extra }) => extra['level'] === 'province' && extra['db_prefix']);
    expect(prefixes).toHaveLength(31);
    expect(regions.get('XPCC')?.extra['db_prefix']).toBe('');
    expect(regions.get('XPCC')?.confirmed).toBe(false);
  });

  test('a sector code belongs to the department of the day', () => {
    const sectors = definitions.codelist('sector-codes');
    const department = (day: string) => sectors.at(day).get('YY')?.extra['department_zh'];
    expect(department('2010-01-01')).toBe('国家食品药品监督管理局');
    expect(department('2015-01-01')).toBe('国家食品药品监督管理总局');
    expect(department(today)).toBe('国家药品监督管理局');
    expect(sectors.at(today).get('YY')?.confirmed).toBe(false);
  });

  test('a stage code is written with its scheme: cn 30 is comments, iso 30 is committee', () => {
    const stages = definitions.codelist('stages').at(today);
    expect(stages.get('cn 30')?.name.en).toBe('Comments');
    expect(stages.get('iso 30')?.name.en).toBe('Committee');
    expect(stages.get('30')).toBeUndefined();
    expect(stages.get('iso 60.20')).toBeUndefined();
    expect(stages.children('iso 40').map(({ code }) => code)).toContain('iso 40.93');
  });

  test('every country has both codes and both names', () => {
    const countries = definitions.codelist('countries').at(today).entries();
    expect(countries).toHaveLength(249);
    expect(
      countries.filter(({ name, extra }) => !name.zh || !name.en || !/^[A-Z]{3}$/.test(extra['alpha3'] ?? '')),
    ).toEqual([]);
  });

  test('every current sector code and every province is a document family with a home', () => {
    const families = definitions.codelist('document-families').at(today);
    const sectors = definitions
      .codelist('sector-codes')
      .at(today)
      .entries()
      .map(({ code }) => code);
    expect(sectors.filter((code) => !families.get(code)?.extra['home'])).toEqual([]);
    expect(families.get('DB31')?.extra['home']).toBe('CN-DB31');
    expect(families.get('ISO/IEC')?.extra['home']).toBe('ISO');
  });
});

describe('glossary', () => {
  test('holds every tier, nature and status by its code name', () => {
    const names = new Set(definitions.glossary.map(({ codeName }) => codeName));
    const codes = ['tiers', 'natures', 'statuses'].flatMap((list) =>
      definitions.codelist(list).entries.map(({ code }) => code),
    );
    expect(codes.filter((code) => !names.has(code))).toEqual([]);
  });
});

describe('precedence among sources', () => {
  const rank = (source: string, family: string) => definitions.rankOf({ source, family, on: today });
  test('a register goes before a table, a table before a citation', () => {
    expect(rank('national-standards-site', 'GB')).toBeLessThan(rank('nmpa-documents', 'GB'));
    expect(rank('nmpa-documents', 'GB')).toBeLessThan(rank('nmpa-citations', 'GB'));
  });
  test('ISO Open Data goes first for ISO deliverables, joint ones included', () => {
    expect(rank('iso-open-data', 'ISO/IEC')).toBeLessThan(rank('relaton', 'ISO/IEC'));
    expect(rank('relaton', 'GB')).toBe(20);
  });
  test('a source nobody described is a fault', () => {
    expect(() => rank('hearsay', 'GB')).toThrow('not described');
  });
});

describe('coverage', () => {
  test('a family without records of its own gets the statement for the rest of its tier', () => {
    expect(definitions.coverageOf({ tier: 'sectoral', family: 'HJ' })?.code).toBe('*');
    expect(definitions.coverageOf({ tier: 'local', family: 'DG/TJ08' })?.code).toBe('DB31');
    expect(definitions.coverageOf({ tier: 'local', family: 'DB3101' })?.code).toBe('DB31');
    expect(definitions.coverageOf({ tier: 'international', family: 'ISO/IEC' })?.records).toBe(14959);
  });

  test('the stated numbers of records are those of the founding data', () => {
    const held = Map.groupBy([...foundingFamilies()], (part) => part);
    const stated = definitions.coverage.filter(({ records }) => records > 0);
    expect(stated.map(({ tier, code, records }) => [tier, code, records])).toEqual(
      stated.map(({ tier, code }) => [tier, code, held.get(`${tier} ${code}`)?.length]),
    );
    expect(held.size).toBe(stated.length);
  });
});

describe('mistakes', () => {
  test('are all reported together, with file, line and remedy in both languages', () => {
    const copy = join(scratch, 'broken');
    cpSync(folder, copy, { recursive: true });
    const head = 'code,parent,name_zh,name_en,valid_from,valid_until,confirmed,source\n';
    writeFileSync(
      join(copy, 'codelists/tiers.csv'),
      `${head}a,,甲,A,2020-01-01,2020-01-01,yes,\na,,乙,B,2019-13-01,,true,law\nb,c,,,,,true,law\n`,
    );
    writeFileSync(join(copy, 'codelists/kinds.csv'), `${head}x,y,X,,,,true,law\ny,x,Y,,,,true,law\n`);
    writeFileSync(join(copy, 'sources/precedence.yaml'), 'precedence:\n  - confirmed: maybe\n');
    writeFileSync(join(copy, 'coverage/foreign.yaml'), 'tier: [\n');
    const found = mistakesOf(copy);
    const codes = found.mistakes.map(({ file, line, code }) => `${file}:${line} ${code}`);
    expect(codes).toEqual(
      expect.arrayContaining([
        'codelists/tiers.csv:2 definitions.period-empty',
        'codelists/tiers.csv:2 definitions.confirmed-wrong',
        'codelists/tiers.csv:2 definitions.source-missing',
        'codelists/tiers.csv:3 definitions.date-wrong',
        'codelists/tiers.csv:4 definitions.name-missing',
        'codelists/tiers.csv:4 definitions.parent-unknown',
        'codelists/kinds.csv:2 definitions.parent-circle',
        'sources/precedence.yaml:2 definitions.shape-wrong',
      ]),
    );
    expect(codes.some((code) => code.startsWith('coverage/foreign.yaml'))).toBe(true);
    expect(found.message).toContain('Add the parent, or correct the column parent.');
    expect(found.message).toContain('补充上级代码或更正 parent。');
  });

  test('in rules and days are told with the others, in their words, and a region has to exist', () => {
    const copy = join(scratch, 'rules');
    cpSync(folder, copy, { recursive: true });
    const head =
      'subject: { zh: 例, en: Sample }\nrules:\n  - id: sample\n    kind: switch\n    title: { zh: 例, en: Sample }\n    values:\n';
    const value = (place: string, source: string) =>
      `      - { for: ${place}, switch: true, basis: [${source}], confirmed: false }\n`;
    const text = `${head}${value('nation', 'SL 1')}${value('region:98', 'SL 1')}${value('region:31', 'HEARSAY')}`;
    writeFileSync(join(copy, 'rulebook/sample.yaml'), text);
    const found = mistakesOf(copy);
    expect(found.mistakes.map(({ file, line, code }) => `${file}:${line} ${code}`)).toEqual([
      'rulebook/sample.yaml:9 definitions.file-wrong',
      'rulebook:undefined definitions.region-unknown',
    ]);
    expect(found.message).toContain('The source "HEARSAY" is not described in sources.yaml.');
    expect(found.message).toContain('在该文件中说明来源，或更正代号。');
    rmSync(join(copy, 'rulebook/sample.yaml'));
    rmSync(join(copy, 'calendars/china.yaml'));
    expect(mistakesOf(copy).mistakes.map(({ file, code }) => `${file} ${code}`)).toEqual([
      'calendars/china.yaml definitions.file-unreadable',
    ]);
  });

  test('two lines of one code on the same day are refused, one after the other is not', () => {
    const copy = join(scratch, 'overlap');
    cpSync(folder, copy, { recursive: true });
    const head = 'code,parent,name_zh,name_en,valid_from,valid_until,confirmed,source\n';
    writeFileSync(join(copy, 'codelists/kinds.csv'), `${head}x,,X,,,2020-01-01,true,law\nx,,Y,,2020-01-01,,true,law\n`);
    expect(readDefinitions(copy).codelist('kinds').at('2020-01-01').get('x')?.name.zh).toBe('Y');
    writeFileSync(join(copy, 'codelists/kinds.csv'), `${head}x,,X,,,2020-01-02,true,law\nx,,Y,,2020-01-01,,true,law\n`);
    expect(mistakesOf(copy).mistakes.map(({ code }) => code)).toEqual(['definitions.periods-overlap']);
  });

  test('a missing column and a missing file are named', () => {
    const copy = join(scratch, 'missing');
    cpSync(folder, copy, { recursive: true });
    writeFileSync(join(copy, 'codelists/kinds.csv'), 'code,parent,name_zh,name_en,valid_from,valid_until,confirmed\n');
    rmSync(join(copy, 'glossary.csv'));
    expect(mistakesOf(copy).mistakes.map(({ file, code }) => `${file} ${code}`)).toEqual([
      'codelists/kinds.csv definitions.column-missing',
      'glossary.csv definitions.file-unreadable',
    ]);
  });
});

function mistakesOf(path: string): DefinitionMistakes {
  try {
    readDefinitions(path);
  } catch (error) {
    if (error instanceof DefinitionMistakes) return error;
    throw error;
  }
  throw new Error('the folder was accepted');
}

/** `tier part` of every founding record, found by its prefix alone. */
function* foundingFamilies(): Generator<string> {
  const lines = (name: string) =>
    gunzipSync(readFileSync(new URL(`../../founding/${name}`, import.meta.url)))
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '');
  for (const line of lines('iso-deliverables.jsonl.gz')) {
    const row: { readonly reference: string } = JSON.parse(line);
    yield `international ${row.reference.startsWith('IEC') ? 'IEC' : 'ISO'}`;
  }
  const tierOf: Readonly<Record<string, string>> = {
    national: 'national',
    sector: 'sectoral',
    local: 'local',
    association: 'association',
    metrology: 'national',
  };
  for (const line of lines('chinese-standards.jsonl.gz')) {
    const row: { readonly prefix: string; readonly kind: string } = JSON.parse(line);
    const tier = tierOf[row.kind] ?? row.kind;
    const family = tier === 'association' ? row.prefix : row.prefix.replace(/\/[TZ]$/, '');
    yield `${tier} ${definitions.coverageOf({ tier, family })?.code}`;
  }
}
