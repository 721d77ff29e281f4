import type { Page } from '@playwright/test';

/**
 * The texts that a person can see or hear and that did not come through the catalog or a formatter,
 * on a page in the pseudo language, where all that did stands in ⟦…⟧. Left out is what is marked as
 * data (`bdi`, `code`, `.identifier`), what is in another language by intent (`lang`), and `data`.
 */
export async function bareTexts(page: Page, data: readonly string[]): Promise<readonly string[]> {
  const found = await page.evaluate(collectBare);
  return found
    .filter(({ text }) => {
      const rest = data.reduce((words, known) => words.replaceAll(known, ''), text);
      return /\p{L}/u.test(rest.replace(dataShapes, ''));
    })
    .map(({ text, where }) => `${where}: ${text}`);
}

/** Orders of stories, links, batch files and shops, the currency of a field, accounts of the demo, and addresses. */
const dataShapes =
  /\bA-[0-9a-f]{5,8}\b|\b[FS]-\d{3,4}\b|\border-\d+\b|\bCHF\b|\S+@demo\.example|https:\/\/\S+/g;

type Bare = { readonly where: string; readonly text: string };

/** Runs in the page. */
function collectBare(): Bare[] {
  // The dismiss buttons of the component library: unseen, and in its own words for each language.
  const ofLibrary = '[aria-label=Dismiss]';
  const isData = 'bdi, code, .identifier, [lang]:not(html), script, style, noscript';
  const spoken = ['aria-label', 'aria-description', 'placeholder', 'title', 'alt'];
  const bare: Bare[] = [];
  let depth = 0;
  /** The part of a text outside of ⟦…⟧; a marked text may span several elements. */
  const outside = (text: string): string => {
    let rest = '';
    for (const letter of text) {
      if (letter === '⟦') depth++;
      else if (letter === '⟧') depth--;
      else if (depth === 0) rest += letter;
    }
    return rest.trim();
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ALL);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node instanceof Element ? node : node.parentElement;
    if (element === null || element.closest(`${isData}, ${ofLibrary}`) !== null) continue;
    // What a person typed.
    if (node instanceof Text && element instanceof HTMLTextAreaElement) continue;
    const isOption = element instanceof HTMLOptionElement;
    if (!isOption && !element.checkVisibility()) continue;
    if (node instanceof Text) {
      const rest = outside(node.data);
      if (rest !== '') bare.push({ where: 'text', text: rest });
    } else if (node instanceof Element) {
      for (const name of spoken) {
        const rest = outside(node.getAttribute(name) ?? '');
        if (rest !== '') bare.push({ where: name, text: rest });
      }
    }
  }
  bare.push({ where: 'title', text: outside(document.title.replace('Paygate Desk', '')) });
  if (depth !== 0) bare.push({ where: 'text', text: `unbalanced marks: ${depth}` });
  return bare;
}
