/** Where `vite dev` sends what it does not serve itself. */
export function serverUrl(): string {
  return `http://localhost:${process.env.PORT ?? '3000'}`;
}
