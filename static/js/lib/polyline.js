// Google's encoded polyline at 1e5, a line after the other with a space between (directory/ways/screen.py writes it).

/** `[[latitude, longitude], …]` for each line. */
export function decode(text) {
  return text.split(" ").filter(Boolean).map(decodeLine);
}

function decodeLine(text) {
  const line = [];
  let at = 0;
  const next = () => {
    let [value, shift, part] = [0, 0, 0];
    do {
      part = text.charCodeAt(at) - 63;
      at += 1;
      value |= (part & 31) << shift;
      shift += 5;
    } while (part >= 32);
    return value & 1 ? ~(value >> 1) : value >> 1;
  };
  let [latitude, longitude] = [0, 0];
  while (at < text.length) {
    latitude += next();
    longitude += next();
    line.push([latitude / 1e5, longitude / 1e5]);
  }
  return line;
}
