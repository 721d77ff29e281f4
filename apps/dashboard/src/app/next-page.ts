/** Where to go after signing in: a page of ours only, never another site. */
export function nextPage(raw: Record<string, unknown>): { next?: string } {
  const { next } = raw;
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? { next } : {};
}
