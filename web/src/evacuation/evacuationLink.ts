import { type Curve, CURVES, type EvacuationWanted, GATES, USUAL_EVACUATION } from './evacuation';

/** Names in a link, and the least and the most that each may be. */
const NUMBERS = {
  half: ['minutes', 1, 1440], slope: ['slopePerMinute', 0.001, 10], arrives: ['hazardMinutes', 0, 1440], search: ['seconds', 1, 3600],
  seed: ['seed', 0, 2_147_483_647], step: ['stepSeconds', 1, 300], samples: ['samples', 0, 200], damage: ['damage', 0, 100],
  cars: ['carPercent', 0, 100],
} as const satisfies Record<string, [keyof EvacuationWanted, number, number]>;

/** Puts what is not as usual. Names are the link's own. */
export function putEvacuation(wanted: EvacuationWanted, put: (name: string, value: unknown) => void): void {
  put('leave', wanted.curve === USUAL_EVACUATION.curve ? null : wanted.curve);
  put('gates', wanted.gates === USUAL_EVACUATION.gates ? null : wanted.gates);
  for (const [name, [key]] of Object.entries(NUMBERS)) {
    put(name, wanted[key] === USUAL_EVACUATION[key] ? null : wanted[key]);
  }
  put('staging', wanted.staging || null);
  put('contraflow', wanted.contraflow || null);
  put('later', wanted.stages.map(({ district, minutes }) => `${district}:${minutes}`).join(',') || null);
  put('lose', wanted.loss.map(({ shelter, street, minutes }) => `${shelter === undefined ? `s${street}` : shelter}:${minutes}`).join(',') || null);
}

/** What a link asks; what it does not say, or says in a way that makes no sense, is as usual. */
export function evacuationOf(query: URLSearchParams): EvacuationWanted {
  const found: EvacuationWanted = {
    ...USUAL_EVACUATION,
    curve: CURVES.find((curve): curve is Curve => curve === query.get('leave')) ?? USUAL_EVACUATION.curve,
    gates: GATES.find((gates) => gates === query.get('gates')) ?? USUAL_EVACUATION.gates,
    staging: query.get('staging') === 'true',
    contraflow: query.get('contraflow') === 'true',
    stages: pairs(query.get('later')).flatMap(([district, minutes]) => (/^\d+$/.test(district) ? [{ district: Number(district), minutes }] : [])),
    loss: pairs(query.get('lose')).flatMap(([what, minutes]) => {
      const [, street, number] = /^(s?)(\d+)$/.exec(what) ?? [];
      return number === undefined ? [] : [{ [street ? 'street' : 'shelter']: Number(number), minutes, name: number }];
    }),
  };
  for (const [name, [key, least, most]] of Object.entries(NUMBERS)) {
    const said = query.get(name);
    const value = Number(said);
    if (said && Number.isFinite(value) && value >= least && value <= most) {
      Object.assign(found, { [key]: key === 'slopePerMinute' ? value : Math.round(value) });
    }
  }
  return found;
}

function pairs(said: string | null): [string, number][] {
  return (said ?? '').split(',').flatMap((pair): [string, number][] => {
    const [what, minutes] = pair.split(':');
    return what && minutes && Number.isFinite(Number(minutes)) && Number(minutes) >= 0 ? [[what, Number(minutes)]] : [];
  });
}
