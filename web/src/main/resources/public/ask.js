// Sends the form of a model and shows the answer beside it. Without this script the form works as a
// plain form, which leads to the answer's own page.

const form = document.getElementById('ask');
const panel = document.getElementById('answer');
let current = new AbortController();

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  current.abort();
  const mine = (current = new AbortController());
  panel.setAttribute('aria-busy', 'true');
  try {
    const response = await fetch(`${form.action}?part=yes`, {
      method: 'POST',
      headers: { Accept: 'text/html' },
      body: new URLSearchParams(new FormData(form)),
      signal: mine.signal,
    });
    panel.innerHTML = await response.text();
    showErrors();
  } catch (problem) {
    if (mine.signal.aborted) {
      return;
    }
    panel.innerHTML = '<div class="status problem"><p class="lead">The request could not be sent</p><p class="detail">The server cannot be reached. Please try again.</p></div>';
  }
  panel.setAttribute('aria-busy', 'false');
});

// Each beside its field; what concerns no field stays in the panel.
function showErrors() {
  for (const field of form.querySelectorAll('[data-field]')) {
    const error = panel.querySelector(`[data-error="${CSS.escape(field.dataset.field)}"]`);
    field.querySelector('.error').textContent = error?.textContent ?? '';
    field.querySelector('input, select, textarea').toggleAttribute('aria-invalid', false);
    if (error) {
      field.querySelector('input, select, textarea').setAttribute('aria-invalid', 'true');
    }
  }
  form.querySelector('[aria-invalid]')?.focus();
}

// A file comes back row by row, and is kept here until all of it is there. Without this script the
// browser fetches it as any other file.

const many = document.getElementById('many');
const progress = document.getElementById('progress');
const status = progress.querySelector('p');
const SAID_EVERY = 500;

many.addEventListener('submit', async (event) => {
  event.preventDefault();
  const button = many.querySelector('button');
  button.disabled = true;
  progress.hidden = false;
  tell('Sending the file.', 0);
  try {
    await predictAll(many.elements.file.files[0]);
  } catch {
    tell('The connection broke off. Please try again.', 0);
  }
  button.disabled = false;
});

async function predictAll(file) {
  const all = Math.max(1, await lines(file.stream()) - 1);
  const response = await fetch(many.action, {
    method: 'POST',
    headers: { Accept: 'text/csv, application/json;q=0.5' },
    body: new FormData(many),
  });
  if (!response.ok) {
    const told = await response.json();
    tell(told.errors.map(({ message }) => message).join(' '), 0);
    return;
  }
  const [shown, kept] = response.body.tee();
  const [rows, content] = await Promise.all([
    lines(shown, (back) => tell(`${count(Math.max(0, back - 1))} of ${count(all)} rows are back.`, (back - 1) / all)),
    new Response(kept).blob(),
  ]);
  tell(`${count(rows - 1)} rows are back: `, 1);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = response.headers.get('Content-Disposition').match(/filename="(.*)"/)[1];
  link.textContent = link.download;
  status.append(link);
  link.click();
}

// How many lines there are; what stands in quotes over several lines counts as several rows.
async function lines(stream, counted = () => {}) {
  const reader = stream.getReader();
  let found = 0;
  let last = 10;
  let told = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      return found + (last === 10 ? 0 : 1);
    }
    for (const byte of value) {
      found += byte === 10 ? 1 : 0;
    }
    last = value.at(-1) ?? last;
    if (performance.now() - told > SAID_EVERY) {
      told = performance.now();
      counted(found);
    }
  }
}

function tell(words, share) {
  status.textContent = words;
  progress.querySelector('rect').setAttribute('width', `${Math.max(0, Math.min(1, share)) * 100}%`);
}

function count(number) {
  return number.toLocaleString('en-US');
}
