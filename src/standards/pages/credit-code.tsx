import { checkCreditCode } from '@guiju/identifiers';
import type { Language } from '../../portal/languages.ts';
import { standardsText } from './texts.ts';

interface CreditCodeProps {
  readonly lang: Language;
  readonly code: string | undefined;
}

/** A unified social credit code as the source states it; one that can not be right says so (GB 32100-2015). */
export function CreditCode({ lang, code }: CreditCodeProps) {
  const t = standardsText(lang);
  if (code === undefined) return <>{t('field.notRecorded')}</>;
  const isRight = checkCreditCode(code).outcome === 'valid';
  return (
    <>
      <span class="num">{code}</span>
      {isRight ? null : <span class="soft"> {t('drafting.creditCodeWrong')}</span>}
    </>
  );
}
