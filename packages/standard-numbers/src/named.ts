import type { Malformed, Reading } from './model.ts';

/** Words that people write in front of a national number, with opening signs; a run of them is passed at once, so that it stays cheap. */
const NAMES = /^\s*(?:(?:(?:中华人民共和国|中国)?(?:强制性|推荐性)?国家标准|国标)[\s:：《“‘「"'(<[（【]*)+/u;
const YEAR_ALONE = /^(?:19|20)\d\d(?!\d)/;

/** Reads `国家标准GB/T42061-2022` and `国标42061`; undefined when no number stands behind the name. */
export function readNamed(text: string, parse: (text: string) => Reading): Reading | undefined {
  const name = NAMES.exec(text)?.[0];
  if (name === undefined) return undefined;
  const number = text.slice(name.length);
  const reading = parse(number);
  switch (reading.outcome) {
    case 'recognized':
      return reading;
    case 'ambiguous': {
      if (reading.why !== 'prefix-missing') return reading;
      const readings = reading.readings.filter(({ tier }) => tier === 'national');
      return readings.length === 0 || YEAR_ALONE.test(number) ? undefined : { ...reading, readings };
    }
    case 'malformed':
      return behind(name, reading);
    case 'unknown-prefix':
      return undefined;
  }
}

/** Where reading stopped in the whole text; undefined when nothing of the number was read. */
function behind(name: string, reading: Malformed): Malformed | undefined {
  return reading.position === 0 ? undefined : { ...reading, position: reading.position + name.length };
}

/** What stands in front of a number in a form or on a cover; a run of labels is passed at once. */
const LABELS =
  /^\s*(?:(?:(?:现行|国家|行业|地方|团体|企业)?标准(?:编号|号码?)\s*[:：]?|(?:standard|std\.?) (?:no\b\.?|number\b)\s*[:：]?)\s*)+/iu;

/** Reads behind `标准号：`, `标准编号:` or `Standard No.`; undefined when no such label stands in front. */
export function readLabelled(text: string, parse: (text: string) => Reading): Reading | undefined {
  const label = LABELS.exec(text)?.[0];
  if (label === undefined || label.length === text.length) return undefined;
  const reading = parse(text.slice(label.length));
  return reading.outcome === 'malformed' ? { ...reading, position: reading.position + label.length } : reading;
}
