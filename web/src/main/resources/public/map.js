// Draws routes over the outlines of states and land. The view turns to what is to be seen, so that
// a flight over the ocean lies as flat as one over a county.

const HEIGHT = 320;
const MARGIN = 44;
const SMALLEST_SPAN = 4;
let outlines;

export async function drawMap(figure) {
  const routes = [...figure.querySelectorAll('[data-from][data-to]')].map(route);
  if (!routes.length || figure.querySelector('svg')) {
    return;
  }
  outlines ??= load();
  const shapes = await outlines;
  const svg = d3.create('svg').attr('role', 'img').attr('aria-label', figure.dataset.map);
  figure.prepend(svg.node());
  let width = 0;
  new ResizeObserver(() => {
    const present = svg.node().clientWidth;
    if (present && present !== width) {
      width = present;
      paint(svg, shapes, routes, width);
    }
  }).observe(svg.node());
}

async function load() {
  const [states, land] = await Promise.all([
    get('vendor/states-10m.json'), get('vendor/land-50m.json'), import('./vendor/topojson-client.min.js'),
  ]);
  return {
    land: topojson.feature(land, land.objects.land),
    states: topojson.feature(states, states.objects.nation),
    borders: topojson.mesh(states, states.objects.states, (a, b) => a !== b),
  };
}

async function get(file) {
  return (await fetch(new URL(file, import.meta.url))).json();
}

function route(element) {
  return {
    from: place(element.dataset.from),
    to: place(element.dataset.to),
    chosen: !('among' in element.dataset),
  };
}

// CODE,longitude,latitude
function place(text) {
  const [code, lon, lat] = text.split(',');
  return { code, at: [Number(lon), Number(lat)] };
}

function paint(svg, shapes, routes, width) {
  const points = routes.flatMap((it) => [it.from.at, it.to.at]);
  const projection = facing(points, width);
  const path = d3.geoPath(projection);
  svg.selectAll('*').remove();
  svg.attr('viewBox', `0 0 ${width} ${HEIGHT}`).attr('height', HEIGHT);
  svg.append('path').attr('class', 'land').attr('d', path(shapes.land));
  svg.append('path').attr('class', 'land home').attr('d', path(shapes.states));
  svg.append('path').attr('class', 'border').attr('d', path(shapes.borders));
  svg.selectAll('.route').data(routes).join('path').attr('class', 'route')
    .attr('d', (it) => path({ type: 'LineString', coordinates: [it.from.at, it.to.at] }));
  const places = new Map(routes.flatMap((it) => [[it.from.code, it.from], [it.to.code, it.to]]));
  const spots = svg.selectAll('.spot').data([...places.values()]).join('g').attr('class', 'spot')
    .attr('transform', (it) => `translate(${projection(it.at)})`);
  spots.append('circle').attr('r', 5);
  label(spots, projection, routes, width);
}

function facing(points, width) {
  const far = d3.geoCentroid({ type: 'MultiPoint', coordinates: points });
  const projection = d3.geoAzimuthalEqualArea().rotate([-far[0], -far[1]]).clipAngle(90)
    .fitExtent([[MARGIN, MARGIN], [width - MARGIN, HEIGHT - MARGIN]], { type: 'MultiPoint', coordinates: points });
  // Two near airports would fill the view with a bare coast.
  const most = Math.min(width, HEIGHT) / (SMALLEST_SPAN * Math.PI / 180);
  if (projection.scale() > most) {
    projection.scale(most).translate([0, 0]);
    const [x, y] = projection(far);
    projection.translate([width / 2 - x, HEIGHT / 2 - y]);
  }
  return projection.clipExtent([[-2, -2], [width + 2, HEIGHT + 2]]);
}

// With many routes only those that leave room for it carry their code; a lone route's stand above it.
function label(spots, projection, routes, width) {
  const taken = [];
  const lone = routes.length === 1;
  spots.append('text').attr('dy', lone ? '-0.9em' : '0.34em').text((it) => it.code).each(function (it) {
    const [x, y] = projection(it.at);
    const left = !lone && x + 46 > width;
    d3.select(this).attr('x', lone ? 0 : left ? -10 : 10)
      .attr('text-anchor', lone ? 'middle' : left ? 'end' : 'start');
    const box = [left ? x - 46 : x - 6, y - 9, left ? x + 6 : x + 46, y + 9];
    const hidden = !lone
      && taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]);
    if (hidden) {
      this.remove();
    } else {
      taken.push(box);
    }
  });
}
