import { HAZARDS, type Language, STAYS } from './domain';
import { evacuationOf, putEvacuation } from './evacuation/evacuationLink';
import type { Side, State } from './state';
import { wantedInLink, wantedOfLink } from './siting/wantedLink';

/** What of the state a link holds. */
export const LINKED = [
  'area', 'profile', 'minutes', 'k', 'hazard', 'night', 'capacity', 'rules', 'scenario', 'from', 'side', 'language', 'view', 'at', 'way', 'gap', 'district', 'space', 'judge', 'stay', 'wanted', 'evacuate',
] as const satisfies (keyof State)[];
export type Linked = Pick<State, (typeof LINKED)[number]>;

/** What spaces are judged for where nobody says. */
const USUAL_JUDGE = 'earthquake';
const SIDES: Side[] = ['before', 'after', 'difference', 'both'];

const round = (value: number, decimals: number) => Number(value.toFixed(decimals));

/** The whole view as a query, so that it can be shared. Not the online map: who asks another server is up to each person who looks. */
export function toQuery(state: Linked): string {
  const query = new URLSearchParams();
  const put = (name: string, value: unknown) => value !== null && query.set(name, String(value));
  put('area', state.area);
  put('profile', state.profile);
  put('minutes', state.minutes);
  put('k', state.k === 1 ? null : state.k);
  put('hazard', state.hazard);
  put('night', state.night || null);
  put('capacity', state.capacity || null);
  put('rules', state.rules);
  put('scenario', state.scenario);
  if (state.scenario !== null) {
    put('from', state.from);
    put('side', state.side === 'after' ? null : state.side);
  }
  put('lang', state.language);
  if (state.view) {
    put('map', `${round(state.view.zoom, 2)}/${round(state.view.lat, 5)}/${round(state.view.lon, 5)}`);
  }
  if (state.at) {
    put('at', state.at.map((degrees) => round(degrees, 6)).join(','));
    put('way', state.way || null);
  }
  put('gap', state.gap);
  put('district', state.district);
  put('space', state.space);
  put('judge', state.judge === USUAL_JUDGE ? null : state.judge);
  put('stay', state.stay);
  wantedInLink(state.wanted).forEach(([name, value]) => put(name, value));
  putEvacuation(state.evacuate, put);
  return `?${query.toString().replaceAll('%2C', ',').replaceAll('%2F', '/').replaceAll('%3A', ':')}`;
}

/** What a query says; what it does not say, or says in a way that makes no sense, is null. */
export function ofQuery(search: string, language: Language): Linked {
  const query = new URLSearchParams(search);
  const numbers = (name: string, separator: string, count: number): number[] | null => {
    const text = query.get(name);
    const found = text?.split(separator).map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
    return found?.length === count && found.every(Number.isFinite) ? found : null;
  };
  const whole = (name: string) => {
    const found = numbers(name, ',', 1)?.[0];
    return found !== undefined && Number.isInteger(found) && found >= 0 ? found : null;
  };
  const scenario = query.get('scenario') || null;
  const map = numbers('map', '/', 3);
  const at = numbers('at', ',', 2);
  const lang = query.get('lang');
  return {
    area: query.get('area'),
    profile: query.get('profile'),
    minutes: whole('minutes'),
    k: Math.min(3, Math.max(1, whole('k') ?? 1)),
    hazard: query.get('hazard') || null,
    night: query.get('night') === 'true',
    capacity: query.get('capacity') === 'true',
    rules: query.get('rules') || null,
    scenario,
    from: scenario === null ? null : query.get('from') || null,
    side: (scenario !== null && SIDES.find((side) => side === query.get('side'))) || 'after',
    language: lang === 'en' || lang === 'zh' ? lang : language,
    view: map ? { zoom: map[0]!, lat: map[1]!, lon: map[2]! } : null,
    at: at ? [at[0]!, at[1]!] : null,
    way: whole('way') ?? 0,
    gap: whole('gap'),
    district: whole('district'),
    space: whole('space'),
    judge: HAZARDS.find((kind) => kind === query.get('judge')) ?? USUAL_JUDGE,
    stay: STAYS.find((stay) => stay === query.get('stay')) ?? null,
    wanted: wantedOfLink(query),
    evacuate: evacuationOf(query),
  };
}
