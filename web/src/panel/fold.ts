import { el } from '../dom';

type Parts = Parameters<typeof el>[2][];

export type Fold = (name: string, summary: Parts, ...body: Parts) => HTMLDetailsElement;

/**
 * Makes parts that fold, each under a name of its own: drawn again, a part is open if it was.
 *
 * @param open names of those that start open
 */
export function folds(...open: string[]): Fold {
  const opened = new Set(open);
  return (name, summary, ...body) => {
    const root = el('details', { class: 'fold', 'data-fold': name, open: opened.has(name) }, el('summary', { 'data-opens': name }, ...summary), ...body);
    root.addEventListener('toggle', () => opened[root.open ? 'add' : 'delete'](name));
    return root;
  };
}
