import type { BulkManifest } from '../exports/bulk-files.ts';
import type { BulkDataView } from '../pages/service-view.ts';
import { named, type ViewContext, written } from './link.ts';

const licenceAddresses: Readonly<Record<string, string>> = {
  'ODC-By-1.0': 'https://opendatacommons.org/licenses/by/1-0/',
  'CC-BY-4.0': 'https://creativecommons.org/licenses/by/4.0/',
  'CC0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
  MIT: 'https://opensource.org/license/mit',
  'Apache-2.0': 'https://www.apache.org/licenses/LICENSE-2.0',
};

/** Bulk files, interfaces and feeds, and under which licence the records of each source come. */
export function dataView(
  shown: { readonly manifest: BulkManifest | undefined; readonly base: string },
  context: ViewContext,
): BulkDataView {
  const { manifest, base } = shown;
  return {
    files: (manifest?.files ?? []).map(({ name, format, rows, bytes, sha256 }) => ({
      name,
      href: `/data/files/${name}`,
      format,
      madeOn: manifest?.madeOn ?? context.today,
      rows,
      bytes,
      sha256,
    })),
    licences: [...context.definitions.sources.values()].flatMap((source) => {
      if (source.licence === null) return [];
      const licence = {
        label: written(source.licence),
        href: licenceAddresses[source.licence] ?? source.address ?? '/data',
      };
      return [
        {
          covers: named(context, source.title) ?? written(source.name),
          licence,
          attribution: written(source.attribution ?? source.name),
        },
      ];
    }),
    api: { openApiHref: '/api/openapi.json', baseUrl: `${base}/api/v1`, exampleHref: '/api/v1/standards?q=9706.1' },
    feeds: [
      {
        label: { text: context.lang === 'en' ? 'Newest acts (Atom)' : '最新变更（Atom）', lang: context.lang },
        href: '/feeds/standards.atom',
      },
      {
        label: {
          text: context.lang === 'en' ? 'Coming into force (iCalendar)' : '即将实施（iCalendar）',
          lang: context.lang,
        },
        href: '/coming.ics',
      },
    ],
    oaiPmhHref: '/oai?verb=Identify',
    dcatHref: '/data/catalog.jsonld',
  };
}
