import type { Language } from '../../../src/portal/languages.ts';
import type { StandardView } from '../../../src/standards/pages/standard-view.ts';
import { both, chinese, link, proof, source, titles } from './words.ts';

/** GB 9706.1-2020 with the values of the register's founding data; history and proof are made up. */
export function fullStandard(lang: Language): StandardView {
  const number = 'GB 9706.1-2020';
  const superseded = { status: 'superseded' as const };
  return {
    ...emptyStandard(lang, number),
    titles: titles(
      '医用电气设备 第1部分：基本安全和基本性能的通用要求',
      'Medical electrical equipment - Part 1: General requirements for basic safety and essential performance',
    ),
    status: { ...noStatus, code: 'inForce', since: '2023-05-01', review: { dueOn: '2025-04-09' } },
    dates: { ...noDates, publishedOn: '2020-04-09', implementations: [{ on: '2023-05-01' }] },
    editions: [
      edition('GB 9706.1-1995', { hasEnded: true, yearOfNumber: 1995 }),
      edition('GB 9706.1-2007', { endedOn: '2023-05-01', isEndInferred: true, hasEnded: true, yearOfNumber: 2007 }),
      edition('GB 9706.15-2008', { endedOn: '2023-05-01', isEndInferred: true, hasEnded: true, yearOfNumber: 2008 }),
      edition('YY/T 0708-2009', { endedOn: '2023-05-01', isEndInferred: true, hasEnded: true, yearOfNumber: 2009 }),
      edition(number, { isThis: true, publishedOn: '2020-04-09', inForceFrom: '2023-05-01' }),
    ],
    relations: [
      { kind: 'replaces', target: link('GB 9706.1-2007', superseded), isPartial: false },
      { kind: 'replaces', target: link('GB 9706.15-2008', superseded), isPartial: false },
      { kind: 'replaces', target: link('YY/T 0708-2009', superseded), isPartial: false },
      { kind: 'adopts', target: link('IEC 60601-1:2005+A2:2020'), degree: 'MOD', isPartial: false },
      { kind: 'sameSeries', target: link('GB 9706.103-2020', { status: 'inForce' }), isPartial: false },
      {
        kind: 'sameSeries',
        target: link('GB 9706.2××', { href: '/standards?q=GB+9706.2' }),
        isPartial: false,
        count: 36,
      },
      { kind: 'sameDay', target: link('YY/T 0740-2022', { status: 'inForce' }), isPartial: false },
      { kind: 'sameDay', target: link('YY/T 0795-2022', { status: 'inForce' }), isPartial: false },
    ],
    classification: { ...noClasses, sourceClass: chinese('通用技术领域，医用电气设备') },
    history: [
      {
        knownOn: '2026-08-15',
        act: both(lang, 'Entered: titles, dates, three replacements, adoption', '登入：题名、日期、代替三项、采用关系'),
        by: both(lang, 'Import of the list of medical-device standards', '导入医疗器械标准名录'),
        under: both(lang, 'Statement of the source', '来源声明'),
        changes: [],
      },
      {
        knownOn: '2026-08-16',
        act: both(lang, 'Corrected the dash in the English title (sample)', '更正英文题名的连字符（样例）'),
        by: both(lang, 'Registrar (sample)', '登记岗（样例）'),
        under: both(lang, 'Correction procedure (sample)', '更正程序（样例）'),
        underHref: '/rules/correction',
        changes: [
          {
            field: both(lang, 'English title', '英文题名'),
            before: { text: '… equipment - Part 1 …', lang: 'en' },
            after: { text: '… equipment — Part 1 …', lang: 'en' },
          },
        ],
      },
    ],
    proof: proof(),
    jsonLd: { '@context': 'https://schema.org', '@type': 'CreativeWork', identifier: number },
  };
}

