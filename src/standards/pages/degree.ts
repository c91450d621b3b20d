import type { Language } from '../../portal/languages.ts';
import type { AdoptionDegree } from './standard-link.ts';
import { standardsText } from './texts.ts';

/** identical, IDT. Only IDT and MOD count as adoption; the degree says so for the others. */
export function degreeName(lang: Language, degree: AdoptionDegree): string {
  return standardsText(lang)(`degree.${degree}`);
}
