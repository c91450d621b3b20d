import type { Child } from 'hono/jsx';
import { isWholeDay } from '../../portal/calendar.ts';
import { exactDurationText, WrittenDay } from '../../portal/dates.tsx';
import { FieldList } from '../../portal/field-list.tsx';
import type { Language } from '../../portal/languages.ts';
import { NumberLink } from '../../portal/result-row.tsx';
import { InLanguage } from '../../portal/rich-text.tsx';
import { degreeName } from './degree.ts';
import type { StandardPageProps } from './standard-page-props.ts';
import type { ImplementationView, RelationView, StandardView } from './standard-view.ts';
import { standardsText } from './texts.ts';

// The margin shows so many; the rest stands in the section on relations.
const most = 5;

/** The facts beside the head: days, transition, what it adopts and replaces, and the question about another day. */
export function StandardMargin({ frame, standard }: StandardPageProps) {
  const { lang, asOf } = frame;
  const t = standardsText(lang);
  const { tier } = standard.mark;
  return (
    <>
      <FieldList
        entries={[
          {
            label: t('field.published'),
            value: dateOrNothing(lang, standard.dates.publishedOn),
            empty: t('field.notRecorded'),
          },
          {
            label: t('field.inForce'),
            value: implementationValue(lang, standard),
            // What other bodies publish holds from publication; a day of implementation is a thing of Chinese law.
            empty: tier === 'international' || tier === 'foreign' ? undefined : t('field.notRecorded'),
          },
          { label: t('field.ended'), value: dateOrNothing(lang, standard.dates.endedOn) },
          { label: t('field.transition'), value: transitionLength(lang, standard) },
          { label: t('field.adopts'), value: relationValue(lang, standard, 'adopts') },
          { label: t('field.adoptedBy'), value: relationValue(lang, standard, 'adoptedBy') },
          { label: t('field.replaces'), value: relationValue(lang, standard, 'replaces') },
          { label: t('field.replacedBy'), value: relationValue(lang, standard, 'replacedBy') },
          { label: t('field.amendments'), value: amendments(standard) },
        ]}
      />
      <form class="asof noprint" action={standard.href} method="get">
        <label class="lab" for="as-of">
          {t('standard.otherDay')}
        </label>
        <div class="row">
          <input class="day" id="as-of" name="as-of" value={asOf} inputmode="numeric" pattern="\d{4}-\d{2}-\d{2}" />
          <button type="submit">{t('standard.show')}</button>
        </div>
      </form>
    </>
  );
}

function dateOrNothing(lang: Language, date: string | undefined): Child {
  return date === undefined ? null : <WrittenDay lang={lang} date={date} />;
}

function implementationValue(lang: Language, { dates }: StandardView): Child {
  if (dates.hasNoImplementationDay) return standardsText(lang)('field.noImplementationDay');
  if (dates.implementations.length === 0) return null;
  return (
    <ul>
      {dates.implementations.map((view) => (
        <li>{implementation(lang, view)}</li>
      ))}
    </ul>
  );
}

/** One implementation day with its scope, or the standard it goes together with. */
export function implementation(lang: Language, view: ImplementationView): Child {
  const t = standardsText(lang);
  return (
    <>
      {view.on === undefined ? null : <WrittenDay lang={lang} date={view.on} />}
      {view.togetherWith === undefined ? null : (
        <>
          {view.on === undefined ? null : <br />}
          <span class="small">
            {t.rich('field.togetherWith', {
              with: <NumberLink number={view.togetherWith.number} href={view.togetherWith.href} />,
            })}
          </span>
        </>
      )}
      {view.scope === undefined ? null : (
        <>
          <br />
          <span class="small soft">
            <InLanguage text={view.scope} around={lang} />
          </span>
        </>
      )}
      {view.on === undefined && view.togetherWith === undefined && view.asWritten !== undefined ? (
        <InLanguage text={view.asWritten} around={lang} />
      ) : null}
    </>
  );
}

// A transition is told only from two whole days and for a single implementation day; otherwise it would be invented.
function transitionLength(lang: Language, { dates }: StandardView): Child {
  const { publishedOn, implementations } = dates;
  const [only, ...more] = implementations;
  if (publishedOn === undefined || only?.on === undefined || more.length > 0) return null;
  if (!isWholeDay(publishedOn) || !isWholeDay(only.on) || only.on <= publishedOn) return null;
  return exactDurationText(lang, publishedOn, only.on);
}

function relationValue(lang: Language, standard: StandardView, kind: RelationView['kind']): Child {
  const relations = standard.relations.filter((relation) => relation.kind === kind);
  if (relations.length === 0) return null;
  return (
    <ul>
      {relations.slice(0, most).map((relation) => (
        <li>
          <NumberLink number={relation.target.number} href={relation.target.href} />
          {relation.degree === undefined ? null : (
            <>
              <br />
              <span class="small soft">{degreeName(lang, relation.degree)}</span>
            </>
          )}
          {relation.isPartial ? <span class="small soft"> {standardsText(lang)('field.inPart')}</span> : null}
        </li>
      ))}
      {relations.length > most ? (
        <li>
          <a href="#relations">{standardsText(lang)('field.allOf', { n: relations.length })}</a>
        </li>
      ) : null}
    </ul>
  );
}

function amendments(standard: StandardView): Child {
  if (standard.amendments.length === 0) return null;
  return (
    <ul>
      {standard.amendments.map(({ standard: sheet }) => (
        <li>
          <NumberLink number={sheet.number} href={sheet.href} />
        </li>
      ))}
    </ul>
  );
}
