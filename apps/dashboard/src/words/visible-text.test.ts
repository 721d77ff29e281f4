import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';

type Field =
  | 'alternate'
  | 'children'
  | 'consequent'
  | 'expression'
  | 'name'
  | 'quasis'
  | 'right'
  | 'value';
type Node = { readonly type: string } & { readonly [field in Field]?: unknown };

const spokenProps = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'hint',
  'label',
  'placeholder',
  'title',
]);
const hasLetters = (text: string) => /\p{L}/u.test(text);

/** Texts of a component file that a person would see or hear and that are written into it. */
function bareTexts(code: string): string[] {
  const { errors, program } = parseSync('component.tsx', code);
  if (errors.length > 0) throw new Error(errors[0]?.message);
  const found: string[] = [];

  const literals = (value: unknown): void => {
    if (!isNode(value)) return;
    if (value.type === 'Literal' && typeof value.value === 'string' && hasLetters(value.value)) {
      found.push(value.value);
    }
    if (value.type === 'TemplateLiteral') {
      for (const part of children(value.quasis)) {
        const { raw } = part.value as { raw: string };
        if (hasLetters(raw)) found.push(raw);
      }
    }
    if (value.type === 'JSXExpressionContainer') literals(value.expression);
    if (value.type === 'ConditionalExpression') {
      literals(value.consequent);
      literals(value.alternate);
    }
    if (value.type === 'LogicalExpression') literals(value.right);
  };

  const visit = (node: Node): void => {
    if (node.type === 'JSXText' && hasLetters(String(node.value))) {
      found.push(String(node.value).trim());
    }
    if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
      for (const child of children(node.children)) {
        if (child.type === 'JSXExpressionContainer') literals(child);
      }
    }
    if (node.type === 'JSXAttribute') {
      const name = isNode(node.name) ? String(node.name.name) : '';
      if (spokenProps.has(name)) literals(node.value);
    }
    for (const field of Object.values(node)) {
      if (isNode(field)) visit(field);
      else if (Array.isArray(field)) children(field).forEach(visit);
    }
  };
  visit(program as unknown as Node);
  return found;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function children(value: unknown): Node[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

const source = join(import.meta.dirname, '..');
const components = globSync('**/*.tsx', { cwd: source })
  .filter((file) => !file.endsWith('.test.tsx'))
  .map((file) => join(source, file));

describe('visible text', () => {
  it('is looked for in every component', () => {
    expect(components.length).toBeGreaterThan(30);
  });

  it.each(components.map((file) => [relative(source, file), file] as const))(
    'of %s comes from the catalog',
    (_, file) => {
      expect(bareTexts(readFileSync(file, 'utf8'))).toEqual([]);
    },
  );

  it.each([
    ['<p>Hello</p>', 'Hello'],
    ["<p>{'Hello'}</p>", 'Hello'],
    ["<p>{late ? 'Hello' : words('x')}</p>", 'Hello'],
    ["<p>{late && 'Hello'}</p>", 'Hello'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the code under test holds a template
    ['<p>{`Hello ${name}`}</p>', 'Hello '],
    ['<>Hello</>', 'Hello'],
    ['<img alt="Hello" />', 'Hello'],
    ["<input placeholder={late ? 'Hello' : undefined} />", 'Hello'],
    ['<Field label="Hello" />', 'Hello'],
    ['<b aria-label="Hello">7</b>', 'Hello'],
  ])('is found when written into a component as %s', (jsx, text) => {
    expect(bareTexts(`export const X = () => ${jsx};`)).toEqual([text]);
  });

  it.each([
    "<p className='x' data-level='calm'>{words('x')}: 7 ·</p>",
    "<Icon name={late ? 'clock' : 'ring'} />",
    "<p>{words(late ? 'x' : 'y')}</p>",
  ])('is not seen in %s', (jsx) => {
    expect(bareTexts(`export const X = () => ${jsx};`)).toEqual([]);
  });
});
