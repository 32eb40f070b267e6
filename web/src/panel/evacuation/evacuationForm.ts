import { el } from '../../dom';
import { CURVES, type Curve, type EvacuationWanted, GATES, lostToo } from '../../evacuation/evacuation';
import { type Evacuating, zonesOn } from '../../evacuation/evacuating';
import type { Words } from '../../format';
import { shelterName } from '../../shelterCard';
import { remover } from '../../siting/siteNames';
import type { State } from '../../state';
import { select, toggle } from '../controls';
import type { Fold } from '../fold';

type Limits = { min: number; max: number; step: number | 'any' };

const MINUTES: Limits = { min: 0, max: 1440, step: 1 };
const SEED: Limits = { min: 0, max: 2_147_483_647, step: 1 };

/** What is asked of an evacuation, beside the question above. */
export function evacuationFields(state: State, text: Words, evacuating: Evacuating, fold: Fold): (HTMLElement | null)[] {
  const { evacuate: wanted } = state;
  const want = (change: Partial<EvacuationWanted>) => evacuating.want(change);
  const { curve } = wanted;
  const shaped = curve === 'logistic' || curve === 'rayleigh';
  return [
    el('p', { class: 'quiet' }, text.text('evacHint')),
    select('evac-curve', text.text('evacCurve'), curve, CURVES.map((one) => [one, text.text(`curve.${one}`)]), (value) => want({ curve: value as Curve })),
    shaped ? el('p', { class: 'quiet' }, text.text('evacCurveHint')) : null,
    shaped
      ? el(
          'div',
          { class: 'pair' },
          number('evac-half', text.text(curve === 'logistic' ? 'evacHalf' : 'evacScale'), wanted.minutes, { ...MINUTES, min: 1 }, (value) => want({ minutes: value }), true),
          curve === 'logistic' ? number('evac-slope', text.text('evacSlope'), wanted.slopePerMinute, { min: 0.001, max: 10, step: 'any' }, (value) => want({ slopePerMinute: value }), true) : null,
        )
      : null,
    el(
      'div',
      { class: 'pair' },
      select('evac-gates', text.text('evacGates'), wanted.gates, GATES.map((one) => [one, text.text(`gates.${one}`)]), (value) => want({ gates: value as EvacuationWanted['gates'] })),
      number('evac-seconds', text.text('evacSeconds'), wanted.seconds, { min: 1, max: 3600, step: 1 }, (value) => want({ seconds: value! })),
    ),
    zonesOn(state)
      ? el('div', { class: 'pair' }, number('evac-hazard', text.text('evacHazard'), wanted.hazardMinutes, MINUTES, (value) => want({ hazardMinutes: value }), true), el('p', { class: 'quiet' }, text.text('evacHazardHint')))
      : null,
    fold('evac-more', [text.text('evacMore'), more(wanted) > 0 ? el('span', { class: 'badge' }, String(more(wanted))) : null], ...advanced(state, text, want)),
  ];
}

/** How many of the folded conditions are set, so that none is forgotten. */
function more({ stepSeconds, staging, samples, stages, loss, carPercent }: EvacuationWanted): number {
  return [carPercent > 0, stepSeconds !== null, staging, samples > 0, stages.length > 0, loss.length > 0].filter(Boolean).length;
}

function advanced(state: State, text: Words, want: (change: Partial<EvacuationWanted>) => void): (HTMLElement | null)[] {
  const { evacuate: wanted } = state;
  return [
    el(
      'div',
      { class: 'pair' },
      number('evac-seed', text.text('evacSeed'), wanted.seed, SEED, (value) => want({ seed: value! })),
      number('evac-step', text.text('evacStep'), wanted.stepSeconds, { min: 1, max: 300, step: 1 }, (value) => want({ stepSeconds: value }), true),
    ),
    el(
      'div',
      { class: 'pair' },
      number('evac-samples', text.text('evacSamples'), wanted.samples, { min: 0, max: 200, step: 1 }, (value) => want({ samples: value! })),
      wanted.samples > 0 ? number('evac-damage', text.text('evacDamage'), wanted.damage, { min: 0, max: 100, step: 1 }, (value) => want({ damage: value! })) : null,
    ),
    number('evac-cars', text.text('evacCars'), wanted.carPercent, { min: 0, max: 100, step: 1 }, (value) => want({ carPercent: value! })),
    wanted.carPercent > 0 ? toggle('evac-contraflow', text.text('evacContraflow'), wanted.contraflow, (on) => want({ contraflow: on })) : null,
    toggle('evac-staging', text.text('evacStaging'), wanted.staging, (on) => want({ staging: on })),
    ...stages(state, text, want),
    ...losses(state, text, want),
  ];
}

