// Paints one moment of a film: streets by how many people are on them, queues at their ends, shelters by how full they are.
//
// 1. A street's line is laid out once a zoom, in pixels, in the direction people walk; where they walk both ways, each way beside the other.
// 2. At a moment, streets fall into a few classes by the people on them; all of a class are one path, so that it is drawn at once.
// 3. Casing, colour and dashes that move along are strokes of the same paths; then queues as discs; then rings around the shelters.
import type { Film, FilmStreet } from '../evacuation/evacuation';
import { between, flowClass } from '../evacuation/film';
import { FLOW_WIDTHS, type FlowColours, shade } from '../evacuation/flowPalette';

export type Project = (lon: number, lat: number) => [x: number, y: number];

interface Laid {
  street: FilmStreet;
  /** x, y, x, y … in the direction people walk. */
  points: Float32Array;
  box: [left: number, top: number, right: number, bottom: number];
}

interface LaidShelter {
  at: [number, number];
  room: number;
  from: number;
  in: number[];
}

/** A film laid out for one zoom. */
export interface Layout {
  streets: Laid[];
  shelters: LaidShelter[];
}

/** Part of the ground that is seen, in the pixels of the layout. */
export interface Window {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Brush {
  colours: FlowColours;
  /** Most people up to which a colour goes. */
  steps: number[];
  /** How much wider than at zoom 15. */
  scale: number;
  /** How far the dashes have moved, in pixels. */
  shift: number;
  /** Round ends and joins cost much of the time, and are not seen while all moves. */
  round: boolean;
}

/** Points nearer than that to the one before are left out. */
const NEAR_PIXELS = 1.2;
const ASIDE_PIXELS = 3;
const DASH = [5, 9];
/** Classes that have dashes: the narrower ones have no room for them. */
const DASHED_FROM = 2;
const RING_PIXELS = 22;
const EDGED_PIXELS = 4;

/** @param placeOf where a shelter is, and the people it holds; null where that is not known */
export function layOut(film: Film, project: Project, scale: number, placeOf: (shelter: number) => { lon: number; lat: number; room: number | null } | null): Layout {
  const seen = new Map<number, number>();
  film.streets.forEach(({ street }) => seen.set(street, (seen.get(street) ?? 0) + 1));
  const streets = film.streets.flatMap((street) => {
    const points = line(street, project, seen.get(street.street)! > 1 ? ASIDE_PIXELS * Math.max(0.6, scale) : 0);
    return points.length < 4 ? [] : [{ street, points, box: boxOf(points) }];
  });
  const shelters = film.shelters.flatMap((one): LaidShelter[] => {
    const place = placeOf(one.shelter);
    const most = one.in[one.in.length - 1] ?? 0;
    return place ? [{ at: project(place.lon, place.lat), room: Math.max(1, place.room ?? most, most), from: one.from, in: one.in }] : [];
  });
  return { streets, shelters };
}

function line({ line: degrees, direction }: FilmStreet, project: Project, aside: number): Float32Array {
  const kept: [number, number][] = [];
  for (const [lon, lat] of direction === 'backward' ? [...degrees].reverse() : degrees) {
    const point = project(lon, lat);
    const last = kept[kept.length - 1];
    if (!last || Math.hypot(point[0] - last[0], point[1] - last[1]) >= NEAR_PIXELS) {
      kept.push(point);
    }
  }
  if (kept.length === 1 && degrees.length > 1) {
    // A street shorter than a pixel still carries people.
    kept.push([kept[0]![0] + NEAR_PIXELS, kept[0]![1]]);
  }
  return Float32Array.from(aside === 0 ? kept.flat() : besides(kept, aside).flat());
}

/** The same line so far to the right of itself, as seen along it. */
function besides(points: [number, number][], aside: number): [number, number][] {
  return points.map(([x, y], index) => {
    const [before, after] = [points[Math.max(0, index - 1)]!, points[Math.min(points.length - 1, index + 1)]!];
    const length = Math.hypot(after[0] - before[0], after[1] - before[1]) || 1;
    return [x - ((after[1] - before[1]) / length) * aside, y + ((after[0] - before[0]) / length) * aside];
  });
}

function boxOf(points: Float32Array): Laid['box'] {
  const box: Laid['box'] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < points.length; i += 2) {
    box[0] = Math.min(box[0], points[i]!);
    box[1] = Math.min(box[1], points[i + 1]!);
    box[2] = Math.max(box[2], points[i]!);
    box[3] = Math.max(box[3], points[i + 1]!);
  }
  return box;
}

