import type { PrivateTextReading } from '../../foundation/private-text.ts';
import type { LanguageText } from '../../portal/languages.ts';
import type { CorrectionStateView, CorrectionStep } from '../pages/service-view.ts';
import type { StandardLink } from '../pages/standard-link.ts';
import { type ViewContext, written } from '../views/link.ts';
import { actorName } from '../views/naming.ts';
import { labelOf } from './record-fields.ts';
import type { Report } from './reports.ts';

/** A report as its page shows it: what was said, who answers by when, what was decided and why. */
export function reportView(
  report: Report,
  around: {
    readonly standard: StandardLink;
    readonly dayOf: (instant: string) => string;
    readonly context: ViewContext;
  },
): CorrectionStateView {
  const { standard, dayOf, context } = around;
  const name = context.installation.name;
  const operator: LanguageText = { text: context.lang === 'en' ? name.en : name.zh, lang: context.lang };
  return {
    number: report.number,
    standard,
    state: report.state,
    reportedOn: dayOf(report.reportedAt),
    answerBy: { who: operator, on: report.answerBy },
    field: labelOf(context.lang, report.field),
    was: report.was,
    shouldBe: shown(report.shouldBe, around),
    evidence: shown(report.evidence, around),
    steps: [reported(report, around), ...answered(report, around)],
  };
}

interface Around {
  readonly dayOf: (instant: string) => string;
  readonly context: ViewContext;
}

/** What a reader wrote, or in its place since when and on which basis it is gone. */
function shown(text: PrivateTextReading, { dayOf, context }: Around): string {
  if (text.state === 'whole') return text.text;
  const isEnglish = context.lang === 'en';
  if (text.state === 'erased') {
    const day = dayOf(text.erasedAt);
    return isEnglish ? `Erased on ${day} (${text.basis}).` : `已于 ${day} 删除（${text.basis}）。`;
  }
  return isEnglish ? 'What is kept is not what was reported; it is not shown.' : '所存内容与报告时不一致，不予显示。';
}

function reported(report: Report, { dayOf, context }: Around): CorrectionStep {
  const isEnglish = context.lang === 'en';
  return {
    on: dayOf(report.reportedAt),
    who: { text: isEnglish ? 'A reader' : '读者', lang: context.lang },
    what: { text: isEnglish ? 'Reported an error' : '报告错误', lang: context.lang },
  };
}

const outcomes = {
  corrected: { zh: '接受，并已更正记录', en: 'Accepted, and the record corrected' },
  accepted: { zh: '接受；记录此前已更正', en: 'Accepted; an earlier act had put the record right' },
  refused: { zh: '不接受', en: 'Not accepted' },
} as const;

function answered(report: Report, { dayOf, context }: Around): readonly CorrectionStep[] {
  if (report.answeredAt === null || report.answer === null) return [];
  const outcome =
    report.state === 'refused' ? outcomes.refused : outcomes[report.corrected === true ? 'corrected' : 'accepted'];
  return [
    {
      on: dayOf(report.answeredAt),
      who: actorName(context, report.answer),
      what: { text: context.lang === 'en' ? outcome.en : outcome.zh, lang: context.lang },
      reason: report.reason === null ? undefined : written(report.reason),
      under: written(report.answer.basis),
    },
  ];
}