function stages(state: State, text: Words, want: (change: Partial<EvacuationWanted>) => void): (HTMLElement | null)[] {
  const { stages } = state.evacuate;
  const known = state.coverage?.districts.filter(({ id }) => id !== null) ?? [];
  const nameOf = (district: number) => {
    const found = known.find(({ id }) => id === district);
    return (found && text.name(found.names, found.name)) ?? `${text.text('evacStageDistrict')} ${district}`;
  };
  const free = known.filter(({ id }) => !stages.some(({ district }) => district === id));
  return [
    ...added(text.text('evacStages'), stages.map(({ district, minutes }) => ({
      key: `stage-${district}`,
      label: text.text('evacStage', { name: nameOf(district), minutes: text.count(minutes) }),
      free: text.text('evacStageFree', { name: nameOf(district) }),
      drop: () => want({ stages: stages.filter((one) => one.district !== district) }),
    }))),
    free.length === 0
      ? null
      : adding('stage', text.text('evacStageDistrict'), text.text('evacStageMinutes'), free.map(({ id }) => [String(id), nameOf(id!)]), text, (district, minutes) => want({ stages: [...stages, { district: Number(district), minutes }] })),
  ];
}

function losses(state: State, text: Words, want: (change: Partial<EvacuationWanted>) => void): (HTMLElement | null)[] {
  const { loss } = state.evacuate;
  const nameOf = (id: number) => {
    const found = state.shelters.find((shelter) => shelter.id === id);
    return found ? shelterName(found, text) : `${text.text('evacLossShelter')} ${id}`;
  };
  const named = (one: (typeof loss)[number]) => (one.shelter === undefined ? one.name : nameOf(one.shelter));
  return [
    ...added(text.text('evacLoss'), loss.map((one) => ({
      key: `loss-${one.shelter ?? `s${one.street}`}`,
      label: text.text('evacLost', { name: named(one), minutes: text.count(one.minutes) }),
      free: text.text('evacLossFree', { name: named(one) }),
      drop: () => want({ loss: loss.filter((other) => other !== one) }),
    }))),
    state.shelters.length === 0
      ? null
      : adding('loss', text.text('evacLossShelter'), text.text('evacLossMinutes'), state.shelters.map(({ id }) => [String(id), nameOf(id)]), text, (shelter, minutes) =>
          want({ loss: lostToo(loss, { shelter: Number(shelter), minutes, name: nameOf(Number(shelter)) }) })),
  ];
}

function added(title: string, list: { key: string; label: string; free: string; drop: () => void }[]): HTMLElement[] {
  const item = ({ key, label, free, drop }: (typeof list)[number]) =>
    el('li', {}, label, remover(free, { 'data-free': key }, drop));
  return [el('h3', {}, title), ...(list.length ? [el('ul', { class: 'site-list', 'aria-label': title }, ...list.map(item))] : [])];
}

function adding(name: string, label: string, minutesLabel: string, options: [string, string][], text: Words, add: (what: string, minutes: number) => void): HTMLElement {
  const what = el('select', { id: `evac-${name}-what` }, ...options.map(([value, word]) => el('option', { value }, word)));
  const minutes = el('input', { id: `evac-${name}-minutes`, type: 'number', inputmode: 'numeric', ...MINUTES, min: 1, value: 10 });
  const press = () => Number(minutes.value) >= 1 && Number(minutes.value) <= MINUTES.max && add(what.value, Math.round(Number(minutes.value)));
  return el(
    'div',
    { class: 'evac-adding' },
    el('label', { class: 'field' }, el('span', {}, label), what),
    el('label', { class: 'field' }, el('span', {}, minutesLabel), minutes),
    el('button', { type: 'button', id: `evac-${name}-add`, class: 'small', onclick: press }, text.text('evacStageAdd')),
  );
}

/** What is no number, or out of its limits, is put right as it is entered; an empty field is null where that has a meaning. */
function number(id: string, label: string, value: number | null, limits: Limits, choose: (value: number | null) => void, optional = false): HTMLElement {
  const field = el('input', {
    id, type: 'number', inputmode: limits.step === 1 ? 'numeric' : 'decimal', ...limits, value,
    onchange: () => {
      const asked = limits.step === 1 ? Math.round(Number(field.value)) : Number(field.value);
      const kept = field.value === '' && optional ? null : field.value !== '' && Number.isFinite(asked) ? Math.min(limits.max, Math.max(limits.min, asked)) : value;
      field.value = kept === null ? '' : String(kept);
      choose(kept);
    },
  });
  return el('label', { class: 'field' }, el('span', {}, label), field);
}
