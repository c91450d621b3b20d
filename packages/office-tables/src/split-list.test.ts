import { expect, test } from 'vitest';
import { splitList } from './index.ts';

test.each([
  ['GB/T 1-2009、T/CAS 2-2020', ['GB/T 1-2009', 'T/CAS 2-2020']],
  [
    'GB 1-2009，GB 2-2009,GB 3-2009；GB 4-2009;GB 5-2009',
    ['GB 1-2009', 'GB 2-2009', 'GB 3-2009', 'GB 4-2009', 'GB 5-2009'],
  ],
  ['DB31/T 1-2020\r\nDB3101/T 2-2021\n', ['DB31/T 1-2020', 'DB3101/T 2-2021']],
  ['GB 3-2001/GB 4-2001', ['GB 3-2001', 'GB 4-2001']],
  ['GB/T 1-2009 / GB/T 2-2009', ['GB/T 1-2009', 'GB/T 2-2009']],
  ['GB/T 1.1—2009 GB/T 1.2—2009', ['GB/T 1.1—2009', 'GB/T 1.2—2009']],
  ['GB 1-2020和GB 2-2020及YY/T 3-2020', ['GB 1-2020', 'GB 2-2020', 'YY/T 3-2020']],
  ['ISO 9001:2015 and ISO/IEC 17025:2017', ['ISO 9001:2015', 'ISO/IEC 17025:2017']],
  ['GB/T 1-2000（部分代替，见附录A）；Q/ABC 1-2020', ['GB/T 1-2000（部分代替，见附录A）', 'Q/ABC 1-2020']],
  ['GB 1-1999（第3章） 及 GB 2-1999', ['GB 1-1999（第3章）', 'GB 2-1999']],
  ['GB 1-1999（第3章）GB 2-1999', ['GB 1-1999（第3章）GB 2-1999']],
  ['GB 1-1999第3章和GB 2-1999', ['GB 1-1999第3章', 'GB 2-1999']],
  ['NEQ ISO 10002:2018；IDT ISO 10012:2003', ['NEQ ISO 10002:2018', 'IDT ISO 10012:2003']],
  ['ISO 9001:2015, IDT ISO 9004:2018', ['ISO 9001:2015', 'IDT ISO 9004:2018']],
  ['ISO 1:2000，IDT；ISO 2:2000，修改采用', ['ISO 1:2000，IDT', 'ISO 2:2000，修改采用']],
  ['ISO 1:2000，MOD和ISO 2:2000，非等效', ['ISO 1:2000，MOD', 'ISO 2:2000，非等效']],
  ['等同采用ISO 1:2000 修改采用ISO 2:2000', ['等同采用ISO 1:2000', '修改采用ISO 2:2000']],
  ['', []],
  ['、；', []],
])('%s holds several', (text, entries) => {
  expect(splitList(text)).toEqual(entries);
});

test.each([
  'GB/T 1-2009',
  'T/CAS 2-2020',
  'GB/T 1-2009/ISO 2:2003',
  'GB/T 1-2009/ISO 2:2003, IDT',
  'GB 1-2020/XG1-2021',
  'ISO 1:2000/Amd 1:2005',
  'ISO/IEC GUIDE 51:2014',
  'Q/ABC 1-2020',
  'GB 50016-2014（2018年版）',
  'ISO 31000:2018，修改采用',
  'ISO 31000:2018；NEQ',
  'GB 1-1999（第3章及GB 2-1999 的附录A）',
  'GB/T 1-2009 温度和湿度要求',
])('%s is one number and stays whole', (text) => {
  expect(splitList(text)).toEqual([text]);
});

test('a bracket that is never closed does not swallow the list', () => {
  expect(splitList('GB 1-2020（现行、GB 2-2020')).toEqual(['GB 1-2020（现行', 'GB 2-2020']);
});

test('a very long text takes linear time', () => {
  const started = process.cpuUsage();
  splitList(`GB 1-2020${' '.repeat(200_000)}x`);
  splitList('（'.repeat(200_000));
  splitList(`${' 及 GB 1'.repeat(40_000)}`);
  splitList('，等同'.repeat(60_000));
  splitList('GB 1-2020/'.repeat(20_000));
  expect(process.cpuUsage(started).user / 1_000).toBeLessThan(2_000);
});
