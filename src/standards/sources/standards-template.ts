import type { Implementation, StandardStatement, StatedDate, Title, TitleStanding } from '../model.ts';
import { cleanLines, cleanTitle, isBlank } from './clean-text.ts';
import { type Item, implementationOf, itemsAs } from './nested-cells.ts';
import { type RecordReading, shown } from './reading.ts';
import { type CellReading, dateIn, implementationsIn, isOnPublication, listIn } from './template-cells.ts';
import { showContradictions, withoutItself } from './template-contradictions.ts';
import type { TemplateFieldName } from './template-fields.ts';
import { numberIn } from './template-number.ts';
import { organizationsOf } from './template-organizations.ts';
import { relationsOf } from './template-relations.ts';
import {
  type Cells,
  type CodeChecks,
  cellsOf,
  lineOf,
  ofFittingLength,
  type TemplateContext,
  type TemplateRow,
  textOf,
} from './template-row.ts';
import { natureOf, stateOf } from './template-words.ts';

/** Reads one row of the template. The row is refused with everything wrong in it, or taken with its doubts. */
export function readTemplateRow(row: TemplateRow, context: TemplateContext): RecordReading {
  const cells = cellsOf(row, context);
  const number = numberIn(cells);
  const stated = statementOf(cells, number?.written ?? '');
  if (stated.titles.length === 0) cells.wrong('standards.field-missing', 'titleZh', '');
  const { problems, doubts } = cells;
  if (number === undefined || problems.length > 0) return { outcome: 'refused', problems };
  const { parsed } = number;
  const statement = { ...stated, relations: withoutItself(stated.relations, parsed, cells) };
  showContradictions(statement, parsed, cells);
  // An enterprise number is unique within the enterprise only (Standardization Law, art. 24).
  const isEnterprise = parsed.tier === 'enterprise';
  const holder = statement.organizations.find(({ creditCode }) => creditCode)?.creditCode ?? '';
  const key = isEnterprise ? `${holder}:${parsed.key}` : parsed.key;
  return {
    outcome: 'read',
    records: [{ source: { name: context.sourceName, key, locator: `row ${row.row}` }, statement }],
    doubts,
  };
}

function statementOf(cells: Cells, number: string): StandardStatement {
  const published = dateOf(cells, 'publishedOn');
  const withdrawn = dateOf(cells, 'withdrawnOn');
  const reviewed = dateOf(cells, 'reviewedOn');
  const nature = wordOf(cells, 'nature', natureOf);
  const state = wordOf(cells, 'status', stateOf);
  const scope = scopesOf(cells);
  const optional = optionalLines(cells);
  return {
    number,
    ...(nature ? { nature } : {}),
    titles: titlesOf(cells),
    ...(scope.length > 0 ? { scope } : {}),
    ...(published ? { publishedOn: published } : {}),
    implementations: implementationsOf(cells, published),
    ...(withdrawn ? { withdrawnOn: withdrawn } : {}),
    ...(reviewed ? { reviewedOn: reviewed } : {}),
    ...(state ? { reported: { state, words: lineOf(cells, 'status') } } : {}),
    relations: relationsOf(cells),
    ics: codesOf(cells, 'ics', 'ics'),
    ccs: codesOf(cells, 'ccs', 'ccs'),
    topics: listIn(textOf(cells, 'topics')),
    issuers: listIn(textOf(cells, 'issuers')),
    organizations: organizationsOf(cells),
    drafters: listIn(textOf(cells, 'drafters')),
    ...optional,
  };
}

type OptionalFields = Partial<
  Pick<
    StandardStatement,
    | 'withdrawalReason'
    | 'industry'
    | 'region'
    | 'committee'
    | 'department'
    | 'remarks'
    | 'filing'
    | 'pages'
    | 'textAddress'
  >
>;

