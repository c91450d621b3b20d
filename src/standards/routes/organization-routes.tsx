import { Hono } from 'hono';
import type { HttpEnvironment } from '../../foundation/http/environment.ts';
import { refusal } from '../../foundation/refusal.ts';
import { answerPage, frameFor } from '../../portal/page.tsx';
import { readCursor, signedCursor } from '../exports/signed-cursor.ts';
import { CertificatePage } from '../pages/certificate-page.tsx';
import { OrganizationPage } from '../pages/organization-page.tsx';
import { briefsById } from '../queries/brief.ts';
import { listFacts } from '../queries/list-facts.ts';
import type { Moment } from '../queries/moment.ts';
import {
  draftedBy,
  type OrganizationSummary,
  organizationSummary,
  similarOrganizations,
} from '../queries/organizations.ts';
import { newestCheckpointPlace } from '../queries/proof.ts';
import { resultView } from '../views/choice.ts';
import { organizationPath } from '../views/classification.ts';
import { codeName, linkOf, written } from '../views/link.ts';
import { daysShown, type House, momentOf, type Request, viewing } from './house.ts';

const rowsOfPage = 50;
/** A certificate is one printed document; beyond this the bulk files and the API give the rest. */
const certifiedAtMost = 2_000;

/** Drafting organizations with their standards, and the certificate each can print. */
export function organizationRoutes(house: House): Hono<HttpEnvironment> {
  const app = new Hono<HttpEnvironment>();
  app.get('/organizations/:key', (c) => organizationPage(house, c, c.req.param('key')));
  app.get('/organizations/:key/certificate', (c) => certificatePage(house, c, c.req.param('key')));
  return app;
}

async function summaryOf(house: House, key: string, moment: Moment): Promise<OrganizationSummary> {
  const summary = await organizationSummary(house.deps.database, key, moment);
  if (!summary) throw refusal('standards.organization-unknown', { key: key.slice(0, 80) });
  return summary;
}

const countsOf = ({ leading, takingPart }: OrganizationSummary) => ({ leading, takingPart, notStated: 0 });

async function organizationPage(house: House, c: Request, key: string): Promise<Response> {
  const { database } = house.deps;
  const moment = momentOf(house, c);
  const context = viewing(house, c, moment);
  const summary = await summaryOf(house, key, moment);
  const question = `organization ${key}`;
  const cursor = c.req.query('cursor');
  const [from = 0] = cursor === undefined ? [] : readCursor(cursor, question, house.cursorKey);
  const offset = Number(from);
  const rows = await draftedBy(database, key, { limit: rowsOfPage + 1, offset, moment });
  const shown = rows.slice(0, rowsOfPage);
  const ids = shown.map((row) => row.standardId);
  const [briefs, facts] = [await briefsById(database, ids, moment), await listFacts(database, ids, moment)];
  const similar = summary.creditCode === key ? await similarOrganizations(database, summary, moment) : [];
  const [name = key, ...otherNames] = summary.names;
  const view = {
    name: written(name),
    otherNames: otherNames.map(written),
    creditCode: summary.creditCode ?? undefined,
    kind: summary.kind === null ? undefined : written(summary.kind),
    region:
      summary.region === null ? undefined : (codeName(context, 'regions', summary.region) ?? written(summary.region)),
    counts: countsOf(summary),
    standards: shown.flatMap((row) => {
      const brief = briefs.get(row.standardId);
      return brief
        ? [{ result: resultView(brief, facts.get(row.standardId), context), role: row.role, place: row.place }]
        : [];
    }),
    pagination: {
      kind: 'cursor' as const,
      nextHref:
        rows.length > rowsOfPage
          ? `${organizationPath(key)}?cursor=${signedCursor([offset + rowsOfPage], question, house.cursorKey)}`
          : undefined,
    },
    certificateHref: `${organizationPath(key)}/certificate`,
    notJoined: similar.map((one) => ({ label: written(one.name), href: organizationPath(one.key) })),
  };
  return answerPage(c, <OrganizationPage frame={frameFor(c, house, daysShown(house, moment))} organization={view} />);
}

async function certificatePage(house: House, c: Request, key: string): Promise<Response> {
  const { database } = house.deps;
  const moment = momentOf(house, c);
  const context = viewing(house, c, moment);
  const summary = await summaryOf(house, key, moment);
  const rows = await draftedBy(database, key, { limit: certifiedAtMost, offset: 0, moment });
  const briefs = await briefsById(
    database,
    rows.map((row) => row.standardId),
    moment,
  );
  const sealed = await newestCheckpointPlace(database);
  const view = {
    organization: written(summary.names[0] ?? key),
    creditCode: summary.creditCode ?? undefined,
    issuedOn: c.var.today,
    counts: countsOf(summary),
    rows: rows.flatMap((row) => {
      const brief = briefs.get(row.standardId);
      return brief
        ? [
            {
              standard: linkOf(brief, context),
              role: row.role,
              place: row.place,
              publishedOn: brief.publishedAs ?? undefined,
            },
          ]
        : [];
    }),
    proof: sealed && { ...sealed, downloadHref: '/log/checkpoint', verifyHref: '/verify' },
    checkHref: organizationPath(key),
  };
  return answerPage(c, <CertificatePage frame={frameFor(c, house, daysShown(house, moment))} certificate={view} />);
}
