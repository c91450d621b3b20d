import type { z } from '@hono/zod-openapi';
import type { Context, TypedResponse } from 'hono';
import { answerText } from '../../portal/page.tsx';

type Unchangeable<Value> = Value extends readonly (infer One)[]
  ? readonly Unchangeable<One>[]
  : Value extends object
    ? { readonly [Name in keyof Value]: Unchangeable<Value[Name]> }
    : Value;

/** Answers a value of the published shape, with its hash, so that a program that has it is sent nothing again. */
export function answerJson<Shape extends z.ZodType>(
  c: Context,
  _shape: Shape,
  body: Unchangeable<z.output<Shape>>,
): Response & TypedResponse<z.output<Shape>, 200, 'json'> {
  const response = answerText(c, JSON.stringify(body), { type: 'application/json; charset=utf-8' });
  // One cast at the edge: the type only says what the text was made from.
  return response as Response & TypedResponse<z.output<Shape>, 200, 'json'>;
}
