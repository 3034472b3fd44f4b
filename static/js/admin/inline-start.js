/*
 * <inline-start data-call="PageChooser" data-arguments="[…]">: what Wagtail writes as an inline script, as data.
 *
 * A custom element starts at the moment it is inserted, as the inline script did, be it by the parser, by an inline
 * panel that adds a form, or by a StreamField; so the admin's security policy needs no 'unsafe-inline'. Only the names
 * below can be called. Classic script: Wagtail's own are, and it has to be there before the page's content.
 */
(() => {
  const CALLS = new Set(['createTaskChooser', 'initDateChooser', 'initDateTimeChooser', 'initTimeChooser']);
  const CLASSES = new Set([
    'Chooser',
    'DocumentChooser',
    'ImageChooser',
    'InlinePanel',
    'MultipleChooserPanel',
    'PageChooser',
    'SnippetChooser',
  ]);

  class InlineStart extends HTMLElement {
    connectedCallback() {
      // Moving a form up or down connects its elements again.
      if (this.done) return;
      if (window[this.dataset.call] || document.readyState !== 'loading') {
        this.start();
      } else {
        document.addEventListener('DOMContentLoaded', () => this.start(), { once: true });
      }
    }

    start() {
      if (this.done) return;
      this.done = true;
      const name = this.dataset.call;
      const args = JSON.parse(this.dataset.arguments);
      if (CALLS.has(name)) {
        window[name](...args);
      } else if (CLASSES.has(name)) {
        Reflect.construct(window[name], args);
      } else {
        throw new Error(`inline-start does not know ${name}`);
      }
    }
  }

  customElements.define('inline-start', InlineStart);
})();
