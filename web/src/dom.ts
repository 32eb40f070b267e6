type Child = Node | string | null | undefined | false;

const shown = (children: Child[]) => children.filter((child): child is Node | string => child !== null && child !== undefined && child !== false);

/** An element with attributes (`on…` are listeners, `class` and `aria-…` as in HTML) and children. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string | number | boolean | null | undefined | ((event: Event) => void)> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(name.slice(2), value);
    } else if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, String(value));
    }
  }
  element.append(...shown(children));
  return element;
}

/**
 * Puts these children in place of all that an element held. Whoever had the focus in it keeps it, or else its first button gets it. Where
 * somebody is just pressing a button of it, they come when that is done, so that the press is not lost.
 */
export function fill(element: HTMLElement, ...children: Child[]): void {
  waiting.delete(element);
  if (pressed !== null && element.contains(pressed)) {
    waiting.set(element, children);
    return;
  }
  const inside = element !== document.activeElement && element.contains(document.activeElement);
  const focused = inside ? nameOf(document.activeElement!) : null;
  element.replaceChildren(...shown(children));
  if (focused !== null) {
    const again = focused === '' ? null : element.querySelector<HTMLElement>(focused);
    (again ?? element.querySelector<HTMLElement>('button'))?.focus({ preventScroll: true });
  }
}

/** What is pressed and not yet let go. */
let pressed: Element | null = null;
const waiting = new Map<HTMLElement, Child[]>();

/** Keeps an eye on what is pressed, for {@link fill}. */
export function watchPresses(): void {
  const press = ({ target }: Event) => {
    const control = target instanceof Element ? target.closest('button, a, summary, label, input, select, textarea') : null;
    pressed = control?.matches('input:not([type=checkbox]), select, textarea') ? null : control;
  };
  // What a click does is shown at once; what came before it follows, unless the click has shown something newer.
  const end = () => {
    pressed = null;
    setTimeout(() => waiting.forEach((children, element) => fill(element, ...children)));
  };
  document.addEventListener('pointerdown', (event) => event.button === 0 && press(event), true);
  document.addEventListener('keydown', (event) => event.key === ' ' && press(event), true);
  document.addEventListener('click', end, true);
  ['pointerup', 'keyup'].forEach((name) => document.addEventListener(name, () => pressed && setTimeout(end), true));
  document.addEventListener('pointercancel', end, true);
  window.addEventListener('blur', end);
}

/** A sentence that the server has in English only, marked as such for those who hear the page. */
export function foreign(sentence: string, language: string): HTMLElement {
  return el('span', { lang: language === 'en' ? null : 'en' }, sentence);
}

/** A selector for an element by its id, or by what its data attributes say. */
function nameOf(element: Element): string {
  const data = [...element.attributes].filter(({ name }) => name.startsWith('data-')).map(({ name, value }) => `[${name}="${value}"]`);
  return element.id ? `#${element.id}` : data.join('');
}
