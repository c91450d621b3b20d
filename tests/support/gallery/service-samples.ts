import type { Language } from '../../../src/portal/languages.ts';
import type {
  BulkDataView,
  CheckListFormView,
  CheckListResultView,
  CorrectionFormView,
  CorrectionStateView,
  VerifyView,
  WatchFormView,
  WatchStateView,
} from '../../../src/standards/pages/service-view.ts';
import { pages } from './list-samples.ts';
import { both, link, today } from './words.ts';

export function checkListForm(lang: Language): CheckListFormView {
  return {
    action: '/check-list',
    pasted: 'GB9706.1—2007\nGB/T 42061\nyy/t0740',
    asOf: '2026-13-01',
    maximumRows: 10_000,
    maximumMegabytes: 10,
    formToken: 'sample-token',
    problems: [
      {
        field: 'as-of',
        label: both(lang, 'Status on', '状态日').text,
        problem: both(lang, 'A year has 12 months; 13 was entered', '一年有 12 个月，填的是 13').text,
        why: both(lang, 'Days are written YYYY-MM-DD (GB/T 7408, ISO 8601).', '日期写作 YYYY-MM-DD（GB/T 7408）。')
          .text,
      },
    ],
  };
}

export function checkListResult(lang: Language): CheckListResultView {
  const title = (en: string, zh: string) => both(lang, en, zh);
  return {
    asOf: '2022-01-01',
    checkedOn: today,
    total: 312,
    fileName: 'suppliers.docx',
    summary: [
      { status: 'inForce', count: 261, href: '?only=inForce' },
      { status: 'superseded', count: 29, href: '?only=superseded' },
      { status: 'withdrawn', count: 4 },
      { status: 'unknown', count: 9 },
    ],
    several: 2,
    notFound: 5,
    notUnderstood: 2,
    withoutNumber: 3,
    rows: [
      {
        row: 1,
        place: both(lang, 'table 2, row 3', '表 2 第 3 行'),
        asPasted: 'GB9706.1—2007《医用电气设备》',
        understoodAs: 'GB 9706.1-2007',
        outcome: {
          kind: 'found',
          found: {
            standard: link('GB 9706.1-2007', {
              title: title('Medical electrical equipment - Part 1', '医用电气设备 第1部分：安全通用要求'),
            }),
            statusToday: 'superseded',
            statusOnDay: 'inForce',
            doubtful: [],
            replacedBy: [{ standard: link('GB 9706.1-2020'), from: '2023-05-01', isPartial: false }],
            amendments: [],
          },
        },
      },
      {
        row: 2,
        asPasted: 'GB/T 42061',
        understoodAs: 'GB/T 42061',
        outcome: {
          kind: 'several',
          found: [
            {
              standard: link('GB/T 42061-2022'),
              statusToday: 'inForce',
              statusOnDay: 'notYetPublished',
              doubtful: [],
              replacedBy: [],
              amendments: [link('GB/T 42061-2022/XG1-2025')],
            },
            {
              standard: link('GB/T 42061-2012'),
              statusToday: 'superseded',
              statusOnDay: 'inForce',
              doubtful: [],
              replacedBy: [{ standard: link('GB/T 42061-2022'), isPartial: false }],
              amendments: [],
            },
          ],
        },
      },
      {
        row: 3,
        asPasted: 'DB11/T 1234-2015',
        understoodAs: 'DB11/T 1234-2015',
        outcome: {
          kind: 'not-in-register',
          number: 'DB11/T 1234-2015',
          coverage: {
            of: both(lang, 'local standards', '地方标准'),
            records: 69,
            completeness: 'sample',
            href: '/coverage',
          },
        },
      },
      {
        row: 4,
        asPasted: 'GBQ 100-2020',
        outcome: { kind: 'unknown-prefix', prefix: 'GBQ', nearest: ['GB', 'GB/T', 'GBZ'] },
      },
      {
        row: 5,
        asPasted: '=HYPERLINK("https://x.example")',
        outcome: {
          kind: 'malformed',
          position: 1,
          why: both(lang, 'A standard number begins with letters.', '标准号以字母开头。'),
          nearest: [],
        },
      },
    ],
    pagination: pages(1, 4),
    xlsxHref: '/check-list/1.xlsx',
    printHref: '/check-list/1?all',
    watchAction: '/check-list/1/watch',
    answerProof: {
      list: 'q0rX9mXcU3v5nY1sZ2aB4cD6',
      address: 'https://register.example/check-list/q0rX9mXcU3v5nY1sZ2aB4cD6',
      keptUntil: '2026-09-14',
      origin: 'register.example',
      resultHash: '9f2c41d0a86be7135c0c7ae4f35d2a9b1e6487f0d3c25b9a417e8d60f5b3c2a1',
      treeSize: 48_213,
      rootHash: '3b7d90ce5f14a2688be0d1c97f5a4e2360b8c1d7e9f204a6b5c3d8e1f7092a4c',
      sealedAt: '2026-08-13T09:41:07.000Z',
      jsonHref: '/check-list/1.json',
      proofHref: '/check-list/1/proof.json',
    },
    againHref: '/check-list',
  };
}

