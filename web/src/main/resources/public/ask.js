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
    const response = await fetch(`${form.action}?part`, {
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
