import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkBodyReference,
  checkCcsCode,
  checkIcsCode,
  checkNotification,
  checkPlanNumber,
  checkStageCode,
  explainPlanNumber,
} from '../src/index.ts';

describe('plan numbers', () => {
  it.each(['20170425-T-469', '20252537-T-469', '20263174-T-469'])(
    '%s is a plan of the standardization administration',
    (code) => {
      expect(checkPlanNumber(code)).toMatchObject({
        outcome: 'valid',
        value: { nature: 'voluntary', department: '469', subject: 'standard' },
      });
    },
  );

  it('full-width and other dashes are read', () => {
    expect(checkPlanNumber(' ２０１７0425—t—469')).toMatchObject({ value: { code: '20170425-T-469' } });
  });

  it('an unknown department is a warning, an unknown nature is not the form', () => {
    expect(checkPlanNumber('20231234-Q-999')).toMatchObject({ outcome: 'valid', warnings: ['unknown-department'] });
    expect(checkPlanNumber('20231234-X-469')).toEqual({ outcome: 'malformed', position: 0, why: 'shape' });
    expect(checkPlanNumber('2023123-T-469').outcome).toBe('malformed');
  });

  it('plans for versions and reference materials have their own letter', () => {
    expect(checkPlanNumber('W20231234')).toMatchObject({ value: { subject: 'foreign-version', nature: undefined } });
    expect(checkPlanNumber('S2023123')).toMatchObject({ value: { subject: 'reference-material' } });
  });

  it('the explanation says that it is not a standard number', () => {
    expect(explainPlanNumber(checkPlanNumber('20170425-T-469')).map((sentence) => sentence.en)).toEqual([
      'A plan for a national standard, not a standard number.',
      'Plan of 2017, serial 0425 of that year.',
      'Nature when planned: voluntary; it may change during the project.',
      '469: the department responsible is the Standardization Administration.',
    ]);
  });
});

describe('classifications and stages', () => {
  it.each([
    ['01', 'field', undefined],
    ['01.120', 'group', '01'],
    ['11.040.55', 'subgroup', '11.040'],
  ])('ICS %s is a %s under %s', (code, level, parent) => {
    expect(checkIcsCode(code)).toMatchObject({ outcome: 'valid', value: { level, parent } });
  });

  it('a field that does not exist is not in the table', () => {
    expect(checkIcsCode('99.100')).toEqual({ outcome: 'malformed', position: 0, why: 'not-in-table' });
    expect(checkIcsCode('01.12')).toMatchObject({ why: 'shape' });
  });

  it('CCS has no letters I and O, and names groups by ranges', () => {
    expect(checkCcsCode('a00')).toMatchObject({ value: { code: 'A00', level: 'entry' } });
    expect(checkCcsCode('A00/09')).toMatchObject({ value: { level: 'group' } });
    expect(checkCcsCode('C')).toMatchObject({ value: { level: 'class' } });
    expect(checkCcsCode('O12')).toMatchObject({ why: 'not-in-table' });
    expect(checkCcsCode('A09/00')).toMatchObject({ why: 'shape' });
  });

  it.each(['60.20', '00.92', '10.93', '60.99', '90.00'])('the stage %s does not exist', (code) => {
    expect(checkStageCode(code)).toMatchObject({ outcome: 'malformed', why: 'not-in-table' });
  });

  it('stages from 60.60 are published, 95.99 is withdrawn, and the number of ISO Open Data is read', () => {
    expect(checkStageCode('6060')).toMatchObject({ value: { code: '60.60', isPublished: true } });
    expect(checkStageCode('40.20')).toMatchObject({ value: { isPublished: false } });
    expect(checkStageCode('90.93')).toMatchObject({ value: { isPublished: true } });
    expect(checkStageCode('95.99')).toMatchObject({ value: { isPublished: false } });
  });
});

describe('references of bodies and notifications', () => {
  it.each([
    ['g/tbt/n/chn/1234', 'G/TBT/N/CHN/1234'],
    ['G/TBT/N/CHN/1234/Add.1', 'G/TBT/N/CHN/1234/Add.1'],
    ['G/SPS/N/USA/12/corr.2', 'G/SPS/N/USA/12/Corr.2'],
  ])('%s is the notification %s', (text, code) => {
    expect(checkNotification(text)).toMatchObject({ outcome: 'valid', value: { code } });
  });

  it.each([
    ['sac/tc10/sc3', 'SAC/TC 10/SC 3', 'SAC/TC 10'],
    ['SAC/SWG 5', 'SAC/SWG 5', undefined],
    ['ISO/TC 176/SC 2/WG 5', 'ISO/TC 176/SC 2/WG 5', 'ISO/TC 176/SC 2'],
    ['IEC/TC 62', 'IEC TC 62', undefined],
    ['iso/iec jtc1/sc27', 'ISO/IEC JTC 1/SC 27', 'ISO/IEC JTC 1'],
    ['ISO/PC 283', 'ISO/PC 283', undefined],
  ])('%s is the body %s under %s', (text, code, parent) => {
    expect(checkBodyReference(text)).toMatchObject({ outcome: 'valid', value: { code, parent } });
  });

  it('a subcommittee stands under a committee only', () => {
    expect(checkBodyReference('ISO/SC 2')).toMatchObject({ why: 'not-in-table', position: 4 });
    expect(checkBodyReference('ISO/TC 1/WG 2/SC 3')).toMatchObject({ why: 'not-in-table' });
  });

  it('no text makes an exception', () => {
    const checks = [checkBodyReference, checkCcsCode, checkIcsCode, checkNotification, checkPlanNumber, checkStageCode];
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        for (const check of checks) expect(['valid', 'malformed']).toContain(check(text).outcome);
        explainPlanNumber(checkPlanNumber(text));
      }),
      { numRuns: 2000 },
    );
  });
});
