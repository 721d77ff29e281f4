/**
 * A key that is held down is one intention: of Enter only the first press acts. Held over the end of
 * a step it would open the next form, and then send what stands there. Lines in a text still repeat.
 */
export function onePress(document: Document): void {
  document.addEventListener(
    'keydown',
    (event) => {
      const isWriting = event.target instanceof HTMLTextAreaElement;
      if (event.key === 'Enter' && event.repeat && !isWriting) event.preventDefault();
    },
    { capture: true },
  );
}
