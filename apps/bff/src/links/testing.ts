import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Desk } from '../payments/testing.ts';
import type { Person } from '../sessions/person.ts';
import type { Asking } from './create-link.ts';
import type { CreateLinkInput } from './link-input.ts';
import { payRouter } from './pay-router.ts';

/** Nobody listens there: whatever the gateway tells this desk is lost. */
const NOWHERE = 'http://127.0.0.1:9';

/** Somebody who makes links, at a desk that customers reach at `origin`. */
export function asking(person: Person, origin = NOWHERE): Asking {
  return { person, memberships: person.memberships, origin };
}

/** A link for CHF 59.00 over a contract that captures by hand, valid for a week from `now` (ms UTC). */
export function linkFor(now: number, over: Partial<CreateLinkInput> = {}): CreateLinkInput {
  return {
    connection: 'demo',
    amount: 59_00,
    refNr: 'A-10510',
    orderDesc: 'Repair',
    validUntil: now + 7 * 86_400_000,
    language: 'de',
    capture: 'by-hand',
    key: crypto.randomUUID(),
    ...over,
  };
}

/** The pages that customers open, listening. */
export async function openPayPages(desk: Desk) {
  const server = createServer(express().use('/pay', payRouter(desk.deps))).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    read: async (token: string) => {
      const response = await fetch(`${origin}/pay/${token}`);
      return {
        status: response.status,
        caching: response.headers.get('cache-control'),
        html: await response.text(),
      };
    },
    /** Presses the button; answers where the browser is taken. */
    press: async (token: string) => {
      const response = await fetch(`${origin}/pay/${token}`, {
        method: 'POST',
        redirect: 'manual',
      });
      return response.headers.get('location') ?? '';
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** A customer who follows the browser to the gateway and decides on the phone. */
export async function decideOnPhone(desk: Desk, redirect: string, choice: string): Promise<void> {
  const page = await (await fetch(redirect)).text();
  const phone = /\/phone\/[A-Za-z0-9_-]+/.exec(page)?.[0];
  if (phone === undefined) throw new Error(`no phone on the page: ${page.slice(0, 300)}`);
  const body = new URLSearchParams({ choice });
  await fetch(`${desk.simulator.url}${phone}`, { method: 'POST', body, redirect: 'manual' });
}
