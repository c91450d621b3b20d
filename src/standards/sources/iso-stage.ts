import type { ReportedState } from '../model.ts';

/** Stages come as stage times 100 plus substage; only the pairs of the ISO/IEC Directives stage table exist. */
export function isoStageOf(stage: number): string | undefined {
  const [major, minor] = [Math.floor(stage / 100), stage % 100].map((part) => String(part).padStart(2, '0'));
  return major !== undefined && minor !== undefined && substages[major]?.includes(minor)
    ? `${major}.${minor}`
    : undefined;
}

const beforeBallot = ['00', '20', '60', '98', '99'];
const withReturn = ['00', '20', '60', '92', '98', '99'];
const substages: Readonly<Record<string, readonly string[]>> = {
  '00': beforeBallot,
  '10': withReturn,
  '20': beforeBallot,
  '30': withReturn,
  '40': [...withReturn, '93'],
  '50': withReturn,
  '60': ['00', '60'],
  '90': ['20', '60', '92', '93', '99'],
  '95': ['20', '60', '92', '99'],
};

/** What a stage says of the state of the document (ISO/IEC Directives, harmonized stage codes). */
export function reportedByIsoStage(stage: string): ReportedState {
  // An abandoned project never becomes a document: it is not in development any more.
  if (stage.endsWith('.98') || stage === '95.99') return 'withdrawn';
  return stage >= '60.60' || stage === '60' ? 'inForce' : 'inDevelopment';
}
