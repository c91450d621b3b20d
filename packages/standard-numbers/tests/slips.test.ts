import { describe, expect, it } from 'vitest';
import { findNumbers, parse, type Reading } from '../src/index.ts';

describe('digits in front of a number are no number', () => {
  it.each(['23 19001-2016', '13 DB99/T 1-2020', '20 2023-05-01', '1. 19001-2016', '3) ISO 9001:2015'])(
    '%s is not answered by its row number',
    (text) => {
      expect(parse(text)).toMatchObject({ outcome: 'malformed', expected: 'prefix' });
    },
  );

  it.each(['2023-05-01', '2023.5.1', '2023/05/01'])('the day %s is no number', (text) => {
    expect(parse(text)).toMatchObject({ outcome: 'malformed', position: 0, expected: 'text' });
  });

  it.each([
    ['9706.1 医用电气设备', ['GB 9706.1', 'GB/T 9706.1']],
    ['42061 2022', ['GB 42061-2022', 'GB/T 42061-2022']],
    ['19001-2016', ['GB 19001-2016', 'GB/T 19001-2016']],
  ])('%s still has its usual readings', (text, canonicals) => {
    expect(said(parse(text))).toEqual(canonicals);
  });

  it('the tail of a mistyped serial is no number of its own', () => {
    expect(parse('GB/T 42O61-2022')).toMatchObject({ outcome: 'malformed', position: 7 });
    expect(findNumbers('GB/T 42O61-2022')).toEqual([]);
  });
});

