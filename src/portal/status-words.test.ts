import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDefinitions } from '../foundation/definitions.ts';
import { statusCodes, statusFlags } from './register-codes.ts';
import { portalText } from './texts.ts';

const definitions = readDefinitions(join(import.meta.dirname, '../../definitions'));
const listed = definitions.codelist('statuses').at('2026-01-31');

describe('a status has one name in each language', () => {
  test.each([...statusCodes, ...statusFlags])('%s: on pages, in the code list and in the glossary', (code) => {
    const shown = { zh: portalText('zh-Hans')(`status.${code}`), en: portalText('en')(`status.${code}`) };
    const term = definitions.glossary.find(({ codeName }) => codeName === code);
    expect(listed.get(code)?.name).toEqual(shown);
    expect({ zh: term?.chinese, en: term?.english }).toEqual({ zh: shown.zh, en: shown.en.toLowerCase() });
  });
});
