// Points that lie on one another become one mark. Pure: no map, no page.
const NEAR = 32; // px between middles; closer marks would hide each other

/**
 * Groups of points by where they are drawn; `project(point)` gives pixels of the whole world at this zoom, so that
 * moving the map regroups nothing. Each point joins the first group it comes near to.
 */
export function grouped(points, project) {
  const groups = [];
  const squares = new Map();
  for (const point of [...points].sort((a, b) => a.id - b.id)) {
    const { x, y } = project(point);
    const column = Math.floor(x / NEAR);
    const row = Math.floor(y / NEAR);
    const found = around(column, row).flatMap((key) => squares.get(key) ?? [])
      .find((group) => Math.hypot(group.x - x, group.y - y) < NEAR);
    if (found) found.points.push(point);
    else {
      const group = { x, y, points: [point] };
      groups.push(group);
      const key = `${column},${row}`;
      squares.set(key, [...(squares.get(key) ?? []), group]);
    }
  }
  return groups.map((group) => group.points);
}

function around(column, row) {
  return [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => `${column + dx},${row + dy}`));
}

/**
 * The mark that an arrow key leads to, or `undefined`: nearest in the direction, what lies aside counts double.
 * `marks` and `from` have `x` and `y`, `dx` and `dy` are -1, 0 or 1.
 */
export function towards(marks, from, dx, dy) {
  let best;
  let least = Infinity;
  for (const mark of marks) {
    const along = (mark.x - from.x) * dx + (mark.y - from.y) * dy;
    const aside = Math.abs((mark.x - from.x) * dy) + Math.abs((mark.y - from.y) * dx);
    if (along <= 0 || aside > along * 2.5) continue;
    const far = along + aside * 2;
    if (far < least) [least, best] = [far, mark];
  }
  return best;
}
