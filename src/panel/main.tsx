/** Where the page begins. */
import { effect } from '@preact/signals';
import { render } from 'preact';
import { App } from './page/app';
import { ask } from './page/ask';
import { tellFailure } from './page/failure';
import { storeState } from './page/host';
import { press } from './page/keys';
import { receive } from './page/receive';
import { keeping, setup } from './page/store';

// The look of the pictures, as a sheet that a script makes: the content security policy allows no other.
const look = new CSSStyleSheet();
document.adoptedStyleSheets = [look];
effect(() => {
  look.replaceSync(setup.value?.looks.page ?? '');
});

const root = document.getElementById('panel');
if (root !== null) {
  root.replaceChildren();
  render(<App />, root);
}

window.addEventListener('message', receive);
window.addEventListener('keydown', press);
window.addEventListener('error', ({ error, message }) => tellFailure(error ?? message));
window.addEventListener('unhandledrejection', ({ reason }) => tellFailure(reason));

// Kept once a frame, however often it changes.
let waiting = false;
effect(() => {
  keeping.value;
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    storeState(keeping.peek());
  });
});

ask();
