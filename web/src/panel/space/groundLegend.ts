import { el } from '../../dom';
import type { Words } from '../../format';
import { amount, exactly } from '../../measure';
import type { Ground } from '../../spaces';
import type { State } from '../../state';
import { spaceName } from './spaceWords';

/** What the picture of a space shows: how much ground is surely and perhaps usable, what is taken off, and where it is entered. */
export function groundLegend({ reports }: State, text: Words): HTMLElement[] {
  const { answer } = reports.space;
  if (!answer?.ground) {
    return [];
  }
  const { ground, entrances, summary } = answer;
  const item = (name: string | null, label: string) => el('li', {}, el('span', { class: name ?? 'swatch swatch-off' }), label);
  const open = entrances?.list.some((one) => one.open !== null);
  const perhaps = entrances?.list.some((one) => one.open === null);
  return [
    el('h2', {}, text.text('legendSpace', { name: spaceName(summary, text) })),
    el(
      'ul',
      { class: 'ground-legend' },
      ...usable(ground, text, item),
      ...ground.takenOff
        .filter(({ pessimisticM2, optimisticM2 }) => pessimisticM2 > 0 || optimisticM2 > 0)
        .map(({ cause, pessimisticM2, optimisticM2 }) => item(null, text.text('legendOff', { cause: text.word('off', cause), area: amount({ pessimistic: pessimisticM2, optimistic: optimisticM2 }, 'm2', text) }))),
      ...(open ? [item('swatch swatch-entrance', text.text('legendEntrance'))] : []),
      ...(perhaps ? [item('swatch swatch-entrance swatch-entrance-perhaps', text.text('legendEntrancePerhaps'))] : []),
    ),
  ];
}

function usable({ effectiveM2: { pessimistic, optimistic } }: Ground, text: Words, item: (name: string, label: string) => HTMLElement): HTMLElement[] {
  const [sure, most] = [pessimistic ?? 0, optimistic ?? pessimistic ?? 0];
  return [
    item('swatch swatch-ground-sure', text.text('legendSure', { area: exactly(sure, 'm2', text) })),
    ...(most > sure ? [item('swatch swatch-ground-perhaps', text.text('legendPerhaps', { area: exactly(most - sure, 'm2', text) }))] : []),
  ];
}
