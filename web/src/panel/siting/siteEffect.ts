import type { People } from '../../domain';
import { el } from '../../dom';
import type { Words } from '../../format';
import type { Siting, SitingAnswer } from '../../siting/siting';
import type { folds } from '../fold';

/** People in time now, with the best set, and with the one that is shown, by district and by group. */
export function siteEffect(siting: Siting, answer: SitingAnswer, fold: ReturnType<typeof folds>, text: Words): HTMLElement {
  const { trial } = siting;
  const shown = trial?.effect ?? null;
  const head = ['', text.text('siteNow'), text.text(trial ? 'siteBest' : 'siteWith'), ...(trial ? [text.text('siteThis')] : [])];
  const count = ({ covered, unknown }: People) => text.between(covered, covered + unknown);
  const row = (name: string, before: People, best: People, other: People | undefined, key: string) =>
    el('tr', { 'data-effect': key }, el('th', { scope: 'row' }, name, ' ', el('small', { class: 'quiet' }, text.text('siteOf', { people: text.count(before.total) }))), el('td', {}, count(before)), el('td', {}, count(best)), trial ? el('td', {}, other ? count(other) : '…') : null);
  const title = text.text(answer.objective === 'room' ? 'siteEffectRoom' : answer.groups.length ? 'siteEffectGroups' : 'siteEffect');
  const groups = answer.groups.map(({ id, people, before }) => row(text.word('profile', id), before, people, shown?.groups.find((one) => one.id === id)?.people, `group-${id}`));
  const districts = answer.districts.map(({ id, name, names, people, before }) =>
    row(text.name(names, name) ?? text.text('outside'), before, people, shown?.districts.find((one) => one.id === id)?.people, `district-${id ?? 'outside'}`));
  return fold(
    'effect',
    [title],
    el(
      'table',
      { class: 'plain-table', 'data-table': 'site-effect' },
      el('caption', { class: 'hidden' }, title),
      el('thead', {}, el('tr', {}, ...head.map((name) => el('th', { scope: 'col' }, name)))),
      el('tbody', {}, row(text.text('siteWhole'), answer.before, answer.people, shown?.people, 'total'), ...groups, ...districts),
    ),
  );
}
