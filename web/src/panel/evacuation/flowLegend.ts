import { el } from '../../dom';
import { flowSteps, mostOnAStreet } from '../../evacuation/film';
import { FLOW_WIDTHS, flowColours, shade } from '../../evacuation/flowPalette';
import type { Words } from '../../format';
import type { State } from '../../state';

/** What the lines, discs and rings of a film mean; nothing while there is none on the map. */
export function flowLegend({ evacuation: { films, shows } }: State, text: Words): HTMLElement[] {
  if (shows === 'nothing' || !films.plan) {
    return [];
  }
  const steps = flowSteps(mostOnAStreet(films));
  const [light, dark] = [flowColours(false), flowColours(true)];
  const line = (people: number, step: number) => {
    const width = shade(FLOW_WIDTHS, step, steps.length);
    const style = `height:${width}px;--light:${shade(light.flow, step, steps.length)};--dark:${shade(dark.flow, step, steps.length)}`;
    const label = Number.isFinite(people) ? text.text('legendFlowUpTo', { people: text.count(people) }) : text.text('legendFlowMore');
    return el('li', {}, el('span', { class: 'swatch-flow', style }), label);
  };
  return [
    el('h2', {}, text.text('legendFlow')),
    el(
      'ul',
      { class: 'flow-legend' },
      ...steps.map(line),
      el('li', {}, el('span', { class: 'swatch-queue', style: `--light:${light.queue};--dark:${dark.queue}` }), text.text('legendQueue')),
      el('li', {}, el('span', { class: 'swatch-filling' }), text.text('legendFilling')),
    ),
  ];
}
