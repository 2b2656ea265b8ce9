// Runs in the page: what is wrong in a picture as the browser lays it out, in the words of what stands there.

const text = (element) => `"${element.textContent}"`;
const all = (root, selector) => [...root.querySelectorAll(selector)];

/** The corners of an element where it stands, turned as it is; texts without the room above and below their letters. */
function boxOf(element, what, inset = 0) {
  const { x, y, width, height } = element.getBBox();
  const matrix = element.getScreenCTM();
  const cut = element.tagName === 'text' ? height * 0.16 : inset;
  const corners = [
    [x + inset, y + cut],
    [x + width - inset, y + cut],
    [x + width - inset, y + height - cut],
    [x + inset, y + height - cut],
  ].map(([a, b]) => new DOMPoint(a, b).matrixTransform(matrix));
  return { what, element, corners, ...around(corners) };
}

const around = (spots) => ({
  left: Math.min(...spots.map(({ x }) => x)),
  right: Math.max(...spots.map(({ x }) => x)),
  top: Math.min(...spots.map(({ y }) => y)),
  bottom: Math.max(...spots.map(({ y }) => y)),
});

const apart = (a, b) => a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top;

function overlap(a, b) {
  if (apart(a, b)) return false;
  for (const [one, other] of [
    [a.corners, b.corners],
    [b.corners, a.corners],
  ]) {
    for (let index = 0; index < one.length; index += 1) {
      const [from, to] = [one[index], one[(index + 1) % one.length]];
      const side = (spot) => (to.x - from.x) * (spot.y - from.y) - (to.y - from.y) * (spot.x - from.x);
      if (other.every((spot) => side(spot) <= 0.01)) return false;
    }
  }
  return true;
}

/** A way as straight pieces, and what is around each and all. */
const lines = new Map();
function wayOf(path) {
  const d = path.getAttribute('d');
  const known = lines.get(d);
  if (known !== undefined) return known;
  const length = path.getTotalLength();
  const count = Math.max(1, Math.ceil(length / 6));
  const matrix = path.getScreenCTM();
  const spots = Array.from({ length: count + 1 }, (_, index) =>
    path.getPointAtLength((length * index) / count).matrixTransform(matrix),
  );
  const pieces = spots.slice(1).map((to, index) => ({ from: spots[index], to, ...around([spots[index], to]) }));
  const way = { pieces, ...around(spots) };
  lines.set(d, way);
  return way;
}

function meet(one, other) {
  if (apart(one, other)) return false;
  const turn = (p, q, r) => (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  return (
    turn(one.from, one.to, other.from) * turn(one.from, one.to, other.to) < 0 &&
    turn(other.from, other.to, one.from) * turn(other.from, other.to, one.to) < 0
  );
}

const far = (a, b) => a.right + 1 < b.left || a.left - 1 > b.right || a.bottom + 1 < b.top || a.top - 1 > b.bottom;

/** Whether a way comes nearer than a pixel to a box. */
const near = (way, box) =>
  !far(way, box) &&
  way.pieces.some((piece) => {
    if (far(piece, box)) return false;
    const { from, to } = piece;
    const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
    const corners = [
      { x: from.x + dy, y: from.y - dx },
      { x: to.x + dy, y: to.y - dx },
      { x: to.x - dy, y: to.y + dx },
      { x: from.x - dy, y: from.y + dx },
    ];
    return overlap({ corners, ...around(corners) }, box);
  });

/** Ways that were found not to cross, by their paths. */
const uncrossed = new Set();

function faultsIn(root) {
  const faults = [];
  const named = (element) => `${element.getAttribute('class')} ${text(element)}`;
  const texts = all(root, 'text').map((element) => boxOf(element, text(element)));
  const marks = all(root, '.bead > rect, .token > rect').map((rect) => boxOf(rect, named(rect.parentElement), 0.5));
  const grounds = all(root, '.node > .border, .chip > rect, .card > .paper, .envelope > rect').map((rect) =>
    boxOf(rect, named(rect.parentElement), 0.5),
  );
  const lifelines = all(root, '.state').map((rect) => boxOf(rect, 'a lifeline'));
  const pairs = (boxes, found) => {
    boxes.forEach((one, index) => {
      for (const other of boxes.slice(index + 1)) if (overlap(one, other)) found(one, other);
    });
  };
  const standsOn = (one, other) => faults.push(`${one.what} stands on ${other.what}`);
  pairs(texts, standsOn);
  pairs(marks, standsOn);
  for (const one of texts) {
    for (const other of [...marks, ...grounds]) {
      // A token stands on the corner of its state.
      const onCorner = one.element.closest('.token') !== null && other.what.startsWith('node');
      // What flies may be under a text across the picture, whose ground hides it.
      const under = one.element.closest('.card') !== null && other.what.startsWith('envelope');
      if (onCorner || under || other.element.parentElement.contains(one.element)) continue;
      if (overlap(one, other)) standsOn(one, other);
    }
  }
  for (const one of texts.filter(({ element }) => element.closest('.flight, .bracket') !== null)) {
    for (const lifeline of lifelines) if (overlap(one, lifeline)) standsOn(one, lifeline);
  }
  for (const bead of marks.filter(({ what }) => what.startsWith('bead'))) {
    for (const node of grounds.filter(({ what }) => what.startsWith('node'))) {
      if (overlap(bead, node)) standsOn(bead, node);
    }
  }
  for (const { element } of [...marks, ...grounds]) {
    const outside = element.getBBox();
    for (const inner of all(element.parentElement, ':scope > text')) {
      const inside = inner.getBBox();
      if (inside.x < outside.x || inside.x + inside.width > outside.x + outside.width) {
        faults.push(`${text(inner)} is wider than what is around it`);
      }
    }
  }
  const edges = all(root, '.edge > .hit').map((path) => ({
    id: path.parentElement.getAttribute('data-row'),
    d: path.getAttribute('d'),
    way: wayOf(path),
  }));
  edges.forEach((one, index) => {
    for (const other of edges.slice(index + 1)) {
      const key = `${one.d} ${other.d}`;
      if (uncrossed.has(key)) continue;
      if (!apart(one.way, other.way) && one.way.pieces.some((a) => other.way.pieces.some((b) => meet(a, b))))
        faults.push(`${one.id} crosses ${other.id}`);
      else uncrossed.add(key);
    }
  });
  for (const { id, way } of edges) {
    for (const one of texts) {
      const group = one.element.closest('[data-row]');
      // Its own line ends at a label's ground, and goes under a bead.
      const onItsOwn = group?.querySelector('.ground, .bead') && group.getAttribute('data-row') === id;
      if (!onItsOwn && near(way, one)) faults.push(`${id} goes through ${one.what}`);
    }
    for (const mark of marks) {
      if (mark.what.startsWith('bead') && mark.element.closest('[data-row]')?.getAttribute('data-row') !== id) {
        if (near(way, mark)) faults.push(`${id} goes through ${mark.what}`);
      }
    }
  }
  const frame = root.getBoundingClientRect();
  for (const one of [...texts, ...marks]) {
    const inside =
      one.left > frame.left - 0.5 &&
      one.right < frame.right + 0.5 &&
      one.top > frame.top - 0.5 &&
      one.bottom < frame.bottom + 0.5;
    if (!inside) faults.push(`${one.what} is outside`);
  }
  return [...new Set(faults)];
}

/** The faults of each picture. */
globalThis.faultsOf = (pictures) =>
  pictures.map((picture) => {
    document.body.innerHTML = picture;
    return faultsIn(document.querySelector('svg'));
  });