function optionalLines(cells: Cells): OptionalFields {
  const [industry] = codesOf(cells, 'industry', 'industries');
  const [region] = codesOf(cells, 'region', 'regions');
  const filingNumber = lineOf(cells, 'filingNumber');
  const filedOn = dateOf(cells, 'filedOn');
  const pages = /^\d{1,5}$/.exec(lineOf(cells, 'pages'))?.[0];
  const address = lineOf(cells, 'textAddress');
  const isAddress = /^https?:\/\/[^\s<>"]{3,}$/i.test(address);
  if (address !== '' && !isAddress) cells.doubt('standards.field-not-understood', 'textAddress', address);
  const lines = (['withdrawalReason', 'committee', 'department', 'remarks'] as const).map(
    (field) => [field, lineOf(cells, field)] as const,
  );
  return {
    ...Object.fromEntries(lines.filter(([, text]) => text !== '')),
    ...(industry ? { industry } : {}),
    ...(region ? { region } : {}),
    ...(filingNumber ? { filing: { number: filingNumber, ...(filedOn ? { date: filedOn } : {}) } } : {}),
    ...(pages ? { pages: Number(pages) } : {}),
    ...(isAddress ? { textAddress: address } : {}),
  };
}

function titlesOf(cells: Cells): readonly Title[] {
  const standing = standingOf(lineOf(cells, 'titleEnStanding'));
  const title = (field: 'titleZh' | 'titleEn', lang: string, how: TitleStanding): readonly Title[] => {
    const text = ofFittingLength(cells, field, cleanTitle(textOf(cells, field)));
    return text === '' ? [] : [{ lang, text, standing: how }];
  };
  return [...title('titleZh', 'zh-Hans', 'official'), ...title('titleEn', 'en', standing)];
}

function standingOf(text: string): TitleStanding {
  if (/^(正式|official)$/i.test(text)) return 'official';
  return /^(采用|adopted)$/i.test(text) ? 'adopted' : 'unofficial';
}

function scopesOf(cells: Cells): readonly { readonly lang: string; readonly text: string }[] {
  return (
    [
      ['scopeZh', 'zh-Hans'],
      ['scopeEn', 'en'],
    ] as const
  ).flatMap(([field, lang]) => {
    const text = cleanLines(textOf(cells, field));
    return isBlank(text) ? [] : [{ lang, text }];
  });
}

function dateOf(cells: Cells, field: TemplateFieldName): StatedDate | undefined {
  const cell = cells.row.fields.get(field);
  return cell && taken(cells, field, dateIn(cell, cells.context.dateBase));
}

function implementationsOf(cells: Cells, published: StatedDate | undefined): readonly Implementation[] {
  const cell = cells.row.fields.get('implementedOn');
  if (cell && published && isOnPublication(cell.text)) {
    cells.doubt('standards.implemented-on-publication', 'implementedOn', cell.text);
    return [{ date: published, words: cell.text }];
  }
  const items = itemsAs(cell, implementationOf);
  if (items) return items.flatMap((item) => implementationsOfItem(cells, item));
  return (cell && taken(cells, 'implementedOn', implementationsIn(cell, cells.context.dateBase))) ?? [];
}

function implementationsOfItem(cells: Cells, item: Item<Implementation>): readonly Implementation[] {
  if ('value' in item) return [item.value];
  if ('unknown' in item) {
    cells.doubt('standards.nested-value', 'implementedOn', shown(item.unknown));
    return [];
  }
  const cell = { text: item.text, kind: 'text' } as const;
  return taken(cells, 'implementedOn', implementationsIn(cell, cells.context.dateBase)) ?? [];
}

function taken<Value>(cells: Cells, field: TemplateFieldName, reading: CellReading<Value>): Value | undefined {
  if ('wrong' in reading) {
    const code =
      reading.wrong === 'office-tables.date-impossible' ? 'standards.date-impossible' : 'standards.date-not-understood';
    cells.wrong(code, field, textOf(cells, field));
    return undefined;
  }
  if (reading.doubt !== undefined) cells.doubt('standards.date-doubtful', field, textOf(cells, field));
  return reading.value;
}

/** A word of a short list: 性质 or 状态. An unknown word is shown and left out, the row is still of use. */
function wordOf<Value>(
  cells: Cells,
  field: 'nature' | 'status',
  meaning: (text: string) => Value | undefined,
): Value | undefined {
  const text = lineOf(cells, field);
  if (text === '') return undefined;
  const value = meaning(text);
  if (value === undefined)
    cells.doubt(field === 'status' ? 'standards.status-not-understood' : 'standards.field-not-understood', field, text);
  return value;
}

function codesOf(
  cells: Cells,
  field: 'ics' | 'ccs' | 'industry' | 'region',
  list: Parameters<CodeChecks['isKnown']>[0],
): readonly string[] {
  const codes = listIn(textOf(cells, field).replace(/[,\s/]+/g, '；'));
  for (const code of codes)
    if (!cells.context.checks.isKnown(list, code)) cells.doubt('standards.code-not-in-list', field, code);
  return codes;
}