describe('slips that leave no doubt', () => {
  it.each([
    ['GBT 42061 2022', 'GB/T 42061-2022'],
    ['GB/T 42061 2022 医疗器械', 'GB/T 42061-2022'],
    ['GB/T 42061⁄2022', 'GB/T 42061-2022'],
    ['GB9706 .1-2020', 'GB 9706.1-2020'],
    ['GB/T  2828 . 1 - 2012', 'GB/T 2828.1-2012'],
    ['GB/T 2828. 1-2012', 'GB/T 2828.1-2012'],
    ['GB/T 17215 . 2 . 1 — 2021', 'GB/T 17215.2.1-2021'],
    ['ISO9001:15', 'ISO 9001:2015'],
    ['ISO 9001:94', 'ISO 9001:1994'],
    ['ITU-T G.711 (11/88)', 'ITU-T G.711 (11/1988)'],
    ['ISO 9001:2015 Amd 1:2024', 'ISO 9001:2015/Amd 1:2024'],
    ['ISO 9001:2015 Amd. 1:2024', 'ISO 9001:2015/Amd 1:2024'],
    ['ISO 9001:2015/Amendment 1:2024', 'ISO 9001:2015/Amd 1:2024'],
    ['ISO/IEC 27001:2013 Cor 1:2014', 'ISO/IEC 27001:2013/Cor 1:2014'],
    ['IEC 60601-1:2005 AMD1:2012', 'IEC 60601-1:2005/AMD1:2012'],
    ['ITU-T X.509 Amd. 1', 'ITU-T X.509 Amd 1'],
    ['ITU-T X.509 (10/2019) Cor 1 (10/2021)', 'ITU-T X.509 (10/2019) Cor. 1 (10/2021)'],
    ['EN 300 328 V2.2.2', 'ETSI EN 300 328 V2.2.2'],
    ['EN 300 328 V2.2.2 (2019-07)', 'ETSI EN 300 328 V2.2.2 (2019-07)'],
    ['ZB J 12 001-89', 'ZB J12001-89'],
    ['NB/T 47013.1～47013.13-2015', 'NB/T 47013.1-47013.13-2015'],
    ['GB/T 1.1～1.2', 'GB/T 1.1-1.2'],
    ['GB/T 4728.1~13-2005', 'GB/T 4728.1-4728.13-2005'],
    ['NB/T 47013.1～13—2015', 'NB/T 47013.1-47013.13-2015'],
    ['GB/T 5169.9~10-2008', 'GB/T 5169.9-5169.10-2008'],
    ['JTGD60-2015', 'JTG D60-2015'],
    ['JTGT 3650-2020', 'JTG/T 3650-2020'],
    ['GSBA67001-2003', 'GSB A67001-2003'],
    ['ZBY 120-83', 'ZB Y 120-83'],
    ['国家标准 GB/T 42061-2022', 'GB/T 42061-2022'],
    ['G B 9706.1-2020', 'GB 9706.1-2020'],
    ['Ｇ　Ｂ　／　Ｔ　19001—2016', 'GB/T 19001-2016'],
    ['y y/t 0740-2009', 'YY/T 0740-2009'],
    ['I S O 9001:2015', 'ISO 9001:2015'],
  ])('%s is %s', (text, canonical) => {
    expect(said(parse(text))).toEqual([canonical]);
    expect(said(parse(canonical))).toEqual([canonical]);
    expect(parse(text)).not.toHaveProperty('rest', expect.stringMatching(/\d/));
  });

  it('letters that stand apart are one prefix in a text too, with their place in it', () => {
    const text = '按 G B 9706.1-2020 和 Y Y/T 0740-2009 检验，附录 A B 12 除外';
    const found = findNumbers(text);
    expect(found.map((one) => one.text)).toEqual(['G B 9706.1-2020', 'Y Y/T 0740-2009']);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(found.map((one) => one.text));
    expect(parse('G B  97O6.1')).toMatchObject({ outcome: 'malformed', position: 7 });
    expect(parse('G X 9706.1')).toMatchObject({ outcome: 'unknown-prefix', prefix: 'G' });
  });

  it('a version leaves no doubt in running text; three digits alone are a European standard', () => {
    expect(findNumbers('see EN 300 328 V2.2.2, clause 4').map(({ text }) => text)).toEqual(['EN 300 328 V2.2.2']);
    expect(said(parse('EN 300:2006'))).toEqual(['EN 300:2006']);
  });

  it('国标 in front of a number without prefix leaves the national readings', () => {
    expect(said(parse('国标42061'))).toEqual(['GB 42061', 'GB/T 42061']);
    expect(parse('国家标准 2023').outcome).toBe('malformed');
  });

  it('a year behind a point is offered as the year it usually is, and as a part', () => {
    expect(parse('GB/T 19001.2016')).toMatchObject({ outcome: 'ambiguous', why: 'year-or-part' });
    expect(said(parse('GB/T 19001.2016'))).toEqual(['GB/T 19001-2016', 'GB/T 19001.2016']);
    expect(said(parse('GB/T 17215.2101-2021'))).toEqual(['GB/T 17215.2101-2021']);
    expect(findNumbers('见 GB/T 19001.2016。').map(({ text }) => text)).toEqual(['GB/T 19001.2016']);
  });

  it.each([
    ['gb9706.1-20', ['GB 9706.1-2020', 'GB 9706.1-9706.20']],
    ['GB/T 4728.1～13', ['GB/T 4728.1-2013', 'GB/T 4728.1-4728.13']],
    ['GB/T 17215.321-08', ['GB/T 17215.321-2008', 'GB/T 17215.321.8']],
    ['GB 7718-11', ['GB 7718-2011', 'GB 7718.11']],
    ['GB 8923-88', ['GB 8923-88']],
  ])('two digits of this century are offered as year and as part: %s', (text, canonicals) => {
    expect(said(parse(text))).toEqual(canonicals);
  });

  it('a number with two digits of this century is found in a text', () => {
    expect(findNumbers('见 GB 9706.1-20 和 GB 8-12。').map(({ text }) => text)).toEqual(['GB 9706.1-20']);
    expect(parse('GB 9706.1-20-21')).toMatchObject({ outcome: 'malformed', expected: 'year' });
  });

  it.each([
    ['标准号：GB/T 42061-2022', ['GB/T 42061-2022']],
    ['标准编号: GB/T 42061—2022', ['GB/T 42061-2022']],
    ['标准编号 标准号：9706.1', ['GB 9706.1', 'GB/T 9706.1']],
    ['Standard No. GB 9706.1-2020', ['GB 9706.1-2020']],
    ['standard number: ISO 9001:2015', ['ISO 9001:2015']],
  ])('%s is read behind its label', (text, canonicals) => {
    expect(said(parse(text))).toEqual(canonicals);
  });

  it('behind a label a slip is pointed at where it stands', () => {
    expect(parse('标准号：GB/T 42O61')).toMatchObject({ outcome: 'malformed', position: 11 });
    expect(parse('标准号：GX/T 1-2020')).toMatchObject({ outcome: 'unknown-prefix', prefix: 'GX' });
    expect(parse('标准号：')).toMatchObject({ outcome: 'malformed', position: 0 });
    expect(parse('Standard')).toMatchObject({ outcome: 'unknown-prefix' });
  });

  it('a year is not made of a quantity, an edition, a clause or a page', () => {
    expect(said(parse('GB 50016 2018年版'))).toEqual(['GB 50016(2018年版)']);
    expect(said(parse('YY 0505 2012台'))).toEqual(['YY 0505']);
    expect(said(parse('GB 9706. 2 pieces'))).toEqual(['GB 9706']);
    expect(said(parse('ISO 9001:10.2'))).toEqual(['ISO 9001']);
    expect(said(parse('GB 9706.1 2000 pieces'))).toEqual(['GB 9706.1']);
  });
});

