// Sends the form, waits for the predictor's answer and shows it. Without this script the form works
// as a plain form.

import { draw } from './figures.js';
import { refresh } from './page.js';

// An answer that comes within this saves the browser the way back and forth.
const AT_ONCE = '500ms';
const LONG_POLL = '20s';
const SHORT_POLL_MILLIS = 1000;
const PATIENCE_MILLIS = 5 * 60 * 1000;
const SLOW_MILLIS = 1500;
// What is over sooner needs no sign that it goes on: drawing one would only hold up the answer.
const NOTICED_MILLIS = 100;

const form = document.getElementById('flight');
const about = document.getElementById('about');
const panel = document.getElementById('answer');
let current = new AbortController();
let soon;

form.addEventListener('submit', (event) => {
  event.preventDefault();
  current.abort();
  current = new AbortController();
  predict(performance.now(), current.signal).catch((problem) => {
    if (problem.name !== 'AbortError') {
      console.error(problem);
      showProblem('The request could not be sent', 'The server cannot be reached. Please try again.');
    }
  });
});

async function predict(clicked, signal) {
  showErrors([]);
  showWaiting('Sending the request');
  const response = await fetch(`${form.action}?wait=${AT_ONCE}`, {
    method: 'POST',
    headers: { Accept: 'application/json' },
    body: new URLSearchParams(new FormData(form)),
    signal,
  });
  const accepted = await response.json();
  if (!accepted.id) {
    showRefusal(accepted.errors ?? []);
    return;
  }
  const isAnswered = accepted.prediction || accepted.status === 'ERROR';
  const answer = isAnswered ? accepted : await waitForAnswer(accepted.id, signal);
  show(answer, accepted.id, performance.now() - clicked);
  if (answer.status === 'OK') {
    await showRoute(answer.prediction, signal);
    await refresh(document.getElementById('recent'));
  }
}

// The map and the history come after the answer, which they must not hold up.
async function showRoute({ Origin, Dest, Carrier, FlightNum }, signal) {
  const asked = new URLSearchParams({ Origin, Dest, Carrier, ...(FlightNum && { FlightNum }) });
  try {
    const response = await fetch(`/parts/route?${asked}`, { headers: { Accept: 'text/html' }, signal });
    if (response.ok) {
      about.innerHTML = await response.text();
      about.hidden = false;
      await draw(about);
      return;
    }
  } catch {
    signal.throwIfAborted();
  }
  about.hidden = true;
}

// Long polls; where something between here and the server cuts them off, a poll a second.
async function waitForAnswer(id, signal) {
  const url = `${form.action}/response/${id}`;
  const stop = performance.now() + PATIENCE_MILLIS;
  const slow = setTimeout(() => !signal.aborted && showSlow(), SLOW_MILLIS);
  showWaiting('Waiting for the predictor', id);
  try {
    let longPoll = true;
    while (performance.now() < stop) {
      const answer = await poll(longPoll ? `${url}?wait=${LONG_POLL}` : url, signal);
      if (answer && answer.status !== 'WAIT') {
        return answer;
      }
      longPoll &&= answer !== null;
      if (!longPoll) {
        await new Promise((resolve) => setTimeout(resolve, SHORT_POLL_MILLIS));
        signal.throwIfAborted();
      }
    }
    return { status: 'WAIT' };
  } finally {
    clearTimeout(slow);
  }
}

async function poll(url, signal) {
  try {
    const response = await fetch(url, { headers: { Accept: 'application/json' }, signal });
    return await response.json();
  } catch (problem) {
    if (signal.aborted) {
      throw problem;
    }
    return null;
  }
}

function show(answer, id, millis) {
  if (answer.status === 'OK') {
    showPrediction(answer, id, millis);
  } else if (answer.status === 'WAIT') {
    showProblem('The predictor has not answered', 'The request is kept. Its page shows the answer as soon as there is one.', id);
  } else {
    showProblem('The predictor rejected this request', answer.message ?? words(answer.errors), id);
  }
}

function showPrediction({ prediction, summary }, id, millis) {
  const { root, slot } = instance('result-template');
  const bars = [...root.querySelectorAll('[data-slot=bar]')];
  slot('flight').textContent = flightName(prediction);
  slot('headline').textContent = summary.headline;
  showText(slot('caution'), slot('caution'), summary.caution);
  showText(slot('chance'), slot('chance'), summary.chance);
  showText(slot('arrival'), slot('arrival-row'), summary.arrival);
  slot('expected').textContent = minutes(prediction.ExpectedArrDelay);
  slot('expected-row').hidden = prediction.ExpectedArrDelay == null;
  slot('range').textContent = `${signed(prediction.ArrDelayP10)} and ${minutes(prediction.ArrDelayP90)}`;
  slot('range-row').hidden = prediction.ArrDelayP10 == null || prediction.ArrDelayP90 == null;
  slot('reasons').append(...(prediction.Reasons ?? []).map(reasonItem));
  slot('why').hidden = !prediction.Reasons?.length;
  slot('model').textContent = prediction.ModelVersion ?? '';
  slot('model-row').hidden = !prediction.ModelVersion;
  slot('time').textContent = `${Math.round(millis)} ms`;
  slot('time-row').hidden = false;
  linkTo(slot('id'), id);
  bars.forEach((bar, index) => fillBar(bar, prediction.Probabilities?.[index] ?? 0, index === prediction.Prediction));
  replacePanel(root);
}

