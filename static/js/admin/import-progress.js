/*
 * <import-progress data-url="…" data-state="running">: asks how far the worker is and loads the page anew when the
 * state changes. Without it the page has a link that does the same.
 */
const EVERY = 2000;

class ImportProgress extends HTMLElement {
  connectedCallback() {
    this.timer = setInterval(() => this.ask(), EVERY);
  }

  disconnectedCallback() {
    clearInterval(this.timer);
  }

  async ask() {
    const answer = await fetch(this.dataset.url, { headers: { Accept: 'application/json' } }).catch(() => null);
    if (!answer || !answer.ok) return;
    const { state, done, total } = await answer.json();
    if (state !== this.dataset.state) {
      window.location.reload();
      return;
    }
    const bar = this.querySelector('progress');
    bar.max = total;
    bar.value = done;
    this.querySelector('output').textContent = done;
  }
}

customElements.define('import-progress', ImportProgress);
