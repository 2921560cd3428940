// Draws charts and maps beside the tables that hold their figures. d3 is loaded when there is
// something to draw.

const DRAWERS = { columns, lines, bars };
let libraries;

export async function draw(root) {
  const charts = [...root.querySelectorAll('[data-chart]')];
  const maps = [...root.querySelectorAll('[data-map]')];
  if (charts.length || maps.length) {
    libraries ??= import('./d3/d3.min.js');
    await libraries;
    charts.forEach(drawChart);
  }
  if (maps.length) {
    const { drawMap } = await import('./map.js');
    await Promise.all(maps.map(drawMap));
  }
}

function drawChart(figure) {
  const table = figure.querySelector('table');
  const chart = read(table);
  if (!chart.rows.length || figure.querySelector('svg')) {
    return;
  }
  const svg = d3.create('svg').attr('aria-hidden', true).node();
  table.before(svg);
  putAway(table);
  const tip = figure.appendChild(document.createElement('div'));
  tip.className = 'tip';
  tip.hidden = true;
  let width = 0;
  new ResizeObserver(() => {
    if (svg.clientWidth && svg.clientWidth !== width) {
      width = svg.clientWidth;
      DRAWERS[figure.dataset.chart](d3.select(svg), chart, width, figure.dataset);
    }
  }).observe(svg);
  svg.addEventListener('pointermove', (event) => showTip(tip, figure, event));
  svg.addEventListener('pointerleave', () => { tip.hidden = true; });
}

// The first column names the rows; each further one with values is a series.
function read(table) {
  const names = [...table.tHead.rows[0].cells].map((cell) => cell.textContent);
  const rows = [...table.tBodies[0].rows].map((row) => {
    const [label, ...cells] = row.cells;
    return {
      label: label.dataset.short ?? label.textContent.trim(),
      name: label.textContent.trim(),
      values: cells.map((cell) => (cell.dataset.value ? Number(cell.dataset.value) : NaN)),
      texts: cells.map((cell) => cell.textContent.trim()),
    };
  });
  const drawn = names.slice(1).map((name, index) => ({ name, index }))
    .filter(({ index }) => rows.some((row) => !Number.isNaN(row.values[index])));
  return { rows, series: drawn };
}

function putAway(table) {
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = 'Show the figures';
  table.before(details);
  details.append(summary, table);
}

function showTip(tip, figure, event) {
  const mark = event.target.closest('[data-tip]');
  tip.hidden = !mark;
  if (mark) {
    const box = figure.getBoundingClientRect();
    tip.textContent = mark.getAttribute('data-tip');
    const left = Math.min(event.clientX - box.left + 12, box.width - tip.offsetWidth - 8);
    tip.style.left = `${Math.max(0, left)}px`;
    tip.style.top = `${event.clientY - box.top - tip.offsetHeight - 10}px`;
  }
}

function tipOf(chart, row) {
  const told = chart.series.filter(({ index }) => row.texts[index]);
  return `${row.name}: ${told.map(({ name, index }) =>
    (chart.series.length > 1 ? `${name} ${row.texts[index]}` : row.texts[index])).join(', ')}`;
}

const COLUMN_HEIGHT = 240;
const MARGIN = { top: 12, right: 8, bottom: 28, left: 48 };
const LEGEND_HEIGHT = 24;

function frame(svg, chart, width, options) {
  svg.selectAll('*').remove();
  svg.attr('viewBox', `0 0 ${width} ${COLUMN_HEIGHT}`).attr('height', COLUMN_HEIGHT);
  const values = chart.rows.flatMap((row) => chart.series.map(({ index }) => row.values[index]));
  const [low, high] = d3.extent(values.filter((value) => !Number.isNaN(value)));
  const from = options.from === 'low' ? low - (high - low) * 0.25 : Math.min(0, low);
  const to = options.to ? Number(options.to) : Math.max(high, 0);
  const x = d3.scaleBand(chart.rows.map((row) => row.label), [MARGIN.left, width - MARGIN.right])
    .paddingInner(0.28).paddingOuter(0.14);
  const top = MARGIN.top + (hasLegend(chart, options) ? LEGEND_HEIGHT : 0);
  const y = d3.scaleLinear([from, to], [COLUMN_HEIGHT - MARGIN.bottom, top]);
  if (!options.to) {
    y.nice(5);
  }
  const every = Math.ceil(chart.rows.length / Math.max(1, (width - 60) / 46));
  svg.append('g').attr('class', 'axis').attr('transform', `translate(${MARGIN.left},0)`)
    .call(d3.axisLeft(y).ticks(options.format ? 5 : Math.min(5, Math.max(1, to)), options.format ?? '~s').tickSize(-(width - MARGIN.left - MARGIN.right)));
  svg.append('g').attr('class', 'axis bottom').attr('transform', `translate(0,${COLUMN_HEIGHT - MARGIN.bottom})`)
    .call(d3.axisBottom(x).tickSize(0).tickPadding(9)
      .tickValues(x.domain().filter((_, index) => index % every === 0)));
  return { x, y };
}

