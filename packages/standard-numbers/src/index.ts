export * from './model.ts';
export { normalize } from './normalize.ts';
export { parse } from './parse.ts';