/** @param frame with the part that is over of the time to the next */
export function paint(pen: CanvasRenderingContext2D, { streets, shelters }: Layout, frame: number, view: Window, brush: Brush): void {
  const { colours, steps, scale, shift, round } = brush;
  const classes = steps.map((): Path2D | null => null);
  const queues: [number, number, number][] = [];
  const margin = 20;
  for (const { street, points, box } of streets) {
    if (frame < street.from - 1 || frame >= street.from + street.on.length || box[2] < view.left - margin || box[0] > view.left + view.width + margin || box[3] < view.top - margin || box[1] > view.top + view.height + margin) {
      continue;
    }
    const people = between(street.on, street.from, frame);
    if (people < 0.5) {
      continue;
    }
    const step = flowClass(people, steps);
    trace((classes[step] ??= new Path2D()), points, view);
    const waiting = between(street.waiting, street.from, frame);
    if (waiting >= 1) {
      queues.push([points[points.length - 2]! - view.left, points[points.length - 1]! - view.top, waiting]);
    }
  }
  pen.lineJoin = round ? 'round' : 'bevel';
  pen.lineCap = round ? 'round' : 'butt';
  const width = (step: number) => shade(FLOW_WIDTHS, step, steps.length) * scale;
  const stroke = (colour: string, wider: number, from = 0) => classes.forEach((path, step) => {
    if (path && step + FLOW_WIDTHS.length - steps.length >= from) {
      pen.strokeStyle = colour || shade(colours.flow, step, steps.length);
      pen.lineWidth = Math.max(0.8, width(step) + wider);
      pen.stroke(path);
    }
  });
  stroke(colours.casing, 2.5);
  stroke('', 0);
  pen.lineCap = 'butt';
  pen.setLineDash(DASH);
  pen.lineDashOffset = -shift;
  stroke(colours.dash, -3.2 * scale, DASHED_FROM);
  pen.setLineDash([]);
  discs(pen, queues, colours, scale);
  shelters.forEach((shelter) => ring(pen, shelter, frame, view, colours, scale < 0.9 ? 4 : 6));
}

function trace(path: Path2D, points: Float32Array, { left, top }: Window): void {
  path.moveTo(points[0]! - left, points[1]! - top);
  for (let i = 2; i < points.length; i += 2) {
    path.lineTo(points[i]! - left, points[i + 1]! - top);
  }
}

/** As large in area as people wait; the largest first, so that none hides a smaller one. An edge would be all of a small one. */
function discs(pen: CanvasRenderingContext2D, queues: [number, number, number][], { queue, queueEdge }: FlowColours, scale: number): void {
  queues.sort((a, b) => b[2] - a[2]);
  pen.fillStyle = queue;
  pen.strokeStyle = queueEdge;
  pen.lineWidth = 1.2;
  const small = new Path2D();
  for (const [x, y, waiting] of queues) {
    const radius = Math.min(24, 0.8 * Math.sqrt(waiting)) * Math.max(0.7, Math.min(1.4, scale));
    const path = radius < EDGED_PIXELS ? small : new Path2D();
    path.moveTo(x + radius, y);
    path.arc(x, y, radius, 0, 2 * Math.PI);
    if (path !== small) {
      pen.fill(path);
      pen.stroke(path);
    }
  }
  pen.fill(small);
}

/** Closes as the shelter fills. */
function ring(pen: CanvasRenderingContext2D, { at: [x, y], room, from, in: people }: LaidShelter, frame: number, { left, top }: Window, { room: free, full }: FlowColours, thick: number): void {
  const part = Math.min(1, between(people, from, frame, true) / room);
  pen.lineWidth = thick;
  pen.strokeStyle = free;
  pen.beginPath();
  pen.arc(x - left, y - top, RING_PIXELS, 0, 2 * Math.PI);
  pen.stroke();
  pen.strokeStyle = full;
  pen.lineWidth = 1;
  for (const radius of [RING_PIXELS - thick / 2, RING_PIXELS + thick / 2]) {
    pen.beginPath();
    pen.arc(x - left, y - top, radius, 0, 2 * Math.PI);
    pen.stroke();
  }
  pen.lineWidth = thick;
  pen.beginPath();
  pen.arc(x - left, y - top, RING_PIXELS, -Math.PI / 2, -Math.PI / 2 + part * 2 * Math.PI);
  pen.stroke();
}
