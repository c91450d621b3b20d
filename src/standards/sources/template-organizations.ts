import type { DraftingOrganization } from '../model.ts';
import { cleanLine } from './clean-text.ts';
import { itemsAs, organizationOf } from './nested-cells.ts';
import { shown } from './reading.ts';
import { listIn } from './template-cells.ts';
import { type Cells, textOf } from './template-row.ts';

type Role = DraftingOrganization['role'];

/** The drafting organizations of a row in printed order, the leading ones of a column of their own first. */
export function organizationsOf(cells: Cells): readonly DraftingOrganization[] {
  const leading = stated(cells, 'leadingOrganizations', 'leading');
  const names = new Set(leading.map(({ name }) => name));
  // Often the leading ones are printed again in the list of all.
  const others = stated(cells, 'organizations', 'takingPart').filter(({ name }) => !names.has(name));
  const all = [...leading, ...others];
  for (const { creditCode } of all) {
    if (creditCode && !cells.context.checks.isCreditCode(creditCode))
      cells.doubt('standards.credit-code-wrong', 'organizations', creditCode);
  }
  return all;
}

/** The organizations of a cell, as text or as the objects of JSON Lines. */
function stated(
  cells: Cells,
  field: 'leadingOrganizations' | 'organizations',
  role: Role,
): readonly DraftingOrganization[] {
  const items = itemsAs(cells.row.fields.get(field), (item) => organizationOf(item, role));
  if (items === undefined) return organizationsIn(textOf(cells, field), role);
  return items.flatMap((item) => {
    if ('value' in item) return [item.value];
    if ('text' in item) return organizationsIn(item.text, role);
    cells.doubt('standards.nested-value', field, shown(item.unknown));
    return [];
  });
}

/**
 * Organizations in printed order. Names may hold commas and brackets of their own (`Co., Ltd.`, `（北京）`), so only the
 * marks of Chinese lists and line breaks divide, and only a role or a credit code is taken off the name.
 */
function organizationsIn(text: string, role: Role): readonly DraftingOrganization[] {
  return listIn(text).map((entry): DraftingOrganization => {
    const code = inBrackets.exec(entry) ?? bareCode.exec(entry);
    const mark = /[（([［]\s*(牵头|牵头起草|负责|leading|参与|参加|taking part)(?:单位)?\s*[）)\]］]/i.exec(entry);
    const name = cleanLine(entry.replace(code?.[0] ?? '\u0000', ' ').replace(mark?.[0] ?? '\u0000', ''));
    const isLeading = mark === null ? role === 'leading' : /牵头|负责|leading/i.test(mark[1] ?? '');
    const creditCode = code?.[1]?.toUpperCase();
    return { name, role: isLeading ? 'leading' : 'takingPart', ...(creditCode ? { creditCode } : {}) };
  });
}

// A credit code holds six digits of a region (GB 32100); eighteen letters alone are a word.
const called = '(?:统一社会)?(?:信用)?(?:代码)?[：:]?\\s*';
const code = '((?=(?:[A-Za-z]*\\d){6})[0-9A-Za-z]{18})';
const inBrackets = new RegExp(`[[［（(]\\s*${called}${code}\\s*[\\]］）)]`);
const bareCode = new RegExp(`(?<![0-9A-Za-z])${called}${code}(?![0-9A-Za-z])`);
