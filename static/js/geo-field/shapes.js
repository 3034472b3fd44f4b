// Plane geometry of what is drawn. Pure; a place is [latitude, longitude], a ring is not closed.
const turn = (a, b, c) => Math.sign((b[1] - a[1]) * (c[0] - a[0]) - (b[0] - a[0]) * (c[1] - a[1]));

function meeting(a, b, c, d) {
  const along = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0]);
  if (along === 0) return null;
  const share = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / along;
  return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
}

/** Where the outline of an area crosses itself, or `null`. */
export function crossing(ring) {
  const sides = ring.map((place, index) => [place, ring[(index + 1) % ring.length]]);
  for (let one = 0; one < sides.length; one += 1) {
    for (let other = one + 2; other < sides.length; other += 1) {
      if (one === 0 && other === sides.length - 1) continue;
      const [[a, b], [c, d]] = [sides[one], sides[other]];
      if (turn(a, b, c) !== turn(a, b, d) && turn(c, d, a) !== turn(c, d, b)) return meeting(a, b, c, d) ?? c;
    }
  }
  return null;
}

export function isWithin([latitude, longitude], ring) {
  let within = false;
  ring.forEach((a, index) => {
    const b = ring[(index + 1) % ring.length];
    const crosses = a[0] > latitude !== b[0] > latitude;
    if (crosses && longitude < ((b[1] - a[1]) * (latitude - a[0])) / (b[0] - a[0]) + a[1]) within = !within;
  });
  return within;
}

/** Degrees squared, longitudes shrunk as they are at this latitude: good for telling what is nearest. */
export function apart(a, b) {
  const narrow = Math.cos((a[0] * Math.PI) / 180);
  return (a[0] - b[0]) ** 2 + ((a[1] - b[1]) * narrow) ** 2;
}

function toSide(place, a, b) {
  const length = apart(a, b);
  const narrow = Math.cos((place[0] * Math.PI) / 180) ** 2;
  const along = length && ((place[0] - a[0]) * (b[0] - a[0]) + (place[1] - a[1]) * (b[1] - a[1]) * narrow) / length;
  const share = Math.max(0, Math.min(1, along));
  return apart(place, [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])]);
}

/** Whether a place is in a ring, or as near to it as outlines drawn by hand are exact (directory/geo: NEAR). */
export function isNear(place, ring, near = 0.005) {
  if (isWithin(place, ring)) return true;
  return ring.some((a, index) => toSide(place, a, ring[(index + 1) % ring.length]) <= near ** 2);
}
