import type { Part } from '../foundation/part.ts';
import { simulationRefusals } from './refusals.ts';
import { simulateCommand } from './simulate-command.ts';

/** The rehearsal country and committee. */
export const part: Part = {
  name: 'simulation',
  profiles: 'all',
  refusals: simulationRefusals,
  commands: [simulateCommand],
};
