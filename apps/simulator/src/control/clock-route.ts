import type { Request, Response } from 'express';
import { z } from 'zod';
import type { World } from '../world.ts';
import { parseBody } from './parse-body.ts';

/** From 1970 to the end of 9999: what a date can hold and a journal can order. */
const lastInstant = 253_402_300_799_000;
const instant = z.int().min(0).max(lastInstant);

const clockChange = z.union([
  z.strictObject({
    setTo: z.union([instant, z.iso.datetime({ offset: true }).transform(Date.parse)]),
  }),
  z.strictObject({ advanceMs: z.int().min(-lastInstant).max(lastInstant) }),
]);

export function readClockRoute(world: World) {
  return (_: Request, res: Response): void => {
    res.json(clockView(world));
  };
}

/** POST /control/clock — answers when all that fell due has happened and every listener knows. */
export function moveClockRoute(world: World) {
  return async (req: Request, res: Response): Promise<void> => {
    const change = parseBody(clockChange, req, res);
    if (change === null) return;
    await world.moveClock((now) => ('setTo' in change ? change.setTo : now + change.advanceMs));
    res.json(clockView(world));
  };
}

const listener = z.strictObject({ url: z.url({ protocol: /^https?$/ }).max(2048) });

/** POST /control/clock/listeners — whoever follows this clock is told of every change. */
export function clockListenerRoute(world: World) {
  return (req: Request, res: Response): void => {
    const wish = parseBody(listener, req, res);
    if (wish === null) return;
    if (!world.state.listeners.has(wish.url)) world.append({ type: 'listener', url: wish.url });
    res.json(clockView(world));
  };
}

function clockView({ clock }: World) {
  return { now: clock.now(), offsetMs: clock.offsetMs() };
}
