import { writeXlsx } from '@guiju/office-tables';
import { templateFields } from '../sources/template-fields.ts';

const columns = templateFields.map((field) => ({ ...field, heading: field.names[0] ?? field.field }));

/** The template as a workbook to fill in: one sheet with the headings, one that says what belongs under each. */
export function templateWorkbook(): Uint8Array {
  return writeXlsx({
    sheets: [
      {
        name: '标准 standards',
        columns: columns.map(({ heading }) => ({ title: heading, width: 22, kind: 'text' })),
        rows: [],
      },
      {
        name: '填写说明 guide',
        columns: ['列', '填写说明', 'how to fill it in', '样例 example'].map((title) => ({
          title,
          width: 36,
          kind: 'text',
        })),
        rows: columns.map(({ heading, meaning, example }) => [heading, meaning.zh, meaning.en, example]),
      },
    ],
  });
}

/** The template as a page: every column with the headings by which it is known, its member name in JSON Lines, and an example. */
export function templatePage(): string {
  const rows = columns.map(({ field, names, meaning, example }) =>
    [`\`${field}\``, names.join('、'), meaning.zh, meaning.en, example].map(cell).join(' | '),
  );
  return [
    '# The template of standards 标准登记模板',
    '',
    'Made by `npx guiju import standards docs/import-template.md --template`; `… template.xlsx --template` makes the workbook to fill in. How files are read: [import.md](import.md).',
    '',
    '| member in JSON Lines | headings understood | 填写说明 | how to fill it in | example |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
    '',
  ].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
