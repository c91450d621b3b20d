import type { Context } from 'hono';
import { refusal } from '../refusal.ts';

/**
 * The fields of a form as it was sent.
 *
 * @throws Refusal `http.body-unreadable` for a body that is no form, or was cut off on its way
 */
export async function sentForm(c: Context): Promise<Readonly<Record<string, string | File>>> {
  try {
    return await c.req.parseBody();
  } catch (error) {
    // The platform says in this one way that the parts of a form cannot be told apart.
    if (error instanceof TypeError) throw refusal('http.body-unreadable');
    throw error;
  }
}
