import type { Language, LanguageText } from '../../portal/languages.ts';
import { statusAt } from '../queries/brief.ts';
import type { StandardRecord } from '../queries/record.ts';
import { codeName, type ViewContext } from '../views/link.ts';
import { fieldName, valueText } from '../views/words.ts';
import { type ReportableField, reportableFields } from './model.ts';

export interface RecordField {
  readonly value: ReportableField;
  readonly label: string;
  readonly current: string;
}

/** The fields of a record that can be called wrong, with what the page shows of each. */
export function recordFields(record: StandardRecord, context: ViewContext): readonly RecordField[] {
  return reportableFields.map((value) => ({
    value,
    label: labelOf(context.lang, value).text,
    current: valueText(context.lang, shownValue(record, value, context)).slice(0, 300),
  }));
}

export function labelOf(lang: Language, field: string): LanguageText {
  if (field === 'other') return { text: lang === 'en' ? 'Something else' : '其他', lang };
  return fieldName(lang, field);
}

function shownValue(record: StandardRecord, field: ReportableField, context: ViewContext): unknown {
  const title = /^title\.(.+)$/.exec(field)?.[1];
  if (title !== undefined) return record.titles.find(({ lang }) => lang === title)?.text;
  const relation = /^relation\.(.+)$/.exec(field)?.[1];
  if (relation !== undefined)
    return record.relations.filter((one) => one.stated === 'here' && one.kind === relation).map(({ target }) => target);
  switch (field) {
    case 'number':
      return record.number;
    case 'nature':
      return record.nature === null ? '' : codeName(context, 'natures', record.nature)?.text;
    case 'status':
      return codeName(context, 'statuses', statusAt(record, context.day).code)?.text;
    case 'publishedOn':
      return record.publishedAs;
    case 'implementations':
      return record.implementations;
    case 'withdrawnOn':
      return record.withdrawnAs;
    case 'ics':
      return record.ics;
    case 'ccs':
      return record.ccs;
    case 'committee':
      return record.committee;
    case 'department':
      return record.department;
    case 'issuers':
      return record.issuers;
    case 'organizations':
      return record.organizations.map(({ name }) => name);
    default:
      return '';
  }
}
