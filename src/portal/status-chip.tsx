import type { Language } from './languages.ts';
import type { StatusCode, StatusFlag } from './register-codes.ts';
import { type PortalKey, portalText } from './texts.ts';

interface StatusChipProps {
  readonly lang: Language;
  readonly status: StatusCode;
  readonly flags?: readonly StatusFlag[] | undefined;
}

/** The status of a standard on the asked day: glyph and border tell it, colour does not. */
export function StatusChip({ lang, status, flags = [] }: StatusChipProps) {
  return (
    <>
      <span class={`chip ${statusClass[status]}`}>{statusName(lang, status)}</span>
      {flags.map((flag) => (
        <StatusFlagChip lang={lang} flag={flag} />
      ))}
    </>
  );
}

/** A flag beside the status: partly replaced, suspended. */
export function StatusFlagChip({ lang, flag }: { readonly lang: Language; readonly flag: StatusFlag }) {
  return <span class={`chip ${flagClass[flag]}`}>{portalText(lang)(flagKey[flag])}</span>;
}

/** The same glyph and word inside running lists, without a border. */
export function BareStatus({ lang, status }: Omit<StatusChipProps, 'flags'>) {
  return <span class={`chip bare ${statusClass[status]}`}>{statusName(lang, status)}</span>;
}

export function statusName(lang: Language, status: StatusCode): string {
  return portalText(lang)(statusKey[status]);
}

const statusClass: Readonly<Record<StatusCode, string>> = {
  inDevelopment: 'c-dev',
  notYetPublished: 'c-dev',
  notYetInForce: 'c-next',
  inForce: 'c-force',
  superseded: 'c-past',
  withdrawn: 'c-gone',
  numberCancelled: 'c-void',
  annulled: 'c-null',
  unknown: 'c-unk',
};

const flagClass: Readonly<Record<StatusFlag, string>> = { partlyReplaced: 'c-part', suspended: 'c-halt' };

const flagKey: Readonly<Record<StatusFlag, PortalKey>> = {
  partlyReplaced: 'status.partlyReplaced',
  suspended: 'status.suspended',
};

const statusKey: Readonly<Record<StatusCode, PortalKey>> = {
  inDevelopment: 'status.inDevelopment',
  notYetPublished: 'status.notYetPublished',
  notYetInForce: 'status.notYetInForce',
  inForce: 'status.inForce',
  superseded: 'status.superseded',
  withdrawn: 'status.withdrawn',
  numberCancelled: 'status.numberCancelled',
  annulled: 'status.annulled',
  unknown: 'status.unknown',
};
