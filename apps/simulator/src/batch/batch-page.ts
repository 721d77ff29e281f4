import { html, trusted } from '../pages/html.ts';
import { page } from '../pages/layout.ts';

/** Choose a T file, get the P file: the batch manager as a person meets it. */
export function batchPage(): string {
  return page(
    'Batch manager',
    html`<main><h1>Batch manager</h1>
<p>Choose a file whose name begins with T. It is carried out at once; the file that comes back begins with P.</p>
<form id="hand-over" class="stack">
<label>File <input type="file" name="file" accept=".dat" required></label>
<button class="primary">Carry out</button>
</form>
<p id="outcome" role="status"></p>
<p><a href="/">Simulator</a></p></main>
<script>${trusted(script)}</script>`,
  );
}

const script = `
const form = document.getElementById('hand-over');
const outcome = document.getElementById('outcome');
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const file = form.elements.file.files[0];
  const answer = await fetch('/batches?name=' + encodeURIComponent(file.name), {
    method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: file });
  if (!answer.ok) {
    outcome.textContent = 'Refused: ' + (await answer.json()).error;
    return;
  }
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await answer.blob());
  link.download = link.textContent = file.name.replace(/^T/i, 'P');
  outcome.replaceChildren('Carried out: ', link);
});
`;
