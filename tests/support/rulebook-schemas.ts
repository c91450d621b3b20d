import {
  calendarFileShape,
  documentKindsFileShape,
  procedureShape,
  rulebookFileShape,
  sourcesFileShape,
} from '@guiju/procedure-language';
import { z } from 'zod';

const shapes = {
  rulebook: { shape: rulebookFileShape, title: 'Rules of one subject: definitions/rulebook/*.yaml' },
  'rulebook-sources': { shape: sourcesFileShape, title: 'Sources of rules: definitions/rulebook/sources.yaml' },
  'document-kinds': {
    shape: documentKindsFileShape,
    title: 'Kinds of documents: definitions/rulebook/document-kinds.yaml',
  },
  procedure: { shape: procedureShape, title: 'A version of a procedure: definitions/procedures/*.yaml' },
  calendar: { shape: calendarFileShape, title: 'Free and worked days: definitions/calendars/*.yaml' },
} as const;

/** The JSON Schemas of the files of rules and days, by the name of their file in docs/schemas. */
export function rulebookSchemas(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(shapes).map(([name, { shape, title }]) => {
      const schema = { title, ...z.toJSONSchema(shape, { io: 'input' }) };
      return [`${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`];
    }),
  );
}
