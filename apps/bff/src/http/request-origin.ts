import type { Request } from 'express';

/** The address the browser used, e.g. `https://desk.example`; a proxy beside us may tell it. */
export function requestOrigin(request: Request): string {
  return `${request.protocol}://${request.host}`;
}
