import type { Child } from 'hono/jsx';
import { ErrorPage } from '../../src/portal/error-page.tsx';
import type { Language } from '../../src/portal/languages.ts';
import { ProcedurePage } from '../../src/rulebook/procedures/pages/procedure-page.tsx';
import { ProceduresPage } from '../../src/rulebook/procedures/pages/procedures-page.tsx';
import { AccessibilityPage } from '../../src/standards/pages/accessibility-page.tsx';
import { BrowsePage } from '../../src/standards/pages/browse-page.tsx';
import { CertificatePage } from '../../src/standards/pages/certificate-page.tsx';
import { CheckListFormPage } from '../../src/standards/pages/check-list-form-page.tsx';
import { CheckListResultPage } from '../../src/standards/pages/check-list-result-page.tsx';
import { ChoicePage } from '../../src/standards/pages/choice-page.tsx';
import { CommitteePage } from '../../src/standards/pages/committee-page.tsx';
import { ComparePage } from '../../src/standards/pages/compare-page.tsx';
import { CorrectionFormPage } from '../../src/standards/pages/correction-form-page.tsx';
import { CorrectionStatePage } from '../../src/standards/pages/correction-state-page.tsx';
import { CoveragePage } from '../../src/standards/pages/coverage-page.tsx';
import { DataPage } from '../../src/standards/pages/data-page.tsx';
import { GonePage } from '../../src/standards/pages/gone-page.tsx';
import { HomePage } from '../../src/standards/pages/home-page.tsx';
import { NoResultPage } from '../../src/standards/pages/no-result-page.tsx';
import { OrganizationPage } from '../../src/standards/pages/organization-page.tsx';
import { RelationsPage } from '../../src/standards/pages/relations-page.tsx';
import { SearchPage } from '../../src/standards/pages/search-page.tsx';
import { StandardPage } from '../../src/standards/pages/standard-page.tsx';
import { VerifyPage } from '../../src/standards/pages/verify-page.tsx';
import { WatchFormPage, WatchStatePage } from '../../src/standards/pages/watch-pages.tsx';
import { ComingPage } from '../../src/standards/routes/coming-page.tsx';
import { HistoryPage } from '../../src/standards/routes/history-page.tsx';
import { comingSample, narrowedSearch, notHeldSearch, relationsSample, searchSample } from './gallery/list-samples.ts';
import {
  filteredAwaySample,
  malformedSample,
  noResultSample,
  unknownWordsSample,
} from './gallery/no-result-samples.ts';
import { certificateSample, committeeSample, organizationSample } from './gallery/organization-samples.ts';
import { procedureSample, proceduresSample } from './gallery/procedure-samples.ts';
import { refusalSample } from './gallery/refusal-sample.tsx';
import {
  arrivingHomeSample,
  browseSample,
  choiceSample,
  compareSample,
  coverageSample,
  emptyBrowseSample,
  goneSample,
  homeSample,
  nearlyEmptySample,
} from './gallery/register-samples.ts';
import {
  checkListForm,
  checkListResult,
  correctionForm,
  correctionStates,
  dataSample,
  verifySample,
  watchForm,
  watchStates,
} from './gallery/service-samples.ts';
import { fullStandard, richStandard } from './gallery/standard-samples.ts';
import { standardsByStatus } from './gallery/status-samples.ts';
import { sampleFrame } from './gallery/words.ts';

/** Every page of the register in every state a reader can meet, with made-up or real-looking content that says so. */
export function gallery(lang: Language): Readonly<Record<string, Child>> {
  return { ...registerPages(lang), ...standardPages(lang), ...servicePages(lang), ...answerPages(lang) };
}

