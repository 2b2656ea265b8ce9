/** The page as a whole. */
import { Away } from './away';
import { Card } from './card';
import { Failure } from './failure';
import { Help } from './help';
import { Live } from './live';
import { Log } from './log';
import { Notice } from './notice';
import { Pictures } from './pictures';
import { Problem } from './problem';
import { Scrubber } from './scrubber';
import { StepBox } from './step-box';
import * as store from './store';
import { Toolbar } from './toolbar';
import { Tooltip } from './tooltip';
import { Transport } from './transport';

export function App() {
  return (
    <Failure>
      <Toolbar />
      <Problem />
      {store.run.value === undefined || !store.isTold.value ? <Notice /> : <Run />}
      <Live />
      <Help />
      <Tooltip />
    </Failure>
  );
}

function Run() {
  const views = store.views.value;
  return (
    <>
      <Away />
      <div class="scrub">
        <Transport />
        <Scrubber />
        <StepBox />
      </div>
      <div class={views.log ? 'stage' : 'stage without-log'}>
        <Pictures />
        {views.log ? <Log /> : null}
        <Card />
      </div>
    </>
  );
}