export function watchForm(lang: Language): WatchFormView {
  return {
    subject: { label: { text: 'GB 9706.1-2020', lang: 'en' }, href: '/standards/GB-9706.1-2020' },
    action: '/follow',
    email: 'reader(at)example.org',
    feedHref: '/feeds/1.atom',
    problems: [
      {
        field: 'email',
        label: both(lang, 'E-mail address', '电子邮箱').text,
        problem: both(lang, 'There is no @ in it', '缺少 @').text,
      },
    ],
  };
}

export function watchStates(): Readonly<Record<WatchStateView['kind'], WatchStateView>> {
  const subject = { label: { text: 'GB 9706.1-2020', lang: 'en' }, href: '/standards/GB-9706.1-2020' };
  return {
    asked: { kind: 'asked', subject, email: 'reader@example.org', validUntil: '2026-08-17' },
    confirm: { kind: 'confirm', subject, action: '/follow/confirm' },
    confirmed: { kind: 'confirmed', subject, stopHref: '/follow/stop' },
    stop: { kind: 'stop', subject, action: '/follow/stop' },
    stopped: { kind: 'stopped', subject },
    expired: { kind: 'expired', againHref: '/follow' },
  };
}

export function correctionForm(lang: Language): CorrectionFormView {
  return {
    standard: link('GB 9706.1-2020'),
    action: '/standards/GB-9706.1-2020/report-error',
    fields: [
      { value: 'published', label: both(lang, 'Published', '发布').text, current: '2020-04-09' },
      { value: 'ics', label: 'ICS', current: '' },
    ],
    entered: { field: 'ics', shouldBe: '11.040', evidence: '', email: '' },
    problems: [
      {
        field: 'evidence',
        label: both(lang, 'Where that can be seen', '依据').text,
        problem: both(
          lang,
          'Nothing was entered; name a page, an announcement or an address',
          '没有填写；写明封面、公告或网址',
        ).text,
      },
    ],
  };
}

export function correctionStates(lang: Language): Readonly<Record<string, CorrectionStateView>> {
  const open: CorrectionStateView = {
    number: 'C-2026-0007',
    standard: link('GB 9706.1-2020'),
    state: 'open',
    reportedOn: '2026-08-01',
    answerBy: { who: both(lang, 'The registrar', '登记岗'), on: '2026-08-22' },
    field: { text: 'ICS', lang: 'en' },
    was: '',
    shouldBe: '11.040',
    evidence: 'https://source.example/cover.pdf',
    steps: [{ on: '2026-08-01', who: both(lang, 'A reader', '读者'), what: both(lang, 'Reported', '提交') }],
  };
  return {
    open,
    late: { ...open, answerBy: { who: both(lang, 'The registrar', '登记岗'), on: '2026-08-12' } },
    accepted: {
      ...open,
      state: 'accepted',
      steps: [
        ...open.steps,
        {
          on: '2026-08-10',
          who: both(lang, 'The registrar', '登记岗'),
          what: both(lang, 'Accepted and corrected', '采纳并更正'),
          reason: both(lang, 'the title page shows it', '封面可见'),
          under: both(lang, 'Correction procedure', '更正程序'),
        },
      ],
    },
    refused: { ...open, state: 'refused' },
  };
}

export function dataSample(lang: Language): BulkDataView {
  const file = (format: BulkDataView['files'][number]['format'], extension: string, bytes: number) => ({
    name: `standards.${extension}`,
    href: `/data/standards.${extension}`,
    format,
    madeOn: '2026-08-15',
    rows: 17_353,
    bytes,
    sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  });
  return {
    files: [
      file('JSON Lines', 'jsonl.gz', 3_912_443),
      file('CSV', 'csv.gz', 84_120),
      file('Parquet', 'parquet', 24_100_000),
    ],
    licences: [
      {
        covers: both(lang, 'International documents', '国际标准'),
        licence: { label: { text: 'ODC-By 1.0', lang: 'en' }, href: 'https://opendatacommons.org/licenses/by/1-0/' },
        attribution: { text: 'ISO Open Data, www.iso.org/open-data.html', lang: 'en' },
      },
    ],
    api: {
      openApiHref: '/api/openapi.json',
      baseUrl: 'https://register.example/api/v1',
      exampleHref: '/api/v1/standards/GB-9706.1-2020',
    },
    feeds: [{ label: both(lang, 'All changes', '全部变化'), href: '/feeds/standards.atom' }],
    oaiPmhHref: '/oai?verb=Identify',
    dcatHref: '/data/catalog.jsonld',
  };
}

export const verifySample: VerifyView = {
  origin: 'register.example/log',
  publicKey: 'register.example+3c8b1a52+AaT0W8hDk3l5bP7f2m0E9w6kq1xYzQ4r8sV5cN2uJ7gB',
  treeSize: 4_207_360,
  rootHash: 'x7Jq2kVb0sYw3H1r9fLm5tQe8oZp4uCdA6iXnGhB1Kw=',
  checkpointAt: '2026-08-16T02:00:01+08:00',
  checkpointHref: '/log/checkpoint',
  tilesHref: '/log/tile/0/000',
  exportCommand: 'npx guiju export register.guiju',
  listCommand: 'npx guiju verify-proof proof.json --list list.json',
  recordCommand: 'npx guiju verify-proof standard.proof.json',
  verifyCommand: 'npx guiju verify --checkpoint checkpoint',
};
