/** Stripes, so that a meaning does not depend on colour alone. Upwards unless `down`; on clear ground unless there is a `ground`. */
export function hatch(stripe: string, { ground = null, down = false, width = 1.6 }: { ground?: string | null; down?: boolean; width?: number } = {}): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 8;
  const pen = canvas.getContext('2d')!;
  if (ground !== null) {
    pen.fillStyle = ground;
    pen.fillRect(0, 0, 8, 8);
  }
  pen.strokeStyle = stripe;
  pen.lineWidth = width;
  for (const shift of [-8, 0, 8]) {
    pen.beginPath();
    pen.moveTo(shift, down ? 0 : 8);
    pen.lineTo(shift + 8, down ? 8 : 0);
    pen.stroke();
  }
  return canvas;
}
