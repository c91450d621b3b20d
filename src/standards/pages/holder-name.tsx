import type { Language } from '../../portal/languages.ts';
import { InLanguage } from '../../portal/rich-text.tsx';
import type { HolderView } from './search-view.ts';
import { standardsText } from './texts.ts';

/** Whose standard it is: the issuer, or who drafted it, with the credit code that tells organizations of one name apart. */
export function HolderName({ lang, holder }: { readonly lang: Language; readonly holder: HolderView }) {
  const t = standardsText(lang);
  const name = <InLanguage text={holder.name} around={lang} />;
  return (
    <b>
      {holder.creditCode
        ? t.rich(`holder.${holder.role}.withCode`, { name, code: <span class="num">{holder.creditCode}</span> })
        : t.rich(`holder.${holder.role}`, { name })}
    </b>
  );
}