function showText(element, row, text) {
  element.textContent = text ?? '';
  row.hidden = !text;
}

function fillBar(bar, probability, chosen) {
  bar.classList.toggle('chosen', chosen);
  bar.querySelector('[data-slot=percent]').textContent = `${Math.round(100 * probability)}%`;
  bar.querySelector('[data-slot=level]').style.width = `${100 * probability}%`;
}

function reasonItem(reason) {
  const item = document.createElement('li');
  const text = document.createElement('span');
  const effect = document.createElement('span');
  text.textContent = reason.Text;
  effect.className = 'minutes';
  effect.textContent = minutes(reason.Minutes);
  item.append(text, effect);
  return item;
}

function flightName(prediction) {
  const option = [...form.Carrier.options].find((it) => it.value === prediction.Carrier);
  const airline = option ? option.textContent.replace(/ \([^)]*\)$/, '') : prediction.Carrier;
  const date = new Date(`${prediction.FlightDate}T00:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC',
  });
  const number = prediction.FlightNum ? ` ${prediction.FlightNum}` : '';
  return `${airline}${number}, ${prediction.Origin} to ${prediction.Dest}, ${date}`;
}

function minutes(value) {
  return value == null ? '' : `${signed(value)} min`;
}

function signed(value) {
  const whole = Math.round(value);
  return `${whole > 0 ? '+' : whole < 0 ? '−' : ''}${Math.abs(whole)}`;
}

function showWaiting(lead, id) {
  const shown = panel.querySelector('.spinner') !== null;
  panel.setAttribute('aria-busy', 'true');
  clearTimeout(soon);
  soon = setTimeout(() => {
    const { root, slot } = instance('waiting-template');
    slot('lead').textContent = lead;
    linkRow(slot, id);
    panel.replaceChildren(root);
  }, shown ? 0 : NOTICED_MILLIS);
}

function showSlow() {
  const detail = panel.querySelector('.status [data-slot=detail]');
  if (detail) {
    detail.textContent = 'The request is accepted. The predictor answers within milliseconds when it runs; it may be starting.';
  }
}

function showRefusal(errors) {
  showErrors(errors.filter((error) => error.field));
  const general = errors.filter((error) => !error.field);
  if (general.length) {
    showProblem('The request was not accepted', words(general).replace(/^The request was not accepted: /, ''));
  } else {
    showProblem('Not sent yet', 'Some fields need another look.');
  }
  form.querySelector('[aria-invalid]')?.focus();
}

function showErrors(errors) {
  for (const field of form.querySelectorAll('[data-field]')) {
    const error = errors.find((it) => it.field === field.dataset.field);
    const input = field.querySelector('input, select');
    field.querySelector('.error').textContent =
      error ? `${field.querySelector('label').textContent} ${error.message}` : '';
    input.toggleAttribute('aria-invalid', false);
    if (error) {
      field.closest('details')?.setAttribute('open', '');
      input.setAttribute('aria-invalid', 'true');
    }
  }
  form.querySelectorAll('.trouble').forEach((it) => it.remove());
}

function showProblem(lead, detail, id) {
  const { root, slot } = instance('problem-template');
  slot('lead').textContent = lead;
  slot('detail').textContent = detail;
  linkRow(slot, id);
  replacePanel(root);
}

function linkRow(slot, id) {
  if (id) {
    linkTo(slot('id'), id);
    slot('id-row').hidden = false;
  }
}

function linkTo(link, id) {
  link.href = `/predictions/${id}`;
  link.textContent = id;
}

function words(errors) {
  return (errors ?? []).map((error) => error.message).join(' ');
}

function instance(template) {
  const root = document.getElementById(template).content.firstElementChild.cloneNode(true);
  return { root, slot: (name) => root.querySelector(`[data-slot=${name}]`) };
}

function replacePanel(content) {
  clearTimeout(soon);
  panel.setAttribute('aria-busy', 'false');
  panel.replaceChildren(content);
  panel.scrollIntoView({ block: 'nearest' });
}
