import { erasureEvents } from './erasure.ts';
import type { EventType } from './events.ts';
import { sealingKeyEvents } from './replace-sealing-key.ts';

/** What the kernel itself records, whatever parts are there. */
export const kernelEvents: readonly EventType[] = [...erasureEvents, ...sealingKeyEvents];
