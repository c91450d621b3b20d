import { z } from 'zod';

/**
 * The shapes that Relaton has given its records over the years, brought to one. Scalars arrive as text (the failsafe
 * schema of YAML), because `53.060` is an ICS code and not a number. One item may stand where a list may, a plain text
 * where an object with `content` may.
 */
const most = 2_000;
const text = z.string().max(100_000);

/** A list, one item of it, or nothing. */
function listOf<Item extends z.ZodType>(item: Item) {
  return z
    .union([z.array(item).max(most), item])
    .nullish()
    .transform((value): readonly z.output<Item>[] => {
      if (value === null || value === undefined) return [];
      return Array.isArray(value) ? value : [value];
    });
}

/** A text, or an object that holds it under `content`, `value`, `id`, `at`, `on`, `name` or `code`. */
const textOrHolder = z
  .union([
    text,
    z.looseObject({ content: text.nullish(), value: text.nullish(), id: text.nullish(), code: text.nullish() }),
  ])
  .transform((value) =>
    typeof value === 'string' ? value : (value.content ?? value.value ?? value.id ?? value.code ?? ''),
  );

const identifier = z
  .union([
    text,
    z.looseObject({ id: text.nullish(), content: text.nullish(), type: text.nullish(), primary: text.nullish() }),
  ])
  .transform((value) =>
    typeof value === 'string'
      ? { id: value, type: '', isPrimary: false }
      : { id: value.id ?? value.content ?? '', type: value.type ?? '', isPrimary: value.primary === 'true' },
  );

const inLanguage = z
  .union([
    text,
    z.looseObject({ content: text.nullish(), language: listOf(text), script: listOf(text), type: text.nullish() }),
  ])
  .transform((value) =>
    typeof value === 'string'
      ? { content: value, language: '', script: '', type: '' }
      : {
          content: value.content ?? '',
          language: value.language[0] ?? '',
          script: value.script[0] ?? '',
          type: value.type ?? '',
        },
  );

const date = z.looseObject({
  type: text.nullish(),
  at: text.nullish(),
  on: text.nullish(),
  value: text.nullish(),
  from: text.nullish(),
});

const organization = z.looseObject({
  name: listOf(textOrHolder),
  abbreviation: textOrHolder.nullish(),
  subdivision: listOf(
    z.union([
      text.transform((name) => ({ name: [name], identifier: [] })),
      z.looseObject({ name: listOf(textOrHolder), identifier: listOf(textOrHolder) }),
    ]),
  ),
});
const person = z.looseObject({
  name: z
    .looseObject({
      completename: textOrHolder.nullish(),
      surname: textOrHolder.nullish(),
      forename: listOf(textOrHolder),
    })
    .nullish(),
});
const contributor = z.looseObject({
  role: listOf(z.union([text.transform((type) => ({ type })), z.looseObject({ type: text.nullish() })])),
  organization: organization.nullish(),
  person: person.nullish(),
});

const stage = textOrHolder.nullish();
const status = z.looseObject({ stage, substage: stage });
const group = z.looseObject({ name: text.nullish(), type: text.nullish(), number: text.nullish() });
const editorialGroup = z.looseObject({
  agency: listOf(text),
  technical_committee: listOf(group),
  subcommittee: listOf(group),
  name: text.nullish(),
  content: text.nullish(),
});
const classified = z.looseObject({ ics: listOf(textOrHolder), ccs: listOf(textOrHolder) });
const projectNumber = z.looseObject({ project_number: textOrHolder.nullish() });

const record = z.looseObject({
  docid: listOf(identifier),
  docidentifier: listOf(identifier),
  docnumber: text.nullish(),
  title: listOf(inLanguage),
  date: listOf(date),
  status: status.nullish(),
  docstatus: status.nullish(),
  edition: textOrHolder.nullish(),
  language: listOf(text),
  abstract: listOf(inLanguage),
  keyword: listOf(textOrHolder),
  source: listOf(
    z.union([
      text.transform((content) => ({ content, type: '' })),
      z.looseObject({ content: text.nullish(), type: text.nullish() }),
    ]),
  ),
  link: listOf(
    z.union([
      text.transform((content) => ({ content, type: '' })),
      z.looseObject({ content: text.nullish(), type: text.nullish() }),
    ]),
  ),
  contributor: listOf(contributor),
  fetched: text.nullish(),
  ics: listOf(textOrHolder),
  ccs: listOf(textOrHolder),
  structuredidentifier: listOf(projectNumber),
  editorialgroup: listOf(editorialGroup),
  committee: listOf(editorialGroup),
});

const extension = z.looseObject({
  ...classified.shape,
  structuredidentifier: listOf(projectNumber),
  editorialgroup: listOf(editorialGroup),
  gbcommittee: listOf(editorialGroup),
});

const relation = z.looseObject({
  type: text.nullish(),
  description: textOrHolder.nullish(),
  bibitem: z
    .looseObject({ docid: listOf(identifier), docidentifier: listOf(identifier), formattedref: textOrHolder.nullish() })
    .nullish(),
});

export const relatonRecord = z.looseObject({ ...record.shape, ext: extension.nullish(), relation: listOf(relation) });
export type RelatonRecord = z.output<typeof relatonRecord>;
export type RelatonIdentifier = z.output<typeof identifier>;
export type RelatonRelation = z.output<typeof relation>;
export type RelatonText = z.output<typeof inLanguage>;