describe('nothing of an enterprise number is dropped', () => {
  it.each([
    ['Q/ABCD 0001 S-2019', 'Q/ABCD 0001S-2019'],
    ['q/abcd 0001 s', 'Q/ABCD 0001S'],
    ['Q/GDW 10766 Title', 'Q/GDW 10766'],
  ])('%s is %s', (text, canonical) => {
    expect(said(parse(text))).toEqual([canonical]);
  });

  it('a word between serial and year is pointed at, a title behind the serial is left over', () => {
    expect(parse('Q/ABC 0001 X-2019')).toEqual({ outcome: 'malformed', position: 10, expected: 'end' });
    expect(parse('Q/GDW 10766 Title')).toMatchObject({ rest: 'Title' });
  });
});

describe('numbers that share one prefix', () => {
  it('a range of parts is found in a text', () => {
    const found = findNumbers('按 GB/T 4728.1~13-2005 和 NB/T 47013.1~13-2015 执行');
    expect(found.map(({ text }) => text)).toEqual(['GB/T 4728.1~13-2005', 'NB/T 47013.1~13-2015']);
    expect(parse('GB/T 4728.13-1-2005').outcome).toBe('malformed');
  });

  it.each([
    ['GB/T 1.1、1.2', ['GB/T 1.1', 'GB/T 1.2']],
    ['GB 3100、3101、3102', ['GB 3100', 'GB 3101', 'GB 3102']],
    ['GB/T 1.1-2020、1.2-2020 的规定', ['GB/T 1.1-2020', 'GB/T 1.2-2020']],
    ['GB 9706.1、12 台', ['GB 9706.1']],
    ['GB/T 1.1、2.3条', ['GB/T 1.1']],
    ['GB/T 1.1、GB/T 1.2', ['GB/T 1.1', 'GB/T 1.2']],
  ])('%s', (text, canonicals) => {
    expect(findNumbers(text).flatMap(({ reading }) => said(reading))).toEqual(canonicals);
  });
});

function said(reading: Reading): readonly string[] {
  if (reading.outcome === 'recognized') return [reading.number.canonical];
  return reading.outcome === 'ambiguous' ? reading.readings.map((number) => number.canonical) : [];
}
