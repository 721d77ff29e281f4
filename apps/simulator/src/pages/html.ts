/** Markup that is safe to send as it stands. */
export type Markup = { readonly markup: string };

type Part = Markup | string | number | null | readonly Markup[];

/** Builds markup; every value that is not markup itself is escaped. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const text = strings.map((fixed, index) => fixed + toText(parts[index] ?? null)).join('');
  return { markup: text };
}

/** Marks text of our own making, such as a drawn QR code or a style sheet, as markup. */
export function trusted(markup: string): Markup {
  return { markup };
}

function toText(part: Part): string {
  if (part === null) return '';
  if (typeof part === 'string' || typeof part === 'number') return escapeText(String(part));
  return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('');
}

function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