function columns(svg, chart, width, options) {
  const { x, y } = frame(svg, chart, width, options);
  const [{ index }] = chart.series;
  const zero = y(Math.max(0, y.domain()[0]));
  svg.append('g').selectAll('rect').data(chart.rows.filter((row) => row.values[index])).join('rect')
    .attr('class', 'piece').attr('rx', 3).attr('x', (row) => x(row.label)).attr('width', x.bandwidth())
    .attr('y', (row) => Math.min(zero, y(row.values[index])))
    .attr('height', (row) => Math.max(1, Math.abs(zero - y(row.values[index]))))
    .attr('data-tip', (row) => tipOf(chart, row));
}

// Two series whose columns data-band names are the ends of a range around the last one before them.
function lines(svg, chart, width, options) {
  const { x, y } = frame(svg, chart, width, options);
  const middle = (row) => x(row.label) + x.bandwidth() / 2;
  const known = ({ index }) => chart.rows.filter((row) => !Number.isNaN(row.values[index]));
  const ends = bandOf(chart, options);
  if (ends.length === 2) {
    const [low, high] = ends;
    svg.append('path').attr('class', `band series-${strokes(chart, options).length - 1}`)
      .attr('d', d3.area(middle, (row) => y(row.values[low.index]), (row) => y(row.values[high.index])).curve(d3.curveMonotoneX)(known(low)));
  }
  strokes(chart, options).forEach((series, position) => {
    const { index } = series;
    svg.append('path').attr('class', options.target && position ? 'target' : `stroke series-${position}`)
      .attr('d', d3.line(middle, (row) => y(row.values[index])).curve(d3.curveMonotoneX)(known(series)));
    svg.append('g').selectAll('circle').data(options.target && position ? [] : known(series)).join('circle')
      .attr('class', `dot series-${position}`).attr('r', x.step() < 14 ? 2 : 3.5)
      .attr('cx', middle).attr('cy', (row) => y(row.values[index]));
  });
  if (options.diagonal) {
    svg.append('line').attr('class', 'diagonal')
      .attr('x1', middle(chart.rows[0])).attr('x2', middle(chart.rows.at(-1)))
      .attr('y1', y(0.05)).attr('y2', y(0.95));
  }
  // The whole height over a row answers the pointer.
  svg.append('g').selectAll('rect').data(chart.rows).join('rect').attr('class', 'catch')
    .attr('x', (row) => x(row.label)).attr('width', x.bandwidth())
    .attr('y', MARGIN.top).attr('height', COLUMN_HEIGHT - MARGIN.top - MARGIN.bottom)
    .attr('data-tip', (row) => tipOf(chart, row));
  if (hasLegend(chart, options)) {
    legend(svg, chart, width, options);
  }
}

function bandOf(chart, options) {
  const names = options.band?.split(',') ?? [];
  return chart.series.filter(({ name }) => names.includes(name));
}

function strokes(chart, options) {
  const band = bandOf(chart, options);
  return chart.series.filter((series) => !band.includes(series));
}

function hasLegend(chart, options) {
  return chart.series.length > 1 && !options.target;
}

function legend(svg, chart, width, options) {
  const group = svg.append('g').attr('class', 'legend').attr('transform', `translate(${MARGIN.left + 10},${MARGIN.top})`);
  strokes(chart, options).forEach(({ name }, position) => {
    const item = group.append('g').attr('transform', `translate(${position * Math.min(150, width / 3)},0)`);
    item.append('circle').attr('class', `dot series-${position}`).attr('r', 4);
    item.append('text').attr('x', 9).attr('dy', '0.33em').text(name);
  });
}

const ROW = 26;
const LETTER = 8.5;

function bars(svg, chart, width, options) {
  svg.selectAll('*').remove();
  const [{ index }] = chart.series;
  const height = chart.rows.length * ROW;
  const left = Math.min(width * 0.4, 12 + LETTER * d3.max(chart.rows, (row) => row.label.length));
  const x = d3.scaleLinear([0, Number(options.to) || d3.max(chart.rows, (row) => row.values[index]) || 1], [left, width - 64]);
  svg.attr('viewBox', `0 0 ${width} ${height}`).attr('height', height);
  const rows = svg.selectAll('g').data(chart.rows).join('g')
    .attr('transform', (_, position) => `translate(0,${position * ROW})`)
    .attr('data-tip', (row) => tipOf(chart, row));
  rows.append('text').attr('class', 'label').attr('x', left - 10).attr('y', ROW / 2).attr('dy', '0.34em')
    .attr('text-anchor', 'end').text((row) => shorten(row.label, (left - 12) / LETTER));
  rows.append('rect').attr('class', 'piece').attr('rx', 3).attr('x', left).attr('y', 4).attr('height', ROW - 8)
    .attr('width', (row) => Math.max(1, x(row.values[index] || 0) - left));
  rows.append('text').attr('class', 'value').attr('x', (row) => x(row.values[index] || 0) + 8).attr('y', ROW / 2)
    .attr('dy', '0.34em').text((row) => row.texts[index]);
}

function shorten(text, most) {
  return text.length > most + 1 ? `${text.slice(0, Math.floor(most) - 1)}…` : text;
}
