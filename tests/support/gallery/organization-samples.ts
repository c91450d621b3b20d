import type { Language } from '../../../src/portal/languages.ts';
import type { CertificateView, CommitteeView, OrganizationView } from '../../../src/standards/pages/register-view.ts';
import { pages, results } from './list-samples.ts';
import { both, chinese, proof } from './words.ts';

export function organizationSample(lang: Language): OrganizationView {
  return {
    name: chinese('样例医疗器械检验所'),
    otherNames: [{ text: 'Sample Institute for Medical Device Testing', lang: 'en' }],
    creditCode: '12310000MB0000013G',
    kind: both(lang, 'public institution', '事业单位'),
    region: both(lang, 'Shanghai', '上海市'),
    counts: { leading: 1, takingPart: 1, notStated: 0 },
    standards: results(lang)
      .slice(0, 2)
      .map((entry, index) => ({
        result: entry,
        role: index === 0 ? ('leading' as const) : ('takingPart' as const),
        place: index + 1,
      })),
    pagination: pages(1, 1),
    certificateHref: '/organizations/1/certificate',
    notJoined: [
      { label: chinese('样例医疗器械检验所（分所）'), href: '/organizations/2' },
      { label: chinese('样例检验所'), href: '/organizations/3' },
    ],
  };
}

export function committeeSample(lang: Language): CommitteeView {
  return {
    reference: 'ISO/TC 121/SC 3',
    name: { text: 'Respiratory devices and related equipment used for patient care', lang: 'en' },
    parent: { label: { text: 'ISO/TC 121', lang: 'en' }, href: '/committees/ISO-TC-121' },
    children: [],
    counts: [
      { label: both(lang, 'In force', '现行'), records: 41, href: '/standards?committee=1' },
      { label: both(lang, 'In development', '制定中'), records: 7, href: '/standards?committee=1' },
    ],
    standards: results(lang).slice(4, 5),
    pagination: pages(1, 1),
  };
}

export function certificateSample(lang: Language): CertificateView {
  return {
    organization: chinese('样例医疗器械检验所'),
    creditCode: '12310000MB0000013G',
    issuedOn: '2026-08-15',
    number: '019a8b2e-7c11',
    counts: { leading: 1, takingPart: 1, notStated: 0 },
    rows: results(lang)
      .slice(0, 2)
      .map(({ standard, titles: all }, index) => ({
        standard: { ...standard, title: all[0] },
        role: index === 0 ? ('leading' as const) : ('takingPart' as const),
        place: index === 0 ? 1 : undefined,
        publishedOn: index === 0 ? '2020-04-09' : undefined,
      })),
    proof: proof(),
    checkHref: 'https://register.example/organizations/1/certificate?known=2026-08-15',
  };
}
