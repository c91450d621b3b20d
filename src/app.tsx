import type { Hono } from 'hono';
import { httpApplication } from './foundation/http/application.ts';
import type { HttpEnvironment } from './foundation/http/environment.ts';
import { foundationRefusals } from './foundation/http/refusals.ts';
import type { Deps, Part } from './foundation/part.ts';
import type { RefusalTexts } from './foundation/refusal.ts';
import { findingTexts } from './foundation/seals/findings.ts';
import { proofFindingTexts } from './foundation/seals/proof-findings.ts';
import { sealRefusals } from './foundation/seals/refusals.ts';
import type { Profile } from './foundation/settings.ts';
import { errorPages } from './portal/error-pages.tsx';

/** The parts an installation of a profile shows. */
export function partsOf(parts: readonly Part[], profile: Profile): readonly Part[] {
  return parts.filter((part) => part.profiles === 'all' || part.profiles.includes(profile));
}

/** The texts of every refusal that any part may give. */
export function refusalTexts(parts: readonly Part[]): RefusalTexts {
  return Object.assign(
    {},
    foundationRefusals,
    sealRefusals,
    findingTexts,
    proofFindingTexts,
    ...parts.map((part) => part.refusals ?? {}),
  );
}

/** The application: the common doors and, behind them, the routes of each part of the profile. */
export function createApp(deps: Deps, parts: readonly Part[]): Hono<HttpEnvironment> {
  const shown = partsOf(parts, deps.settings.profile);
  const navigation = shown.flatMap((part) => part.navigation ?? []).sort((one, other) => one.order - other.order);
  const app = httpApplication(deps, {
    texts: refusalTexts(parts),
    pages: errorPages(deps, navigation),
    doors: shown.flatMap((part) => part.doors?.(deps) ?? []),
  });
  for (const part of shown) {
    const routes = part.routes?.(deps, navigation, shown);
    if (routes) app.route('/', routes);
  }
  return app;
}
