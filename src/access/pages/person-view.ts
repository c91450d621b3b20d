import type { AbsenceView, AppointmentView, DelegationView, Person } from '../../people/index.ts';
import type { FieldProblem } from '../../portal/error-summary.tsx';
import type { ChoiceOption } from '../../portal/field.tsx';
import type { Frame } from '../../portal/frame.ts';
import type { Entered } from '../house.ts';

export interface PersonView {
  readonly person: Person;
  readonly isSelf: boolean;
  /** What was done just now. */
  readonly done: string | undefined;
  readonly appointments: readonly (AppointmentView & {
    readonly roleName: string;
    readonly organizationName: string;
    readonly mayEnd: boolean;
    readonly mayLend: boolean;
  })[];
  readonly delegations: readonly (DelegationView & {
    readonly roleName: string;
    readonly lenderName: string;
    readonly borrowerName: string;
  })[];
  readonly absences: readonly AbsenceView[];
  /** How this visitor may appoint; absent: not at all. Without organizations any may be named. */
  readonly appointing:
    | { readonly organizations: readonly ChoiceOption[] | undefined; readonly roles: readonly ChoiceOption[] }
    | undefined;
  readonly mayInvite: boolean;
  readonly entered: Entered;
}

export interface PersonPageProps {
  readonly frame: Frame;
  readonly view: PersonView;
  readonly problems: readonly FieldProblem[];
}
