import type { Frame } from '../../portal/frame.ts';
import type { StandardView } from './standard-view.ts';

/** What every section of the page of a standard is given. */
export interface StandardPageProps {
  readonly frame: Frame;
  readonly standard: StandardView;
}
