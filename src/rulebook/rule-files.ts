import { type OutColumn, type OutValue, writeCsv, writeXlsx } from '@guiju/office-tables';
import type { Definitions } from '../foundation/definitions.ts';
import type { Language } from '../portal/languages.ts';
import { type Asked, jurisdictionsAt } from './asked.ts';
import { appliedAt, type RuleRow, ruleRows } from './rule-view.ts';
import { inLanguage, valueSentence } from './sentences.ts';
import { rulebookText } from './texts.ts';

interface FileGiven {
  readonly lang: Language;
  readonly definitions: Definitions;
  readonly asked: Asked;
}

/** Every value of every rule as CSV, in the language of the reader. */
export function rulesCsv(given: FileGiven): Uint8Array {
  return writeCsv(columnsOf(given), rowsOf(given));
}

/** The same as a workbook, with the sources on a sheet of their own. */
export function rulesXlsx(given: FileGiven & { readonly writtenAt: string; readonly creator: string }): Uint8Array {
  const { lang, definitions } = given;
  const t = rulebookText(lang);
  return writeXlsx({
    sheets: [
      { name: t('title'), columns: columnsOf(given), rows: rowsOf(given) },
      {
        name: t('rule.sources'),
        columns: [
          { title: t('source.tag'), width: 14 },
          { title: t('source.title'), width: 60 },
          { title: t('source.number'), width: 34 },
          { title: t('source.inForce'), width: 14 },
          { title: t('source.read'), width: 60 },
        ],
        rows: [...definitions.legalSources.values()].map(({ tag, title, number, inForceFrom, whatWasRead }) => [
          tag,
          inLanguage(lang, title),
          number ?? '',
          inForceFrom ?? '',
          inLanguage(lang, whatWasRead),
        ]),
      },
    ],
    title: t('title'),
    creator: given.creator,
    writtenAt: given.writtenAt,
  });
}

function columnsOf({ lang, asked }: FileGiven): readonly OutColumn[] {
  const t = rulebookText(lang);
  return [
    { title: t('column.id'), width: 36 },
    { title: t('column.subject'), width: 22 },
    { title: t('column.rule'), width: 44 },
    { title: t('column.kind'), width: 12 },
    { title: t('column.value'), width: 36 },
    { title: t('column.place'), width: 14 },
    { title: t('column.placeCode'), width: 14 },
    { title: t('column.from'), width: 12 },
    { title: t('column.until'), width: 12 },
    { title: t('column.holds', { day: asked.day }), width: 12 },
    { title: t('column.basis'), width: 50 },
    { title: t('column.confirmed'), width: 12 },
    { title: t('column.note'), width: 60 },
  ];
}

function rowsOf({ lang, definitions, asked }: FileGiven): readonly (readonly OutValue[])[] {
  const t = rulebookText(lang);
  const yes = (is: boolean) => t(is ? 'switch.on' : 'switch.off');
  return ruleRows({ lang, definitions, day: asked.day }, asked).map((row: RuleRow) => [
    row.id,
    row.subject,
    row.title,
    t(`kind.${row.kind}`),
    row.value,
    row.place,
    row.placeCode,
    row.from ?? '',
    row.until ?? '',
    yes(row.holds),
    row.basis,
    yes(row.isConfirmed),
    row.note ?? '',
  ]);
}

/** The rulebook for programs: every rule as it is defined, and what applies at the asked place on the asked day. */
export function rulesJson({ lang, definitions, asked }: FileGiven) {
  const rules = definitions.ruleSubjects.flatMap((subject) =>
    subject.rules.flatMap((id) => ruleJson(id, subject.id, { lang, definitions, asked })),
  );
  return {
    asOf: asked.day,
    jurisdiction: asked.jurisdiction,
    jurisdictions: [...jurisdictionsAt(asked.jurisdiction), 'nation'],
    sources: [...definitions.legalSources.values()],
    rules,
  };
}

/** One rule for programs; nothing when it is not asked for. */
export function ruleJson(id: string, subject: string, { lang, definitions, asked }: FileGiven) {
  const rule = definitions.rulebook.get(id);
  if (!rule) return [];
  const applied = appliedAt(definitions, id, asked);
  if (asked.onlyUnconfirmed && applied?.confirmed !== false) return [];
  return [
    {
      ...rule,
      subject,
      applies: applied
        ? {
            jurisdiction: applied.jurisdiction,
            content: applied.content,
            basis: applied.basis,
            confirmed: applied.confirmed,
            sentence: valueSentence(lang, applied, definitions),
          }
        : null,
    },
  ];
}
