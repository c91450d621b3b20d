import { join } from 'node:path';
import type { Part } from '../foundation/part.ts';
import { growthBench } from './bench/growth.ts';
import { parsingBench } from './bench/parsing.ts';
import { enterpriseBench, importBench } from './bench/writing.ts';
import { idCommand } from './commands/id.ts';
import { importCommand } from './commands/import.ts';
import { searchCommand } from './commands/search.ts';
import { showCommand } from './commands/show.ts';
import { confirmationRows, statementsConfirmed } from './confirmations.ts';
import { issuerRows, organizationRows, relationRows, sourceRows } from './detail-rows.ts';
import { standardEvents } from './events.ts';
import { bulkLoop } from './exports/bulk-loop.ts';
import { columnMappingKept, columnMappingRows } from './import/column-mapping.ts';
import { loadFoundingStandards } from './import/founding.ts';
import { standardPermissions } from './permissions.ts';
import { publicServices } from './public-services.ts';
import { standardRefusals } from './refusals.ts';
import { standardsRoutes } from './routes.tsx';
import { standardSearchSource } from './search-source.ts';
import { standardRows } from './standard-rows.ts';

/** The register of standards of all tiers. */
export const part: Part = {
  name: 'standards',
  profiles: 'all',
  eventTypes: [...standardEvents, statementsConfirmed, columnMappingKept, ...publicServices.eventTypes],
  projections: [
    standardRows,
    relationRows,
    organizationRows,
    sourceRows,
    issuerRows,
    confirmationRows,
    columnMappingRows,
    ...publicServices.projections,
  ],
  permissions: [...Object.values(standardPermissions), ...publicServices.permissions],
  refusals: { ...standardRefusals, ...publicServices.refusals },
  keptTables: ['checked_list', 'checked_list_row'],
  navigation: [
    { path: '/standards', zh: '标准', en: 'Standards', order: 10 },
    { path: '/browse', zh: '浏览', en: 'Browse', order: 20 },
    { path: '/check-list', zh: '核对清单', en: 'Check a list', order: 30 },
    { path: '/data', zh: '数据', en: 'Data', order: 90 },
  ],
  routes: standardsRoutes,
  searchSources: [standardSearchSource],
  loops: (deps) => [bulkLoop(deps), ...publicServices.loops(deps)],
  commands: [...publicServices.commands, idCommand, importCommand, searchCommand, showCommand],
  benches: (root) => [parsingBench(root), importBench(root), growthBench, enterpriseBench],
  loadFounding: (deps, { root, progress }) => loadFoundingStandards(deps, join(root, 'founding'), progress),
};

export { numberHolder } from './facts.ts';
export { nothingStated, type StandardStatement } from './model.ts';
export { briefsByKey, statusAt } from './queries/brief.ts';
export { type StateStandardInput, stateStandard } from './state-standard.ts';
export { withdrawStandard } from './withdraw-standard.ts';