function registerPages(lang: Language): Readonly<Record<string, Child>> {
  const frame = sampleFrame(lang);
  return {
    home: <HomePage frame={frame} home={homeSample(lang)} />,
    'home-loading': <HomePage frame={frame} home={arrivingHomeSample(lang)} />,
    search: <SearchPage frame={frame} search={searchSample(lang)} />,
    'search-narrowed': (
      <SearchPage
        frame={sampleFrame(lang, { asOf: '2010-01-01', strips: [{ kind: 'rehearsal' }] })}
        search={narrowedSearch(lang)}
      />
    ),
    'search-not-held': <SearchPage frame={frame} search={notHeldSearch(lang)} />,
    'no-result': <NoResultPage frame={frame} noResult={noResultSample(lang)} />,
    'no-result-malformed': <NoResultPage frame={frame} noResult={malformedSample(lang)} />,
    'no-result-filtered': <NoResultPage frame={frame} noResult={filteredAwaySample(lang)} />,
    'no-result-words': <NoResultPage frame={frame} noResult={unknownWordsSample(lang)} />,
    choice: <ChoicePage frame={frame} choice={choiceSample(lang)} />,
    gone: <GonePage frame={frame} gone={goneSample(lang)} />,
    compare: <ComparePage frame={frame} compare={compareSample(lang)} />,
    browse: <BrowsePage frame={frame} browse={browseSample(lang)} />,
    'browse-nearly-empty': <BrowsePage frame={frame} browse={nearlyEmptySample(lang)} />,
    'browse-empty': <BrowsePage frame={frame} browse={emptyBrowseSample()} />,
    procedures: <ProceduresPage frame={frame} procedures={proceduresSample(lang)} />,
    procedure: <ProcedurePage frame={frame} view={procedureSample(lang)} />,
    coming: (
      <ComingPage
        frame={frame}
        results={comingSample(lang)}
        pagination={{ kind: 'cursor' }}
        calendarHref="/coming.ics"
      />
    ),
    coverage: <CoveragePage frame={frame} coverage={coverageSample(lang)} />,
    organization: <OrganizationPage frame={frame} organization={organizationSample(lang)} />,
    committee: <CommitteePage frame={frame} committee={committeeSample(lang)} />,
    certificate: <CertificatePage frame={frame} certificate={certificateSample(lang)} />,
  };
}

function standardPages(lang: Language): Readonly<Record<string, Child>> {
  const frame = sampleFrame(lang);
  const byStatus = Object.entries(standardsByStatus(lang)).map(
    ([state, standard]) => [`standard-${state}`, <StandardPage frame={frame} standard={standard} />] as const,
  );
  return {
    standard: <StandardPage frame={frame} standard={fullStandard(lang)} />,
    history: (
      <HistoryPage
        frame={frame}
        standard={{ number: fullStandard(lang).number, href: fullStandard(lang).href }}
        entries={fullStandard(lang).history}
      />
    ),
    relations: <RelationsPage frame={frame} view={relationsSample()} />,
    'standard-rich': <StandardPage frame={frame} standard={richStandard(lang)} />,
    'standard-in-2010': (
      <StandardPage
        frame={sampleFrame(lang, { asOf: '2010-01-01' })}
        standard={{ ...fullStandard(lang), status: { ...fullStandard(lang).status, code: 'notYetPublished' } }}
      />
    ),
    ...Object.fromEntries(byStatus),
  };
}

function servicePages(lang: Language): Readonly<Record<string, Child>> {
  const frame = sampleFrame(lang);
  const watch = Object.entries(watchStates()).map(
    ([state, view]) => [`watch-${state}`, <WatchStatePage frame={frame} watch={view} />] as const,
  );
  const corrections = Object.entries(correctionStates(lang)).map(
    ([state, view]) => [`correction-${state}`, <CorrectionStatePage frame={frame} correction={view} />] as const,
  );
  return {
    'check-list': (
      <CheckListFormPage frame={frame} form={{ ...checkListForm(lang), asOf: frame.today, problems: [] }} />
    ),
    'check-list-problem': <CheckListFormPage frame={frame} form={checkListForm(lang)} />,
    'check-list-result': <CheckListResultPage frame={frame} result={checkListResult(lang)} />,
    'watch-form': <WatchFormPage frame={frame} form={watchForm(lang)} />,
    ...Object.fromEntries(watch),
    'correction-form': <CorrectionFormPage frame={frame} form={correctionForm(lang)} />,
    ...Object.fromEntries(corrections),
    data: <DataPage frame={frame} data={dataSample(lang)} />,
    verify: <VerifyPage frame={frame} verify={verifySample} />,
    accessibility: <AccessibilityPage frame={frame} contactHref="mailto:register@example.org" />,
  };
}

function answerPages(lang: Language): Readonly<Record<string, Child>> {
  const frame = sampleFrame(lang, { strips: [{ kind: 'embedded' }, { kind: 'maintenance', until: '22:00' }] });
  return {
    refusal: refusalSample(frame),
    'error-not-found': (
      <ErrorPage frame={frame} error={{ kind: 'not-found', path: '/standardz', searchAction: '/standards' }} />
    ),
    'error-fault': <ErrorPage frame={frame} error={{ kind: 'fault', requestId: '019a8b2e-7c11' }} />,
    'error-too-many': <ErrorPage frame={frame} error={{ kind: 'too-many', retryAfterSeconds: 30 }} />,
    'error-unavailable': <ErrorPage frame={frame} error={{ kind: 'unavailable', retryAfterSeconds: 5 }} />,
    'error-too-large': <ErrorPage frame={frame} error={{ kind: 'unreadable', reason: 'too-large' }} />,
  };
}
