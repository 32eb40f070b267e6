/**
 * What the server says as a code with values, by its codes. Blanks are named as in the server's enums; how each is written is in
 * `said.ts`.
 */
export const statements = {
  // What a criterion was counted from.
  'people-within': 'people within {minutes} min on foot: {people}',
  'people-within-between': 'people within {minutes} min on foot: {fewest}–{most}',
  'outline-of': 'Outline: {record}',
  'outline-unknown': 'recorded as a point, without an outline',
  'facilities-counted': '{count} × {thing}',
  'facility-at': '{thing}: {metres} m away',
  'facility-nowhere': '{thing}: none recorded in the area',
  'suits-hazard': '{hazard}: {verdict}',
  'suits-hazard-between': '{hazard}: unknown: {worst}, or {best}',
  'wheelchair-tag': 'Wheelchair: {wheelchair}',
  'wheelchair-entrance': 'an entrance for wheelchairs: {answer}',
  'wheelchair-ground': 'ground for wheelchairs: {answer}',
  'open-hours': 'Opening hours: {hours}',
  'open-hours-unknown': 'Opening hours: not recorded',
  'room-for-stay': 'room for people, {stay}',
  'green-ground': 'public green less what is built or wet',
  'trees-on-ground': 'trees recorded on it, at most all open ground',
  'edge-met': 'streets and gates that meet its edge',
} as const;

export type StatementCode = keyof typeof statements;