/** A made-up standard with everything a record can hold: several days, amendments, drafters, sources that disagree. */
export function richStandard(lang: Language): StandardView {
  const number = 'YY/T 9901-2025';
  const base = source(lang);
  return {
    ...emptyStandard(lang, number),
    otherNumbers: ['T/SAMPLE 12-2024'],
    numberAsPrinted: 'YY／T 9901—2025',
    editionNote: '2026年版',
    titles: titles(
      '样例设备 第3部分：示例性能和试验方法',
      'Sample equipment - Part 3: Sample performance and test methods',
    ),
    scope: chinese('本文件规定了样例设备的要求，描述了试验方法，适用于样例设备的设计、制造和检验。'),
    status: {
      ...noStatus,
      code: 'inForce',
      flags: ['partlyReplaced', 'suspended'],
      since: '2026-03-01',
      partlyReplacedBy: [link('YY/T 9901-2026', { status: 'notYetInForce' })],
      usableBeside: [link('YY/T 9901-2026')],
      transitionEndsOn: '2027-10-01',
      replacedPart: both(lang, 'clause 7', '第 7 章'),
      suspension: {
        from: '2026-06-01',
        until: '2026-12-01',
        by: both(lang, 'Sample Administration', '样例管理局'),
        reason: both(lang, 'a patent statement is missing', '缺少专利声明'),
      },
    },
    dates: {
      ...noDates,
      approvedOn: '2025-09-01',
      publishedOn: '2025-09-25',
      filedOn: '2025-12',
      filingNumber: '备案样例 0001-2025',
      implementations: [
        {
          on: '2026-03-01',
          scope: both(lang, 'new products', '新产品'),
          asWritten: chinese('新产品自2026年3月1日起实施'),
        },
        { on: '2027-03-01', scope: both(lang, 'products already approved', '已获批产品') },
        { togetherWith: link('GB 9706.1-2020'), on: '2023-05-01', scope: both(lang, 'combined systems', '组合系统') },
      ],
    },
    amendments: [{ standard: link('YY/T 9901-2025/XG1-2026'), publishedOn: '2026-05', implementedOn: '2026-06-01' }],
    editions: [
      edition('YY/T 9901-2015', { publishedOn: '2015-03', inForceFrom: '2016-01-01', hasEnded: true }),
      edition(number, { isThis: true, publishedOn: '2025-09-25', inForceFrom: '2026-03-01' }),
      edition('YY/T 9901-2026', { publishedOn: '2026-07-01', inForceFrom: '2027-10-01' }),
    ],
    stages: [],
    relations: [
      {
        kind: 'replaces',
        target: link('YY/T 9901-2015', { status: 'superseded' }),
        isPartial: true,
        locality: both(lang, 'all but annex B', '附录 B 除外'),
      },
      { kind: 'replacedBy', target: link('YY/T 9901-2026', { status: 'notYetInForce' }), isPartial: true },
      { kind: 'adopts', target: link('ISO 99901-3:2023', { status: 'inForce' }), degree: 'IDT', isPartial: false },
      {
        kind: 'adopts',
        target: link('ISO 99901-3:2023/Amd 1:2024', { status: 'inForce' }),
        degree: 'IDT',
        isPartial: false,
      },
      ...['GB/T 1.1-2020', 'DB31/T 9901-2022', 'T/CAS 290-2017', 'EN 9901:2020', 'GB/Z 9903-2022'].map((cited) => ({
        kind: 'cites' as const,
        target: link(cited, { status: 'inForce' }),
        isPartial: false,
      })),
    ],
    classification: {
      ics: [
        {
          code: '11.040.10',
          name: { text: 'Anaesthetic, respiratory and reanimation equipment', lang: 'en' },
          href: '/browse/ics/11.040.10',
        },
      ],
      ccs: [{ code: 'C46', name: chinese('医疗设备通用要求'), href: '/browse/ccs/C46' }],
      industries: [{ code: '3581', name: chinese('医疗诊断、监护及治疗设备制造') }],
      topics: [{ label: both(lang, 'Patient monitoring', '病人监护'), href: '/standards?topic=monitoring' }],
      region: { code: '310000', name: both(lang, 'Shanghai', '上海市'), href: '/browse/region/310000' },
      sector: { code: 'YY', name: both(lang, 'Medicine', '医药'), href: '/browse/sector/YY' },
    },
    responsibility: {
      issuers: [{ name: chinese('样例监督管理局') }],
      department: { name: chinese('样例监督管理局') },
      committee: {
        name: both(lang, 'Sample committee SAC/TC 999', '全国样例设备标准化技术委员会（SAC/TC 999）'),
        href: '/committees/SAC-TC-999',
      },
    },
    draftingOrganizations: [
      {
        name: chinese('样例医疗器械检验所'),
        href: '/organizations/1',
        role: 'leading',
        creditCode: '12310000MB0000013G',
        kind: both(lang, 'public institution', '事业单位'),
        region: both(lang, 'Shanghai', '上海市'),
      },
      { name: chinese('样例医疗器械有限公司'), role: 'takingPart' },
      { name: chinese('样例大学附属医院'), role: 'notStated' },
    ],
    drafters: ['张样例', '李样例', '王样例'],
    disagreements: [
      {
        field: both(lang, 'In force', '实施日期'),
        shown: both(lang, '1 March 2026', '2026年3月1日'),
        shownSource: base,
        others: [
          {
            value: both(lang, '1 April 2026', '2026年4月1日'),
            source: { ...base, name: both(lang, 'Filing notice (sample)', '备案公告（样例）'), licence: undefined },
          },
        ],
        rule: both(
          lang,
          'The register of the issuing department goes before secondary lists',
          '发布部门的名录优先于转载名录',
        ),
      },
    ],
    sources: [base],
    history: fullStandard(lang).history,
    places: { ...emptyStandard(lang, number).places, text: '/texts/sample.pdf', compare: '/compare' },
  };
}

export const noStatus: StandardView['status'] = {
  code: 'unknown',
  flags: [],
  replacedBy: [],
  partlyReplacedBy: [],
  usableBeside: [],
  isCertain: true,
  contradicting: [],
  heldBeside: [],
  servingBeside: [],
  useInstead: [],
};
export const noDates: StandardView['dates'] = { implementations: [], hasNoImplementationDay: false };
const noClasses: StandardView['classification'] = { ics: [], ccs: [], industries: [], topics: [] };

/** A record of which only the number and the source are known. */
export function emptyStandard(lang: Language, number: string): StandardView {
  const { href = '', mark } = link(number);
  return {
    href,
    number,
    otherNumbers: [],
    mark,
    path: [
      { label: both(lang, 'Standards', '标准'), href: '/standards' },
      { label: both(lang, 'By tier', '按层级'), href: '/browse/tier' },
    ],
    titles: [],
    status: noStatus,
    dates: noDates,
    editions: [],
    stages: [],
    relations: [],
    amendments: [],
    classification: noClasses,
    responsibility: { issuers: [] },
    draftingOrganizations: [],
    drafters: [],
    disagreements: [],
    sources: [source(lang)],
    history: [],
    places: {
      json: `/api/v1${href}`,
      jsonLd: `${href}.jsonld`,
      atom: `${href}.atom`,
      bibtex: `${href}.bib`,
      ris: `${href}.ris`,
      cslJson: `${href}.csl.json`,
      relaton: `${href}.relaton.yaml`,
      follow: `${href}/follow`,
      reportError: `${href}/report-error`,
    },
  };
}

function edition(number: string, days: Partial<StandardView['editions'][number]>): StandardView['editions'][number] {
  return { standard: link(number), isThis: false, isEndInferred: false, hasEnded: false, ...days };
}
