import type { Language } from './languages.ts';
import { portalText } from './texts.ts';

/** Where a record or page stands in the public log (RFC 6962). */
export interface ProofView {
  readonly leafIndex: number;
  /** Leaf hash in hexadecimal. */
  readonly leafHash: string;
  /** Tree size of the checkpoint that covers it. */
  readonly treeSize: number;
  /** Instant of the checkpoint, ISO 8601 with offset. */
  readonly sealedAt: string;
  readonly downloadHref: string;
  readonly verifyHref: string;
}

interface ProofBoxProps {
  readonly lang: Language;
  /** Absent while the newest act waits for the next seal. */
  readonly proof: ProofView | undefined;
  readonly verifyHref: string;
  /** What is proved: the record on the page, or the state from which an answer was given. */
  readonly of?: 'record' | 'answer' | undefined;
}

/** The proof that a record is in the log. The seal is shown only for what is in it. */
export function ProofBox({ lang, proof, verifyHref, of = 'record' }: ProofBoxProps) {
  const t = portalText(lang);
  if (proof === undefined) {
    return (
      <div class="box empty">
        <p>{t(`proof.waiting.${of}`)}</p>
        <p class="small noprint">
          <a href={verifyHref}>{t('proof.how')}</a>
        </p>
      </div>
    );
  }
  return (
    <div class="proof">
      <p>
        <span class="seal">{t('proof.seal')}</span> {t(`proof.leaf.${of}`, { leaf: proof.leafIndex })}
      </p>
      <p class="mono">
        {t.rich('proof.values', {
          hash: proof.leafHash,
          size: <span class="num">{String(proof.treeSize)}</span>,
          at: <time datetime={proof.sealedAt}>{proof.sealedAt}</time>,
        })}
      </p>
      <p class="small noprint row">
        <a href={proof.downloadHref}>{t('proof.download')}</a>
        <a href={proof.verifyHref}>{t('proof.how')}</a>
      </p>
    </div>
  );
}
